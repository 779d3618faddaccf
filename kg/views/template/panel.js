"use strict";
// Everything an article says reaches the page as text nodes only; nothing here parses markup.

const byId = (id) => document.getElementById(id);
const data = JSON.parse(byId("data").textContent);
const kinds = new Map(data.kinds.map((look) => [look.kind, look]));
const things = new Map(data.nodes.map((node) => [node.id, node]));
const links = new Map(data.edges.map((edge) => [edge.id, edge]));
const linksOf = new Map(data.nodes.map((node) => [node.id, []]));
for (const edge of data.edges) {
  linksOf.get(edge.from).push(edge);
  if (edge.to !== edge.from) linksOf.get(edge.to).push(edge);
}
let chosen = null;

// ---------------------------------------------------------------- building blocks

function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value !== "") made.setAttribute(name, value);
  }
  made.append(...children.flat(Infinity));
  return made;
}

function button(text, act) {
  return element("button", { type: "button", dir: "auto", onclick: act }, text);
}

const OUTLINES = {
  square: "2,2 14,2 14,14 2,14",
  diamond: "8,0 16,8 8,16 0,8",
  triangle: "8,1 16,15 0,15",
  triangleDown: "8,15 16,1 0,1",
  hexagon: "4,1 12,1 16,8 12,15 4,15 0,8",
  star: "8,0 10,6 16,6 11,10 13,16 8,12 3,16 5,10 0,6 6,6",
};

function svg(tag, attributes, ...children) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

function mark(kind) {
  const { shape } = kinds.get(kind);
  const fill = `var(--${kind})`;
  const outline = OUTLINES[shape]
    ? svg("polygon", { points: OUTLINES[shape], fill })
    : svg("circle", { cx: 8, cy: 8, r: 7, fill });
  return svg("svg", { viewBox: "0 0 16 16", "aria-hidden": "true" }, outline);
}

// ---------------------------------------------------------------- the details panel

function statements(says) {
  const pairs = says.map(({ name, value }) => [element("dt", {}, name), element("dd", { dir: "auto" }, value)]);
  return pairs.length ? [element("dl", {}, pairs)] : [];
}

function articleLink({ title, url }) {
  const web = /^https?:\/\//i.test(url);
  return web ? element("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, title) : title;
}

function quote(id) {
  const { exact, before, after, start, end, article } = data.evidence.passages[id];
  const source = data.evidence.articles[article] || { title: article, language: "", date: "", publisher: "", url: "" };
  const around = (text) => (text ? [element("span", { class: "around" }, text)] : []);
  const rest = [source.date, source.publisher, source.language, `characters ${start} to ${end}`].filter(Boolean);
  return [
    element("blockquote", { dir: "auto", lang: source.language, tabindex: "0" }, around(before), exact, around(after)),
    element("p", { class: "source" }, articleLink(source), ` · ${rest.join(" · ")}`),
  ];
}

function fact(id) {
  const { type, rule, says, passages } = data.evidence.facts[id];
  return element(
    "div", { class: "fact" },
    element("h4", {}, type), passages.map(quote), statements(says),
    rule ? element("p", { class: "rule" }, `read by rule ${rule}`) : [],
  );
}

function section(title, parts) {
  return parts.length ? [element("h3", {}, title), parts] : [];
}

const words = (edge) => edge.relations.join("; ");

/** What states a link; for a link that no sentence states, where the thing it starts from is named. */
function told(edge) {
  if (edge.facts.length) return edge.facts.map(fact);
  return [element("p", { class: "hint" }, NO_SENTENCE), things.get(edge.from).passages.map(quote)];
}

function linkOf(node, edge) {
  const outward = edge.from === node.id;
  const other = things.get(outward ? edge.to : edge.from);
  const few = linksOf.get(node.id).length <= MOST_OPEN;
  return element(
    "details", few ? { open: "open" } : {},
    element("summary", { dir: "auto" }, outward ? `${words(edge)} → ${other.name}` : `${other.name} → ${words(edge)}`),
    button(`Show ${other.name}`, () => choose(other.id)), told(edge),
  );
}

const MOST_OPEN = 3;
const NO_SENTENCE = "No sentence of its own: the link follows from what identifies the two.";

function aboutThing(node) {
  const others = node.names.slice(1);
  return [
    element("h2", { dir: "auto" }, node.name),
    element("p", { class: "kind" }, kinds.get(node.group).label),
    others.length ? statements([{ name: "also written", value: others.join(" · ") }]) : [],
    statements(node.says),
    section("Links", linksOf.get(node.id).map((edge) => linkOf(node, edge))),
    section("Named by these facts", node.told.map(fact)),
    section("Named in", node.passages.map(quote)),
  ].flat(Infinity);
}

function aboutLink(edge) {
  return [
    element("h2", { dir: "auto" }, words(edge)),
    element("p", {}, button(things.get(edge.from).name, () => choose(edge.from)), " → ",
      button(things.get(edge.to).name, () => choose(edge.to))),
    told(edge),
  ].flat(Infinity);
}

const hint = [...byId("details").childNodes];

function show() {
  const thing = things.get(chosen);
  const link = links.get(chosen);
  byId("details").replaceChildren(...(thing ? aboutThing(thing) : link ? aboutLink(link) : hint));
  byId("details").parentElement.scrollTop = 0;
}
