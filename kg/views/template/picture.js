// The picture, its legend, the search and the list; panel.js stands before it in the page.

// ---------------------------------------------------------------- the picture

const hiddenKinds = new Set();
const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
const hidden = (id) => hiddenKinds.has(things.get(id).group);

function nearby() {
  if (links.has(chosen)) return new Set([links.get(chosen).from, links.get(chosen).to]);
  if (!things.has(chosen)) return null;
  return new Set([chosen, ...linksOf.get(chosen).flatMap((edge) => [edge.from, edge.to])]);
}

const lit = (edge, near) => !near || edge.id === chosen || edge.from === chosen || edge.to === chosen;

function paintedThing(node, near, shades) {
  const bright = !near || near.has(node.id);
  const fill = bright ? shades[node.group] : shades.faint;
  const same = { background: fill, border: fill };
  return {
    id: node.id, hidden: hidden(node.id),
    color: { ...same, highlight: { background: fill, border: shades.text }, hover: { background: fill, border: shades.text } },
    font: { ...node.font, color: bright ? shades.text : shades.edge, strokeWidth: 3, strokeColor: shades.page },
  };
}

function paintedLink(edge, near, shades) {
  const bright = lit(edge, near);
  const line = bright ? shades.edge : shades.faint;
  return {
    id: edge.id, hidden: hidden(edge.from) || hidden(edge.to),
    color: { color: line, highlight: shades.accent, hover: shades.accent },
    font: { color: bright ? shades.text : "transparent", strokeWidth: bright ? 4 : 0, strokeColor: shades.page },
  };
}

function painted() {
  const near = nearby();
  const names = [...kinds.keys(), "text", "quiet", "page", "edge", "faint", "accent"];
  const shades = Object.fromEntries(names.map((name) => [name, colour(name)]));
  return {
    nodes: data.nodes.map((node) => paintedThing(node, near, shades)),
    edges: data.edges.map((edge) => paintedLink(edge, near, shades)),
  };
}

function merged(items, paint) {
  return items.map((item, number) => ({ ...item, ...paint[number] }));
}

const first = painted();
const drawn = {
  nodes: new vis.DataSet(merged(data.nodes, first.nodes)),
  edges: new vis.DataSet(merged(data.edges, first.edges)),
};
const network = data.nodes.length ? new vis.Network(byId("canvas"), drawn, data.options) : null;

function repaint() {
  const paint = painted();
  drawn.nodes.update(paint.nodes);
  drawn.edges.update(paint.edges);
}

/** Shows a thing or link by its id, in the picture and in the panel; null shows the hint again. */
function choose(id, { move = true } = {}) {
  chosen = id;
  const ends = links.has(id) ? [links.get(id).from, links.get(id).to] : things.has(id) ? [id] : [];
  for (const end of ends) unhide(things.get(end).group);
  repaint();
  network.setSelection({ nodes: things.has(id) ? [id] : [], edges: links.has(id) ? [id] : [] });
  if (move && ends.length) bringIntoView(ends);
  show();
}

function bringIntoView(ends) {
  const places = Object.values(network.getPositions(ends));
  const middle = (axis) => places.reduce((sum, place) => sum + place[axis], 0) / places.length;
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  network.moveTo({
    position: { x: middle("x"), y: middle("y") }, scale: Math.max(network.getScale(), 0.9),
    animation: still ? false : { duration: 350, easingFunction: "easeInOutQuad" },
  });
}

function showWhole() {
  network.fit();
  network.moveTo({ scale: network.getScale() * 0.94 });
}

function unhide(kind) {
  hiddenKinds.delete(kind);
  byId("legend").querySelector(`[value="${kind}"]`).checked = true;
}

// ---------------------------------------------------------------- legend, search, list

function legendEntry({ kind, plural }) {
  const count = data.nodes.filter((node) => node.group === kind).length;
  const box = element("input", { type: "checkbox", value: kind, checked: "checked", onchange: () => {
    if (box.checked) hiddenKinds.delete(kind); else hiddenKinds.add(kind);
    repaint();
  } });
  return element("label", {}, box, mark(kind), `${plural} (${count})`);
}

function lineSample(text, dashes) {
  const line = svg("line", { x1: 0, y1: 8, x2: 16, y2: 8, stroke: "currentColor", "stroke-width": 2, "stroke-dasharray": dashes });
  return element("span", { class: "line" }, svg("svg", { viewBox: "0 0 16 16", "aria-hidden": "true" }, line), text);
}

function fillLegend() {
  const former = data.edges.some((edge) => edge.dashes);
  byId("legend").append(
    ...data.kinds.map(legendEntry),
    ...(former ? [lineSample("now", "none"), lineSample("former", "4 3")] : []),
  );
}

const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/đ/g, "d");
const spellings = data.nodes.map((node) => [node, node.names.map(folded)]);
const MOST_FOUND = 40;

function find(text) {
  const wanted = folded(text.trim());
  return wanted ? spellings.filter(([, names]) => names.some((name) => name.includes(wanted))).map(([node]) => node) : [];
}

function pick(node) {
  byId("search").value = "";
  listFound();
  choose(node.id);
}

function listFound() {
  const text = byId("search").value;
  const found = find(text);
  const entries = found.slice(0, MOST_FOUND).map((node) => element("li", {}, button(node.name, () => pick(node))));
  const more = found.length - entries.length;
  const note = !found.length && text.trim() ? "Nothing of that name here" : more > 0 ? `and ${more} more` : "";
  byId("found").replaceChildren(...entries, ...(note ? [element("li", {}, element("p", {}, note))] : []));
}

function searchKey(event) {
  if (event.key === "Escape") { byId("search").value = ""; listFound(); }
  const found = event.key === "Enter" ? find(byId("search").value) : [];
  if (found.length) pick(found[0]);
}

function linkRow(edge) {
  const end = (id) => element("td", {}, button(things.get(id).name, () => choose(id)));
  return element("tr", {}, end(edge.from), element("td", {}, button(words(edge), () => choose(edge.id))), end(edge.to));
}

function fillList() {
  const list = byId("list");
  if (!list.open || list.querySelector("table")) return;
  const alone = data.nodes.filter((node) => !linksOf.get(node.id).length);
  const heads = ["From", "Link", "To"].map((text) => element("th", { scope: "col" }, text));
  list.append(
    element("table", {}, element("thead", {}, element("tr", {}, heads)), element("tbody", {}, data.edges.map(linkRow))),
    ...section("Without a link here", alone.map((node) => element("p", {}, button(node.name, () => choose(node.id))))),
  );
}

// ---------------------------------------------------------------- start

fillLegend();
byId("list").firstElementChild.textContent = `All as a list: ${data.edges.length} links, ${data.nodes.length} things`;
byId("list").addEventListener("toggle", fillList);
byId("search").addEventListener("input", listFound);
byId("search").addEventListener("keydown", searchKey);
if (network) {
  byId("canvas").setAttribute("role", "img");
  byId("canvas").setAttribute("aria-label", "Network; the list beside it holds the same things and links");
  network.on("click", ({ nodes, edges }) => choose(nodes[0] ?? edges[0] ?? null, { move: false }));
  byId("closer").addEventListener("click", () => network.moveTo({ scale: network.getScale() * 1.3 }));
  byId("further").addEventListener("click", () => network.moveTo({ scale: network.getScale() / 1.3 }));
  byId("whole").addEventListener("click", showWhole);
  showWhole();
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", repaint);
}
