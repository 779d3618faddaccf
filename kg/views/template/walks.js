"use strict";
// Walking the network along links, in either direction.

/** The things within so many steps of one, by number, over links that are allowed. */
function neighbourhood(thing, steps, allowed) {
  const found = new Set([thing.n]);
  let ring = [thing];
  for (let step = 0; step < steps; step += 1) {
    ring = ring
      .flatMap((each) => each.links.filter((link) => allowed.has(link.n)).map((link) => otherEnd(link, each)))
      .filter((each) => !found.has(each.n) && found.add(each.n));
  }
  return found;
}

/** A shortest path as the links in order, null if there is none. */
function shortestPath(start, end, allowed) {
  const cameBy = new Map([[start.n, null]]);
  const queue = [start];
  for (const thing of queue) {
    if (thing === end) return traced(end, cameBy);
    for (const link of thing.links) {
      const next = otherEnd(link, thing);
      if (!allowed.has(link.n) || cameBy.has(next.n)) continue;
      cameBy.set(next.n, { link, from: thing });
      queue.push(next);
    }
  }
  return null;
}

function traced(end, cameBy) {
  const path = [];
  for (let step = cameBy.get(end.n); step; step = cameBy.get(step.from.n)) path.unshift(step.link);
  return path;
}
