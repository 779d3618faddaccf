"use strict";
// The picture on the screen. vis-network holds the marks, moves and zooms the view and hears the pointer; marks, lines
// and labels are drawn here, all of a kind in one stroke, where vis-network strokes each by itself, many times as long.

const LARGEST_SCALE = 1.25;
const MANY = 1500; // more marks than this cannot be dragged singly, and their lines hide while the picture is dragged
const STEP = 1.3;
const VEIL = 0.78; // how much of what does not stand out is hidden
const TRIES = 6;
const LEAST_SHARE = 0.7; // how much smaller than the marks alone need the picture may be, so that names fit
const MARGIN = 14; // pixels on the screen around the whole

const marks = new vis.DataSet();
let current = { marks: [], lines: [], key: "" };
let markById = new Map();
let colours = shades();
let moving = false;
let seenLabels = { names: EMPTY, relations: EMPTY };
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
  const { names, relations } = labelsAt(scale);
  const seen = ({ box }) => overlap(box, view);
  seenLabels = { names: names.filter(seen), relations: relations.filter(seen) };
  paintLabels(pen, seenLabels, colours);
  if (!strong || current.key === "overview") return;
  ctx.globalAlpha = VEIL;
  ctx.fillStyle = colours.page;
  ctx.fillRect(view.left, view.top, view.right - view.left, view.bottom - view.top);
  ctx.globalAlpha = 1;
  seenLabels = paintEmphasis(pen, current, strong, colours, scale);
}

// ---------------------------------------------------------------- the whole in view

/** Brings all marks into view, and their names where that does not make the picture much smaller. */
function showWhole() {
  if (!current.marks.length) return;
  const marksOnly = bounds(current, { names: EMPTY, relations: EMPTY });
  let most = fitting(marksOnly);
  let least = most * LEAST_SHARE;
  let box = marksOnly;
  for (let turn = 0; turn < TRIES; turn += 1) {
    const scale = (least + most) / 2;
    const whole = bounds(current, placedLabels(current, scale));
    if (fitting(whole) < scale) most = scale;
    else [least, box] = [scale, whole];
  }
  network.moveTo({ position: { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 }, scale: least });
}

/** The scale at which a part of the drawing fills the canvas. */
function fitting({ left, top, right, bottom }) {
  const { clientWidth, clientHeight } = byId("canvas");
  const [wide, high] = [clientWidth - 2 * MARGIN, clientHeight - 2 * MARGIN];
  return Math.min(LARGEST_SCALE, wide / (right - left), high / (bottom - top));
}

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
