"use strict";
// Search as you type, over every spelling in every language: a list of options under the field, walked with the arrows.

const MOST_FOUND = 30;
let candidates = [];
let active = -1;

/** Letters without diacritics or case, đ as d. */
const folded = (words) =>
  words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/đ/g, "d").replace(/ł/g, "l");
const squeezed = (words) => folded(words).replace(/[^\p{L}\p{N}]/gu, "");

const searchable = things.map((thing) => {
  const names = [...allForms(thing.label), ...thing.names, thing.cyrillic ?? ""].filter(Boolean);
  return { thing, names: [...new Set(names.map(folded))], squeezed: [...new Set(names.map(squeezed))] };
});

/** 0 a name begins so, 1 a word of it does, 2 it is somewhere in it, 3 only without spaces; not at all: Infinity. */
function closeness({ names, squeezed: tight }, wanted, squeezedWanted) {
  if (names.some((name) => name.startsWith(wanted))) return 0;
  if (names.some((name) => name.includes(` ${wanted}`))) return 1;
  if (names.some((name) => name.includes(wanted))) return 2;
  return squeezedWanted.length > 2 && tight.some((name) => name.includes(squeezedWanted)) ? 3 : Infinity;
}

/** The things that a text may name, the closest first, the busiest first among equals. */
function search(words) {
  const [wanted, tight] = [folded(words.trim()), squeezed(words)];
  if (!wanted) return [];
  return searchable
    .map((each) => [closeness(each, wanted, tight), each.thing])
    .filter(([rank]) => rank < Infinity)
    .sort((a, b) => a[0] - b[0] || b[1].links.length - a[1].links.length || a[1].n - b[1].n)
    .map(([, thing]) => thing);
}

function optionFor(thing, n) {
  const name = nameOf(thing);
  const attributes = {
    role: "option",
    id: `option-${n}`,
    "aria-selected": String(n === active),
    onclick: () => pick(thing),
  };
  return element(
    "li",
    attributes,
    icon(thing.kind),
    element("span", { dir: "auto" }, cut(name, 90)),
    element("small", {}, kindName(thing.kind)),
  );
}

function listFound() {
  const words = byId("search").value;
  const found = search(words);
  candidates = found.slice(0, MOST_FOUND);
  active = Math.min(active, candidates.length - 1);
  byId("found").replaceChildren(...candidates.map(optionFor));
  byId("found").hidden = !candidates.length;
  byId("search").setAttribute("aria-expanded", String(candidates.length > 0));
  byId("search").setAttribute("aria-activedescendant", active < 0 ? "" : `option-${active}`);
  const more = found.length - candidates.length;
  byId("foundCount").textContent = !words.trim()
    ? ""
    : found.length
      ? say("found", { count: found.length, more })
      : say("foundNothing");
  byId("foundCount").hidden = Boolean(!words.trim() || found.length);
  byId("option-" + active)?.scrollIntoView({ block: "nearest" });
}

function pick(thing) {
  closeSearch();
  choose(thing.id);
}

function closeSearch() {
  byId("search").value = "";
  active = -1;
  listFound();
}

function searchKey(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step && candidates.length) {
    event.preventDefault();
    active = (active + step + candidates.length) % candidates.length;
    listFound();
  }
  if (event.key === "Escape") closeSearch();
  if (event.key === "Enter" && candidates.length) pick(candidates[Math.max(active, 0)]);
}

function startSearch() {
  byId("search").addEventListener("input", () => {
    active = -1;
    listFound();
  });
  byId("search").addEventListener("keydown", searchKey);
  document.addEventListener("click", (event) => {
    if (!event.target.closest("search")) {
      byId("found").hidden = true;
    }
  });
}
