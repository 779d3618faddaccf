"use strict";
// What the page shows: things and links with their texts and evidence, read once from the data block.

const data = JSON.parse(byId("data").textContent);
const content = data.content;
const kinds = new Map(data.kinds.map((look) => [look.kind, look]));
const EMPTY = [];

const things = content.things.map((thing, n) => ({
  names: EMPTY,
  says: EMPTY,
  facts: EMPTY,
  quotes: EMPTY,
  zones: EMPTY,
  levels: EMPTY,
  roles: EMPTY,
  types: EMPTY,
  ...thing,
  n,
  x: data.nodes[n].x,
  y: data.nodes[n].y,
  radius: data.nodes[n].size,
  kind: data.nodes[n].group,
  links: [],
}));
const links = content.links.map((link, n) => ({ facts: EMPTY, roles: EMPTY, former: 0, ...link, n }));
for (const link of links) {
  link.key = `${things[link.from].id}~${things[link.to].id}`;
  things[link.from].links.push(link);
  if (link.to !== link.from) things[link.to].links.push(link);
}
const thingById = new Map(things.map((thing) => [thing.id, thing]));
const linkByKey = new Map(links.map((link) => [link.key, link]));
const propertyNumber = new Map(content.properties.map(([name], n) => [name, n]));

/** A text of the content in a language, by its number. */
function textIn(language, number) {
  const text = content.texts[number];
  return typeof text === "string" ? text : text[content.languages.indexOf(language)];
}

/** Every form of a text, in all languages. */
function allForms(number) {
  const text = content.texts[number];
  return typeof text === "string" ? [text] : text;
}

/** The thing at the other end of a link. */
const otherEnd = (link, thing) => things[link.from === thing.n ? link.to : link.from];

// ---------------------------------------------------------------- evidence: dates, languages and stories

const day = (article) => (article.date ?? "").slice(0, 10);

function evidenceOf(facts, quotes) {
  const numbers = [...facts.flatMap((fact) => content.facts[fact].quotes ?? EMPTY), ...quotes];
  const articles = numbers.map((quote) => content.articles[content.quotes[quote].article]).filter(Boolean);
  return {
    dates: [...new Set(articles.map(day).filter(Boolean))].sort(),
    languages: new Set(articles.map((article) => article.language).filter(Boolean)),
    stories: new Set(articles.map((article) => article.story)),
  };
}

function united(evidences) {
  const all = (key) => evidences.flatMap((evidence) => [...evidence[key]]);
  return {
    dates: [...new Set(all("dates"))].sort(),
    languages: new Set(all("languages")),
    stories: new Set(all("stories")),
  };
}

/** A thing that no sentence names by itself rests on what states the things beside it. */
function borrowEvidence() {
  const bare = things.filter((thing) => !thing.evidence.stories.size);
  const lent = bare.map((thing) => united(thing.links.map((link) => otherEnd(link, thing).evidence)));
  bare.forEach((thing, n) => {
    thing.evidence = lent[n];
  });
}

for (const link of links) link.evidence = evidenceOf(link.facts, EMPTY);
for (const thing of things) {
  thing.evidence = evidenceOf([...thing.facts, ...thing.links.flatMap((link) => link.facts)], thing.quotes);
}
borrowEvidence();
borrowEvidence();

/** Every date at which an article attests something, in order. */
const attestedDates = [...new Set(things.flatMap((thing) => thing.evidence.dates))].sort();
