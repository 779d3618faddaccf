"use strict";
// The details panel: what is known of the chosen thing or link, word for word; the path between two things.

const MOST_OPEN = 3;

/** What states a link; for a link that no sentence states, where the thing it starts from is named. */
function told(link) {
  if (link.facts.length) return link.facts.map(factPart);
  return [element("p", { class: "hint" }, say("noSentence")), things[link.from].quotes.map(quote)];
}

const arrowed = (link) => `${nameOf(things[link.from])} → ${relationsOf(link).join("; ")} → ${nameOf(things[link.to])}`;

/** A link of a thing: its quotes appear when it is opened. */
function linkOf(thing, link, open) {
  const other = otherEnd(link, thing);
  const words = relationsOf(link).join("; ");
  const outward = link.from === thing.n;
  const box = element(
    "details",
    {},
    element(
      "summary",
      { dir: "auto" },
      icon(other.kind),
      outward ? `${words} → ${nameOf(other)}` : `${nameOf(other)} → ${words}`,
    ),
  );
  const fill = () => {
    if (box.open && box.childElementCount === 1)
      box.append(
        button(say("go", { name: nameOf(other) }), () => choose(other.id)),
        ...told(link).flat(Infinity),
      );
  };
  box.addEventListener("toggle", fill);
  box.open = open;
  if (open) fill();
  return box;
}

function tools(thing) {
  const near = button(say("neighbourhood"), () =>
    update({ around: thing.id, steps: state.around === thing.id ? state.steps + 1 : 1, start: "", end: "" }),
  );
  const begin = button(say("pathFrom"), () => update({ start: thing.id, end: "" }), {
    "aria-pressed": String(state.start === thing.id),
  });
  const arrive =
    state.start && state.start !== thing.id
      ? [button(say("pathTo", { name: nameOf(thingById.get(state.start)) }), () => update({ end: thing.id }))]
      : [];
  return element("p", { class: "tools" }, near, begin, arrive);
}

function aboutThing(thing) {
  const others = [...new Set([...thing.names, ...allForms(thing.label)])]
    .filter((name) => name !== nameOf(thing))
    .sort();
  const few = thing.links.length <= MOST_OPEN;
  return [
    element("h2", { dir: "auto" }, nameOf(thing)),
    element(
      "p",
      { class: "kind" },
      icon(thing.kind),
      kindName(thing.kind),
      element("span", {}, ` · ${counted(thing.evidence)}`),
    ),
    tools(thing),
    careerTable(thing),
    section(
      say("neighbours", { count: thing.links.length }),
      thing.links.map((link) => linkOf(thing, link, few)),
    ),
    section(say("facts"), thing.facts.map(factPart)),
    section(say("namedIn"), thing.quotes.map(quote)),
    section(say("properties"), statements(thing.says)),
    section(
      say("spellings"),
      others.length ? [element("p", { class: "spellings", dir: "auto" }, others.join(" · "))] : [],
    ),
  ];
}

function aboutLink(link) {
  const [from, to] = [things[link.from], things[link.to]];
  return [
    element("h2", { dir: "auto" }, relationsOf(link).join("; ")),
    element(
      "p",
      { class: "ends" },
      thingButton(from),
      element("span", { "aria-hidden": "true" }, "↓"),
      thingButton(to),
    ),
    link.facts.length ? element("p", { class: "kind" }, counted(link.evidence)) : [],
    told(link),
  ];
}

function aboutPath() {
  const [start, end] = [thingById.get(state.start), thingById.get(state.end)];
  const names = { start: nameOf(start), end: end ? nameOf(end) : "…" };
  const heading = [
    element("h2", { dir: "auto" }, say("pathIs", names)),
    button(say("leavePath"), () => update({ start: "", end: "" })),
  ];
  if (!end) return [heading, element("p", { class: "hint" }, say("chooseEnd"))];
  if (!shown.path) return [heading, element("p", { class: "hint" }, say("noPath"))];
  const steps = shown.path.map((link) =>
    element(
      "li",
      { dir: "auto" },
      button(arrowed(link), () => choose(link.key)),
    ),
  );
  return [heading, element("ol", { class: "path" }, steps)];
}

function aboutRegion(region) {
  const members = region.members.filter((thing) => shown.things.has(thing.n));
  const shownFirst = members.sort((a, b) => b.links.length - a.links.length || a.n - b.n).slice(0, 40);
  return [
    element("h2", { dir: "auto" }, text(region.label)),
    element("p", { class: "kind" }, say("thingsHere", { count: members.length })),
    element(
      "ul",
      { class: "plain" },
      shownFirst.map((thing) => element("li", {}, thingButton(thing))),
    ),
  ];
}

function aboutNothing() {
  const region = regions.find(({ key }) => key === state.region);
  if (region) return aboutRegion(region);
  return [
    element("h2", { dir: "auto" }, text(content.title)),
    element("p", {}, text(content.summary)),
    element("p", { class: "hint" }, say(regions.length ? "hintRegions" : "hint")),
  ];
}

function showPanel() {
  const [thing, link] = [thingById.get(state.chosen), linkByKey.get(state.chosen)];
  const path = state.start ? [...aboutPath(), element("hr")] : [];
  const parts = thing ? aboutThing(thing) : link ? aboutLink(link) : state.start ? [] : aboutNothing();
  const focused = byId("details").contains(document.activeElement);
  byId("details").replaceChildren(...[...path, ...parts].flat(Infinity));
  byId("panel").scrollTop = 0;
  if (focused) byId("panel").focus();
  byId("announced").textContent = thing || link ? byId("details").querySelector("h2").textContent : "";
}

const PANEL = ["chosen", "lang", "start", "end", "region"];

function startPanel() {
  onChange((changes) => {
    if (!changes || PANEL.some((name) => name in changes) || (!state.chosen && state.region)) showPanel();
  });
}
