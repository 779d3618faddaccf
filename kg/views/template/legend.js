"use strict";
// The legend, which is the filter by kind; the other filters; how much remains; language and theme.

function legendEntry([kind]) {
  const all = things.filter((thing) => thing.kind === kind);
  const count = all.filter((thing) => shown.things.has(thing.n)).length;
  const box = element("input", { type: "checkbox", value: kind, onchange: () => toggleKind(kind, box.checked) });
  box.checked = !state.hidden.includes(kind);
  return element(
    "label",
    {},
    box,
    icon(kind),
    `${kindsName(kind)} ${count === all.length ? count : `${count}/${all.length}`}`,
  );
}

function toggleKind(kind, on) {
  const others = state.hidden.filter((each) => each !== kind);
  update({ hidden: on ? others : [...others, kind] });
}

function lineSample(words, dashes) {
  const look = { stroke: "currentColor", "stroke-width": 2, "stroke-dasharray": dashes };
  const line = svgElement("line", { x1: 0, y1: 8, x2: 24, y2: 8, ...look });
  return element(
    "span",
    { class: "sample" },
    svgElement("svg", { viewBox: "0 0 24 16", "aria-hidden": "true", class: "icon wide" }, line),
    words,
  );
}

function showLegend() {
  const focused = document.activeElement?.closest("#legend") ? document.activeElement.value : null;
  const former = links.some((link) => link.former)
    ? [lineSample(say("now"), "none"), lineSample(say("former"), "6 4")]
    : [];
  byId("legend").replaceChildren(
    element("legend", { class: "unseen" }, say("kinds")),
    ...[...kinds].map(legendEntry),
    ...former,
  );
  if (focused) byId("legend").querySelector(`[value="${focused}"]`)?.focus();
}

// ---------------------------------------------------------------- the other filters

/** The values of a facet as [key, words], sorted by words in the reader's language. */
function facetValues(all, words) {
  const found = new Map(all.map((value) => [words(value, "en"), words(value, state.lang)]));
  return [...found].sort((a, b) => a[1].localeCompare(b[1], state.lang));
}

const facetWords = (number, language) => textIn(language, number);
const SELECTS = {
  place: () =>
    facetValues([...new Set(things.flatMap((thing) => thing.zones))], (zone, language) => zoneKey(zone, language)),
  level: () => facetValues([...new Set(things.flatMap((thing) => thing.levels))], facetWords),
  role: () => facetValues([...new Set(things.flatMap((thing) => thing.roles))], facetWords),
  type: () => facetValues([...new Set(things.flatMap((thing) => thing.types))], facetWords),
  source: () =>
    [...new Set(content.articles.map(({ language }) => language).filter(Boolean))]
      .sort()
      .map((each) => [each, languageName(each)]),
};

function fillSelect(name) {
  const values = SELECTS[name]();
  byId(name).replaceChildren(...options([["", say("any")], ...values], state[name]));
  byId(name).closest("label").hidden = values.length < 2;
}

const mostStories = Math.max(1, ...things.map((thing) => thing.evidence.stories.size));

function fillFilters() {
  Object.keys(SELECTS).forEach(fillSelect);
  for (const name of ["from", "until"]) {
    byId(name).value = state[name];
    Object.assign(byId(name), { min: attestedDates[0] ?? "", max: attestedDates.at(-1) ?? "" });
    byId(name).closest("label").hidden = attestedDates.length < 2;
  }
  byId("undated").checked = state.undated;
  byId("undated").closest("label").hidden = !dated();
  byId("stories").value = state.stories;
  byId("stories").max = mostStories;
  byId("stories").closest("label").hidden = mostStories < 2;
}

function showRemains() {
  const counts = {
    things: shown.things.size,
    allThings: things.length,
    links: shown.links.size,
    allLinks: links.length,
  };
  byId("remains").textContent = say("remain", counts);
  byId("reset").hidden = !isNarrowed();
  byId("nothing").hidden = shown.things.size > 0 || !things.length;
}

function fillRegions() {
  const some = regions.length > 0;
  byId("region").closest("label").hidden = !some;
  if (!some) return;
  const named = facetValues(regions, (region, language) => textIn(language, region.label));
  byId("region").replaceChildren(
    ...options([["", say("overview")], [WHOLE, say("everything")], ...named], state.region),
  );
}

function showFocus() {
  const thing = thingById.get(state.around);
  byId("focus").hidden = !thing;
  if (!thing) return;
  const leave = () => {
    update({ around: "", steps: 1 });
    network.canvas.frame.focus();
  };
  const parts = [
    element("span", {}, say("around", { name: nameOf(thing), steps: state.steps })),
    button(say("widen"), () => update({ steps: state.steps + 1 })),
    button(say("leave"), leave),
  ];
  keepingFocus(byId("focus"), () => byId("focus").replaceChildren(...parts));
}

// ---------------------------------------------------------------- language and theme

/** Puts the page's own words into the chosen language. */
function translate() {
  document.documentElement.lang = state.lang;
  document.title = text(content.title);
  for (const each of document.querySelectorAll("[data-say]")) each.textContent = say(each.dataset.say);
  for (const each of document.querySelectorAll("[data-name]")) {
    each.setAttribute("aria-label", say(each.dataset.name));
    if (each.localName === "button") each.title = say(each.dataset.name);
    if ("placeholder" in each) each.placeholder = say(each.dataset.name);
  }
  byId("title").textContent = text(content.title);
  byId("summary").textContent = text(content.summary);
}

function setTheme() {
  if (state.theme) document.documentElement.dataset.theme = state.theme;
  else delete document.documentElement.dataset.theme;
}

function startLegend() {
  for (const name of [...Object.keys(SELECTS), "from", "until", "region", "lang"]) {
    byId(name).addEventListener("change", (event) =>
      update({ [name]: event.target.value, ...(name === "region" ? { chosen: "" } : {}) }),
    );
  }
  byId("undated").addEventListener("change", (event) => update({ undated: event.target.checked }));
  byId("stories").addEventListener("change", (event) =>
    update({ stories: Math.max(1, Number.parseInt(event.target.value, 10) || 1) }),
  );
  byId("reset").addEventListener("click", resetFilters);
  byId("theme").addEventListener("click", () => {
    const dark = state.theme ? state.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    update({ theme: dark ? "light" : "dark" });
  });
  onChange((changes) => {
    if (!changes || "theme" in changes) setTheme();
    if (!changes || "lang" in changes) {
      translate();
      byId("lang").replaceChildren(
        ...options(
          content.languages.map((each) => [each, ownName(each)]),
          state.lang,
        ),
      );
    }
    showLegend();
    fillFilters();
    fillRegions();
    showRemains();
    showFocus();
  });
}

/** A language by its own name: "Tiếng Việt". */
function ownName(language) {
  const name = new Intl.DisplayNames([language], { type: "language" }).of(language);
  return name[0].toLocaleUpperCase(language) + name.slice(1);
}
