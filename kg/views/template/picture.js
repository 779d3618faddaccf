"use strict";
// The picture on the screen. vis-network holds the marks, moves and zooms the view and hears the pointer; marks, lines
// and labels are drawn here, all of a kind in one stroke, where vis-network strokes each by itself, many times as long.

const LARGEST_SCALE = 1.25;
const MANY = 1500; // more marks than this cannot be dragged singly, and their lines hide while the picture is dragged
const STEP = 1.3;
const NAME_ROOM = 150; // pixels on the screen that names need beyond the outermost marks

const marks = new vis.DataSet();
let current = { marks: [], lines: [], key: "" };
let markById = new Map();
let colours = shades();
let moving = false;
let placedFor = { picture: null, scale: 0, lang: "", labels: null };

const network = things.length
  ? new vis.Network(byId("canvas"), { nodes: marks, edges: new vis.DataSet() }, data.options)
  : null;

// ---------------------------------------------------------------- from the state to vis-network

/** A mark as vis-network knows it: its place and size; paintBelow draws it. */
function asNode({ id, x, y, radius }) {
  const known = { nodeDimensions: { width: radius * 2.2, height: radius * 2.2 } };
  return { id, x, y, shape: "custom", ctxRenderer: () => known };
}

/** Gives vis-network the marks that it lacks, takes away those that are gone; marks stay where the reader put them. */
function synchronise(picture) {
  const same = picture.key === current.key;
  for (const mark of same ? picture.marks : EMPTY) {
    const { x, y } = markById.get(mark.id) ?? mark;
    Object.assign(mark, { x, y });
  }
  const draggable = picture.marks.length > MANY ? EMPTY : picture.marks;
  const wanted = new Set(draggable.map(({ id }) => id));
  marks.remove(marks.getIds().filter((id) => !same || !wanted.has(id)));
  marks.add(draggable.filter(({ id }) => !marks.get(id)).map(asNode));
  markById = new Map(picture.marks.map((mark) => [mark.id, mark]));
}

const LOOKS_ONLY = new Set(["theme", "tables", "chosen"]);

function drawPicture(changes) {
  const names = Object.keys(changes ?? {});
  if (names.includes("theme")) colours = shades();
  const moved = !changes || names.some((name) => !LOOKS_ONLY.has(name));
  if (moved) {
    const picture = drawing();
    const other =
      picture.key !== current.key || names.includes("around") || names.includes("start") || names.includes("steps");
    synchronise(picture);
    current = picture;
    if (other) showWhole();
  }
  network.redraw();
  describePicture();
}

function describePicture() {
  const counts = { things: current.marks.length, links: current.lines.length };
  network.canvas.frame.setAttribute("aria-label", say("pictureIs", counts));
}

// ---------------------------------------------------------------- drawing

function labelsAt(scale) {
  const step = Math.round(Math.log(scale) * 24);
  const { picture, lang } = placedFor;
  if (picture !== current || placedFor.scale !== step || lang !== state.lang) {
    placedFor = { picture: current, scale: step, lang: state.lang, labels: placedLabels(current, Math.exp(step / 24)) };
  }
  return placedFor.labels;
}

/** The part of the drawing that the screen shows. */
function visiblePart() {
  const { clientWidth, clientHeight } = byId("canvas");
  const [from, to] = [network.DOMtoCanvas({ x: 0, y: 0 }), network.DOMtoCanvas({ x: clientWidth, y: clientHeight })];
  return { left: from.x, top: from.y, right: to.x, bottom: to.y };
}

const inView =
  (view) =>
  ({ box }) =>
    overlap(box, view);

function paintBelow(ctx) {
  const [pen, scale, view] = [new CanvasPen(ctx), network.getScale(), visiblePart()];
  if (!moving || current.marks.length <= MANY) {
    paintLines(pen, current.lines, { stroke: colours.edge, width: WIDTH, scale });
  }
  const seen = ({ x, y, radius }) =>
    x + radius > view.left && x - radius < view.right && y + radius > view.top && y - radius < view.bottom;
  paintMarks(pen, current.marks.filter(seen), colours, scale);
}

function paintAbove(ctx) {
  const [pen, scale, view, strong] = [new CanvasPen(ctx), network.getScale(), visiblePart(), emphasis()];
  if (strong && current.key !== "overview") {
    ctx.globalAlpha = 0.8;
    ctx.fillStyle = colours.page;
    ctx.fillRect(view.left, view.top, view.right - view.left, view.bottom - view.top);
    ctx.globalAlpha = 1;
    paintEmphasis(pen, current, strong, colours, scale);
    return;
  }
  const { names, relations } = labelsAt(scale);
  paintLabels(pen, { names: names.filter(inView(view)), relations: relations.filter(inView(view)) }, colours);
}

// ---------------------------------------------------------------- the whole in view

/** Brings all that is drawn into view, with room for the names below the lowest marks. */
function showWhole() {
  if (!current.marks.length) return;
  const { clientWidth, clientHeight } = byId("canvas");
  const [left, right] = extremes(current.marks.map(({ x }) => x));
  const [top, bottom] = extremes(current.marks.map(({ y }) => y));
  const [wide, high] = [clientWidth, clientHeight].map((length) => length - Math.min(NAME_ROOM, length / 4));
  const scale = Math.min(wide / Math.max(right - left, 1), high / Math.max(bottom - top, 1), LARGEST_SCALE);
  network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 + 20 / scale }, scale });
}

const extremes = (numbers) =>
  numbers.reduce(([least, most], each) => [Math.min(least, each), Math.max(most, each)], [Infinity, -Infinity]);

// ---------------------------------------------------------------- setting it going

function followDrag({ nodes }) {
  const places = network.getPositions(nodes);
  for (const id of nodes) Object.assign(markById.get(id), places[id]);
  placedFor.picture = null;
}

function setMoving(on) {
  return () => {
    moving = on;
    hideTip();
    if (!on) network.redraw();
  };
}

function zoom(factor) {
  network.moveTo({ scale: network.getScale() * factor });
}

function startPicture() {
  const { frame: box } = network.canvas;
  box.tabIndex = 0;
  box.setAttribute("role", "img");
  network.on("beforeDrawing", paintBelow);
  network.on("afterDrawing", paintAbove);
  network.on("click", click);
  network.on("dragStart", setMoving(true));
  network.on("dragging", followDrag);
  network.on("dragEnd", setMoving(false));
  byId("canvas").addEventListener("mousemove", paced(showTip));
  byId("canvas").addEventListener("mouseleave", hideTip);
  byId("closer").addEventListener("click", () => zoom(STEP));
  byId("further").addEventListener("click", () => zoom(1 / STEP));
  byId("whole").addEventListener("click", showWhole);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => drawPicture({ theme: "" }));
  onChange(drawPicture);
}
