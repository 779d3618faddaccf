"use strict";
// How marks, lines and labels are drawn: the same on the canvas and in exported files, with a pen for each.

const SHADES = ["text", "quiet", "page", "panel", "edge", "faint", "accent", "line"];
const WIDTH = 1.3,
  STRONG = 2.6;
const DASHES = [6, 5];
const ARROW = 9,
  NO_ARROWS_BELOW = 0.35;
const DOTS_BELOW = 0.2;

/** The colours of the page as they are now. */
function shades() {
  const style = getComputedStyle(document.documentElement);
  return Object.fromEntries(
    [...kinds.keys(), "Place", ...SHADES].map((name) => [name, style.getPropertyValue(`--${name}`).trim()]),
  );
}

class CanvasPen {
  constructor(ctx) {
    this.ctx = ctx;
  }

  shape(points, { x, y, radius }, { fill, stroke, width }) {
    const { ctx } = this;
    ctx.beginPath();
    if (points) points.forEach(([px, py], n) => (n ? ctx.lineTo(px, py) : ctx.moveTo(px, py)));
    else ctx.arc(x, y, radius, 0, 2 * Math.PI);
    ctx.closePath();
    if (fill) {
      ctx.fillStyle = fill;
      ctx.fill();
    }
    if (stroke) {
      Object.assign(ctx, { strokeStyle: stroke, lineWidth: width });
      ctx.stroke();
    }
  }

  /** Many lines in one stroke. */
  lines(lines, { stroke, width, dash }) {
    const { ctx } = this;
    ctx.beginPath();
    for (const line of lines) {
      ctx.moveTo(line.from.x, line.from.y);
      if (line.bent) {
        const via = lean(line);
        ctx.quadraticCurveTo(via.x, via.y, line.to.x, line.to.y);
      } else ctx.lineTo(line.to.x, line.to.y);
    }
    Object.assign(ctx, { strokeStyle: stroke, lineWidth: width });
    ctx.setLineDash(dash);
    ctx.stroke();
    ctx.setLineDash(EMPTY);
  }

  /** Many small shapes in one fill. */
  fills(shapes, fill) {
    this.ctx.beginPath();
    for (const points of shapes) points.forEach(([x, y], n) => (n ? this.ctx.lineTo(x, y) : this.ctx.moveTo(x, y)));
    this.ctx.fillStyle = fill;
    this.ctx.fill();
  }

  /** Many marks as squares that are at least so large. */
  dots(marks, fill, least) {
    this.ctx.beginPath();
    for (const { x, y, radius } of marks) {
      const half = Math.max(radius, least);
      this.ctx.rect(x - half, y - half, half * 2, half * 2);
    }
    this.ctx.fillStyle = fill;
    this.ctx.fill();
  }

  /** Many marks of one shape in one fill. */
  marks(marks, outline, { fill, stroke }) {
    const { ctx } = this;
    const [first, ...rest] = outline ?? [[1, 0]];
    ctx.beginPath();
    for (const { x, y, radius } of marks) {
      ctx.moveTo(x + first[0] * radius, y + first[1] * radius);
      for (const [dx, dy] of rest) ctx.lineTo(x + dx * radius, y + dy * radius);
      if (!outline) ctx.arc(x, y, radius, 0, 2 * Math.PI);
      ctx.closePath();
    }
    Object.assign(ctx, { fillStyle: fill, strokeStyle: stroke, lineWidth: 1 });
    ctx.fill();
    ctx.stroke();
  }

  label(line, x, y, { size, fill, halo, bold }) {
    const { ctx } = this;
    Object.assign(ctx, { font: `${bold ? "600 " : ""}${size}px ${FONT}`, textAlign: "center", textBaseline: "middle" });
    Object.assign(ctx, { lineJoin: "round", lineWidth: size * 0.3, strokeStyle: halo, fillStyle: fill });
    ctx.strokeText(line, x, y);
    ctx.fillText(line, x, y);
  }
}

// ---------------------------------------------------------------- the parts of the picture

/** The tip of a line's arrow, where it meets the mark. */
function arrowOf(line, scale) {
  const { to } = line;
  const tail = line.bent ? lean(line) : line.from;
  const length = Math.hypot(to.x - tail.x, to.y - tail.y) || 1;
  const [dx, dy] = [(to.x - tail.x) / length, (to.y - tail.y) / length];
  const tip = [to.x - dx * (to.radius * 1.15 + 1), to.y - dy * (to.radius * 1.15 + 1)];
  const size = Math.min(ARROW, ARROW / scale);
  const back = [tip[0] - dx * size, tip[1] - dy * size];
  return [
    tip,
    [back[0] - dy * size * 0.4, back[1] + dx * size * 0.4],
    [back[0] + dy * size * 0.4, back[1] - dx * size * 0.4],
  ];
}

function paintLines(pen, lines, { stroke, width, scale }) {
  const thin = width / Math.max(scale, 0.35);
  const dash = DASHES.map((length) => length / Math.max(scale, 0.5));
  const [now, former] = [lines.filter((line) => !line.former), lines.filter((line) => line.former)];
  if (now.length) pen.lines(now, { stroke, width: thin, dash: EMPTY });
  if (former.length) pen.lines(former, { stroke, width: thin, dash });
  const pointed = scale < NO_ARROWS_BELOW ? EMPTY : lines.filter((line) => line.link && line.from !== line.to);
  if (pointed.length)
    pen.fills(
      pointed.map((line) => arrowOf(line, scale)),
      stroke,
    );
}

function paintMark(pen, mark, colours, { ring = "", scale = 1 } = {}) {
  const points = corners(mark.shape, mark.x, mark.y, mark.radius);
  if (ring) {
    const outer = mark.radius + 5 / scale;
    pen.shape(
      corners(mark.shape, mark.x, mark.y, outer),
      { ...mark, radius: outer },
      { stroke: ring, width: 3 / scale },
    );
  }
  pen.shape(points, mark, { fill: colours[mark.kind], stroke: colours.page, width: 1 });
}

/** Marks without anything that stands out, those of a kind at once; as mere dots where shapes could not be seen. */
function paintMarks(pen, marks, colours, scale) {
  for (const kind of new Set(marks.map((mark) => mark.kind))) {
    const some = marks.filter((mark) => mark.kind === kind);
    if (scale < DOTS_BELOW) pen.dots(some, colours[kind], 1.2 / scale);
    else pen.marks(some, OUTLINES[some[0].shape], { fill: colours[kind], stroke: colours.page });
  }
}

function paintLabel(pen, { lines, x, y, size }, { fill, halo, bold = false }) {
  lines.forEach((line, n) => {
    pen.label(line, x, y + (n - (lines.length - 1) / 2) * size * LINE_HEIGHT, { size, fill, halo, bold });
  });
}

function paintLabels(pen, { names, relations }, colours) {
  for (const relation of relations) paintLabel(pen, relation, { fill: colours.quiet, halo: colours.page });
  for (const name of names) paintLabel(pen, name, { fill: colours.text, halo: colours.page });
}

/** What stands out, drawn over a veil; the labels that it has. */
function paintEmphasis(pen, picture, { marks, links: strong }, colours, scale) {
  const lines = picture.lines.filter((line) => line.link && strong.has(line.link.n));
  const lit = picture.marks.filter((mark) => marks.has(mark.id));
  paintLines(pen, lines, { stroke: colours.accent, width: STRONG, scale });
  const chosen = new Set([state.chosen, state.start, state.end].map((id) => thingById.get(id)?.n));
  for (const mark of lit) paintMark(pen, mark, colours, { ring: chosen.has(mark.id) ? colours.text : "", scale });
  const placed = placedLabels({ marks: lit, lines }, scale, true);
  const named = new Set(placed.names.map(({ mark }) => mark));
  const nameless = lit.filter((mark) => chosen.has(mark.id) && !named.has(mark));
  placed.names.push(...nameless.map((mark) => nameOfMark(mark, letterSize(scale))));
  paintLabels(pen, placed, colours);
  return placed;
}
