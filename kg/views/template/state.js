"use strict";
// What the reader has chosen. The fragment of the address holds it, so that a link or a bookmark brings it back.

const DEFAULTS = {
  lang: "en",
  theme: "",
  chosen: content.start,
  region: "",
  hidden: EMPTY,
  level: "",
  place: "",
  role: "",
  type: "",
  source: "",
  from: "",
  until: "",
  undated: false,
  stories: 1,
  around: "",
  steps: 1,
  start: "",
  end: "",
  tables: "",
};
const NARROWING = [
  "hidden",
  "level",
  "place",
  "role",
  "type",
  "source",
  "from",
  "until",
  "undated",
  "stories",
  "around",
  "steps",
  "start",
  "end",
];
const state = { ...DEFAULTS };
const renderers = [];

/** Has a function called after every change; it gets what was changed, null at the start. */
const onChange = (renderer) => renderers.push(renderer);

function update(changes) {
  Object.assign(state, changes);
  history.replaceState(null, "", `#${asFragment()}`);
  for (const renderer of renderers) renderer(changes);
}

const resetFilters = () => update(Object.fromEntries(NARROWING.map((name) => [name, DEFAULTS[name]])));
const isNarrowed = () => NARROWING.some((name) => String(state[name]) !== String(DEFAULTS[name]));

// ---------------------------------------------------------------- the address

function asFragment() {
  const changed = Object.keys(DEFAULTS).filter((name) => String(state[name]) !== String(DEFAULTS[name]));
  return new URLSearchParams(changed.map((name) => [name, String(state[name])])).toString();
}

/** A value of the address as the type of the default, the default itself where it is none. */
function asTyped(name, value) {
  const model = DEFAULTS[name];
  if (Array.isArray(model)) return value.split(",").filter(Boolean);
  if (typeof model === "number") return Math.max(model, Number.parseInt(value, 10) || model);
  return typeof model === "boolean" ? value === "true" : value;
}

function readFragment() {
  const given = new URLSearchParams(location.hash.slice(1));
  for (const name of Object.keys(DEFAULTS)) {
    state[name] = given.has(name) ? asTyped(name, given.get(name)) : DEFAULTS[name];
  }
  if (!content.languages.includes(state.lang)) state.lang = DEFAULTS.lang;
  for (const name of ["around", "start", "end"]) if (!thingById.has(state[name])) state[name] = "";
}

// ---------------------------------------------------------------- words in the chosen language

const text = (number) => textIn(state.lang, number);

/** What the page says for a key of words.toml, with {names} filled in. */
function say(key, values = {}) {
  return text(content.words[key]).replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
}

const nameOf = (thing) => text(thing.label);
const kindName = (kind) => say(`one${kind}`);
const kindsName = (kind) => say(`many${kind}`);

/** The words for a link: what holds now, then what held. */
function relationsOf(link) {
  return link.relations.map(([words, former]) => (former ? `${text(words)} (${say("former")})` : text(words)));
}
