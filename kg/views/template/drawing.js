"use strict";
// Which marks and lines the picture has now: the provinces of a big network, one of them, or the things themselves.

const WHOLE = "all";
const regions = content.regions.map((region, n) => ({ ...region, n, key: textIn("en", region.label), members: [] }));
for (const thing of regions.length ? things : EMPTY) regions[thing.region].members.push(thing);

/** What the picture is of: "overview", "whole", or the region whose places things take. */
function frame() {
  if (!regions.length || shown.path) return WHOLE;
  if (state.around) {
    const home = regions[thingById.get(state.around).region];
    return state.steps === 1 ? home : WHOLE;
  }
  if (state.region === WHOLE) return WHOLE;
  return regions.find((region) => region.key === state.region) ?? "overview";
}

/** The marks and lines to draw. Marks: id, x, y, radius, shape, kind, label. Lines: from, to (marks), former, link. */
function drawing() {
  const picture = frame();
  return picture === "overview" ? overview() : ofThings(picture);
}

function ofThings(region) {
  const marks = new Map();
  const at = region === WHOLE ? new Map() : new Map(region.guests.map(([n, x, y]) => [n, { x, y }]));
  for (const n of shown.things) {
    const thing = things[n];
    if (region === WHOLE || at.has(n) || thing.region === region.n) marks.set(n, markOf(thing, at.get(n)));
  }
  const lines = [];
  for (const n of shown.links) {
    const { from, to, former } = links[n];
    if (marks.has(from) && marks.has(to))
      lines.push({ from: marks.get(from), to: marks.get(to), former, link: links[n] });
  }
  bendPairs(lines);
  return { marks: [...marks.values()], lines, key: region === WHOLE ? WHOLE : region.key };
}

function markOf(thing, guest) {
  const { n, radius, kind } = thing;
  const { x, y } = guest ?? thing;
  return { id: n, x, y, radius, kind, shape: kinds.get(kind).shape, label: nameOf(thing), thing };
}

/** Two links between the same two things go side by side. */
function bendPairs(lines) {
  const there = new Set(lines.map(({ from, to }) => `${from.id} ${to.id}`));
  for (const line of lines) line.bent = line.from !== line.to && there.has(`${line.to.id} ${line.from.id}`);
}

// ---------------------------------------------------------------- the provinces of a big network

function overview() {
  const counts = regions.map(({ members }) => members.filter((thing) => shown.things.has(thing.n)).length);
  const marks = new Map(regions.filter(({ n }) => counts[n]).map((region) => [region.n, regionMark(region, counts)]));
  return { marks: [...marks.values()], lines: regionLines(marks), key: "overview" };
}

function regionMark({ n, x, y, radius, label }, counts) {
  const name = `${text(label)} · ${counts[n]}`;
  return { id: `region-${n}`, x, y, radius, kind: "Place", shape: "hexagon", label: name, region: regions[n] };
}

function regionLines(marks) {
  const pairs = new Map();
  for (const n of shown.links) {
    const [one, other] = [things[links[n].from].region, things[links[n].to].region].sort((a, b) => a - b);
    if (one !== other) pairs.set(`${one} ${other}`, [one, other]);
  }
  return [...pairs.values()].map(([one, other]) => ({
    from: marks.get(one),
    to: marks.get(other),
    former: 0,
    link: null,
  }));
}

// ---------------------------------------------------------------- what stands out

/** The ids of marks and links that stand out, null when nothing does: a path, or what is chosen with its neighbours. */
function emphasis() {
  if (shown.path) return emphasised(shown.path, [state.start, state.end]);
  const [thing, link] = [thingById.get(state.chosen), linkByKey.get(state.chosen)];
  if (link) return emphasised([link], EMPTY);
  return thing
    ? emphasised(
        thing.links.filter(({ n }) => shown.links.has(n)),
        [state.chosen],
      )
    : null;
}

function emphasised(some, ids) {
  const marks = new Set(some.flatMap(({ from, to }) => [from, to]));
  for (const id of ids) marks.add(thingById.get(id).n);
  return { marks, links: new Set(some.map(({ n }) => n)) };
}
