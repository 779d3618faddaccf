"use strict";
// What remains of the network under the filters.

/** A zone's name with those it lies in, from the top: the key by which the address names it. */
function zoneKey(zone, language) {
  const [label, above] = content.zones[zone];
  const name = textIn(language, label);
  return above < 0 ? name : `${zoneKey(above, language)} / ${name}`;
}

const keyOf = (number) => textIn("en", number);
for (const thing of things) {
  thing.keys = {
    level: new Set(thing.levels.map(keyOf)),
    role: new Set(thing.roles.map(keyOf)),
    type: new Set(thing.types.map(keyOf)),
    place: new Set(thing.zones.map((zone) => zoneKey(zone, "en"))),
  };
}
for (const link of links) link.roleKeys = new Set(link.roles.map(keyOf));

const dated = () => Boolean(state.from || state.until);
const inRange = (date) => (!state.from || date >= state.from) && (!state.until || date <= state.until);

function attested({ dates, languages, stories }) {
  const inTime = !dated() || dates.some(inRange) || (state.undated && !dates.length);
  return inTime && (!state.source || languages.has(state.source)) && stories.size >= state.stories;
}

function keepsThing(thing) {
  if (state.hidden.includes(thing.kind)) return false;
  for (const facet of ["level", "place", "role", "type"]) {
    if (state[facet] && !thing.keys[facet].has(state[facet])) return false;
  }
  return !asksEvidence() || attested(thing.evidence);
}

/** Whether a filter on evidence is set; without one, what no sentence states remains as well. */
const asksEvidence = () => dated() || Boolean(state.source) || state.stories > 1;

function keepsLink(link) {
  if (state.role && link.roles.length && !link.roleKeys.has(state.role)) return false;
  return !link.facts.length || !asksEvidence() || attested(link.evidence);
}

/** The numbers of the things and links that the filters leave, and the path between two chosen things among them. */
function remaining() {
  let kept = new Set(things.filter(keepsThing).map((thing) => thing.n));
  const joins = (link) => kept.has(link.from) && kept.has(link.to);
  let open = new Set(links.filter((link) => joins(link) && keepsLink(link)).map((link) => link.n));
  if (state.around) {
    const centre = thingById.get(state.around);
    const near = neighbourhood(centre, state.steps, open);
    kept = new Set([...kept, centre.n].filter((n) => near.has(n)));
    open = new Set([...open].filter((n) => joins(links[n])));
  }
  return { things: kept, links: open, path: pathAmong(open) };
}

function pathAmong(open) {
  const [start, end] = [thingById.get(state.start), thingById.get(state.end)];
  return start && end ? shortestPath(start, end, open) : null;
}

let shown = { things: new Set(), links: new Set(), path: null };
onChange(() => {
  shown = remaining();
});
