"use strict";
// Choosing things and links, what lies under the pointer, and the tip beside it.

const CLOSE = 6;

// ---------------------------------------------------------------- choosing

/** Shows a thing (by its id) or a link (by its key) in picture and panel; "" chooses nothing. */
function choose(id, { move = true } = {}) {
  const changes = { chosen: id };
  const [thing, link] = [thingById.get(id), linkByKey.get(id)];
  const ends = thing ? [thing] : link ? [things[link.from], things[link.to]] : EMPTY;
  if (ends.some(({ n }) => !shown.things.has(n))) Object.assign(changes, reveal());
  if (regions.length && ends.length && !ends.some(({ n }) => markById.has(n)))
    changes.region = regions[ends[0].region].key;
  update(changes);
  if (move && ends.length && network) bringIntoView(ends);
}

/** Filters that hide what the reader asks for give way. */
const reveal = () => Object.fromEntries(NARROWING.map((name) => [name, DEFAULTS[name]]));

function bringIntoView(ends) {
  const placed = ends.map(({ n }) => markById.get(n)).filter(Boolean);
  if (!placed.length) return;
  const middle = (axis) => placed.reduce((sum, mark) => sum + mark[axis], 0) / placed.length;
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  network.moveTo({
    position: { x: middle("x"), y: middle("y") },
    scale: Math.max(network.getScale(), 0.8),
    animation: still ? false : { duration: 350, easingFunction: "easeInOutQuad" },
  });
}

function distanceTo(line, x, y) {
  const points = line.bent ? [0, 0.25, 0.5, 0.75, 1].map((share) => pointOn(line, share)) : [line.from, line.to];
  return Math.min(...points.slice(1).map((point, n) => distanceToStretch(points[n], point, x, y)));
}

function distanceToStretch(from, to, x, y) {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const share = Math.max(0, Math.min(1, ((x - from.x) * dx + (y - from.y) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(x - from.x - share * dx, y - from.y - share * dy);
}

/** What lies under a place of the picture: a mark, its name, a line or its words; null where there is nothing. */
function under({ x, y }) {
  const [at, scale] = [network.DOMtoCanvas({ x, y }), network.getScale()];
  const mark = current.marks.findLast(
    (each) => Math.hypot(each.x - at.x, each.y - at.y) <= each.radius * 1.1 + 2 / scale,
  );
  if (mark) return mark;
  const holds = ({ box }) => at.x > box.left && at.x < box.right && at.y > box.top && at.y < box.bottom;
  const { names, relations } = seenLabels;
  const label = names.find(holds) ?? relations.find(holds);
  if (label) return label.mark ?? label.line;
  const near = current.lines.filter(({ link }) => link).map((line) => [distanceTo(line, at.x, at.y), line]);
  const [distance, line] = near.reduce((best, each) => (each[0] < best[0] ? each : best), [Infinity, null]);
  return distance * scale <= CLOSE ? line : null;
}

function click({ pointer }) {
  const found = under(pointer.DOM);
  hideTip();
  if (found?.region) update({ region: found.region.key, chosen: "" });
  else choose(found?.thing?.id ?? found?.link?.key ?? "", { move: false });
}

// ---------------------------------------------------------------- the tip beside the pointer

function tipFor(found) {
  if (found?.region) return [found.label, say("openRegion")];
  if (found?.thing) return [found.label, kindName(found.thing.kind)];
  return [`${found.from.label} → ${found.to.label}`, relationsOf(found.link).join("; ")];
}

function showTip(event) {
  if (moving) return;
  const box = byId("canvas").getBoundingClientRect();
  const found = under({ x: event.clientX - box.left, y: event.clientY - box.top });
  byId("canvas").style.cursor = found ? "pointer" : "";
  if (!found) {
    hideTip();
    return;
  }
  const [title, rest] = tipFor(found);
  byId("tip").replaceChildren(
    element("strong", { dir: "auto" }, cut(title, 160)),
    element("span", { dir: "auto" }, cut(rest, 160)),
  );
  byId("tip").hidden = false;
  byId("tip").style.left = `${Math.min(event.clientX - box.left + 14, Math.max(0, box.width - 270))}px`;
  byId("tip").style.top = `${event.clientY - box.top + 16}px`;
}

function hideTip() {
  byId("tip").hidden = true;
}

/** At most once a frame. */
function paced(act) {
  let waiting = null;
  return (event) => {
    if (waiting === null)
      requestAnimationFrame(() => {
        act(waiting);
        waiting = null;
      });
    waiting = event;
  };
}
