"use strict";
// A person's posts in the order of time.

/** What a fact says of a property, "" if nothing. */
function saidOf(fact, property) {
  const number = propertyNumber.get(property);
  return (fact.says ?? EMPTY)
    .filter(([each]) => each === number)
    .map(([, value]) => text(value))
    .join(", ");
}

function firstOf(fact, ...properties) {
  return properties.map((property) => saidOf(fact, property)).find(Boolean) ?? "";
}

function attestedIn(fact) {
  const [first, last] = [saidOf(fact, "gov:attestedFirst"), saidOf(fact, "gov:attestedLast")];
  return first === last ? first : `${first} – ${last}`;
}

function post(link, number) {
  const fact = content.facts[number];
  if (fact.type !== "Tenure" && fact.type !== "PersonnelAct") return null;
  const begins = firstOf(fact, "gov:from", "dct:date");
  const told = [begins, saidOf(fact, "gov:until")].filter(Boolean).join(" – ") || saidOf(fact, "gov:term");
  return {
    order:
      begins ||
      firstOf(fact, "gov:until", "gov:attestedFirst", "gov:term") ||
      evidenceOf([number], EMPTY).dates[0] ||
      "",
    link,
    body: things[link.to],
    role: firstOf(fact, "org:role", "gov:postRole", "gov:title"),
    what: firstOf(fact, "gov:status", "gov:act"),
    told,
    attested: attestedIn(fact) || evidenceOf([number], EMPTY).dates.join(", "),
  };
}

/** The posts of a person by date, undated ones last. */
function career(thing) {
  const posts = thing.links
    .filter((link) => link.from === thing.n)
    .flatMap((link) => link.facts.map((fact) => post(link, fact)));
  return posts.filter(Boolean).sort((a, b) => (a.order || "9").localeCompare(b.order || "9") || a.link.n - b.link.n);
}

function postCell({ role, what, body, link }) {
  return element(
    "td",
    { dir: "auto" },
    button(role, () => choose(link.key)),
    `, ${nameOf(body)}`,
    what ? ` (${what})` : "",
  );
}

function careerTable(thing) {
  const posts = thing.kind === "Person" ? career(thing) : EMPTY;
  if (!posts.length) return [];
  const times = ["told", "attested"].filter((key) => posts.some((each) => each[key]));
  const heads = [...times, "post"].map((key) => element("th", { scope: "col" }, say(key)));
  const rows = posts.map((each) =>
    element(
      "tr",
      {},
      times.map((key) => element("td", {}, each[key] || "–")),
      postCell(each),
    ),
  );
  return [
    element("h3", { id: "career" }, say("career")),
    element(
      "table",
      { class: "career", "aria-labelledby": "career" },
      element("thead", {}, element("tr", {}, heads)),
      element("tbody", {}, rows),
    ),
  ];
}
