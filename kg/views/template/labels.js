"use strict";
// Where names stand: as many as fit without lying on one another or on a mark, the busiest things' first. The same rule
// puts the words of a link at a free stretch of its line; where there is none they wait until the link is chosen.

const LETTERS = 24,
  LINES = 3,
  RELATION_LETTERS = 34;
const SMALLEST = 11,
  LARGEST = 19,
  RELATION_SIZE = 0.85;
const LINE_HEIGHT = 1.18;
const FAR = 0.28; // below this scale marks are dots, which names may cover, and links have no words
const FAR_NAMES = 40;
const STOPS = [0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73];
const SIDES = [
  [0, 1],
  [0, -1],
  [1, 0],
  [-1, 0],
];
const FONT = "system-ui, sans-serif";

// ---------------------------------------------------------------- texts in lines

function cut(words, most) {
  const letters = [...words];
  return letters.length <= most ? words : `${letters.slice(0, most - 1).join("")}…`;
}

/** A text in lines, cut with "…" where it is too long. */
function wrapped(words) {
  const lines = [""];
  for (const word of words.split(/\s+/)) {
    const longer = lines.at(-1) ? `${lines.at(-1)} ${word}` : word;
    if ([...longer].length <= LETTERS || !lines.at(-1)) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  if (lines.length > LINES) lines.splice(LINES - 1, lines.length, `${lines[LINES - 1]} …`);
  return lines.map((line) => cut(line, LETTERS));
}

const ruler = document.createElement("canvas").getContext("2d");
const widths = new Map();

/** The width of a line of text for letters one pixel high. */
function widthOf(line) {
  if (!widths.has(line)) {
    ruler.font = `20px ${FONT}`;
    widths.set(line, ruler.measureText(line).width / 20);
  }
  return widths.get(line);
}

// ---------------------------------------------------------------- boxes that must stay apart

class Boxes {
  constructor(cell) {
    this.cell = cell;
    this.cells = new Map();
  }

  *keys({ left, top, right, bottom }) {
    for (let column = Math.floor(left / this.cell); column <= right / this.cell; column += 1) {
      for (let row = Math.floor(top / this.cell); row <= bottom / this.cell; row += 1) yield column * 65536 + row;
    }
  }

  add(box) {
    for (const key of this.keys(box)) {
      if (this.cells.has(key)) this.cells.get(key).push(box);
      else this.cells.set(key, [box]);
    }
  }

  /** Whether a box lies on another one, save those of its own mark. */
  isTaken(box, own) {
    for (const key of this.keys(box)) {
      for (const other of this.cells.get(key) ?? EMPTY) if (other.own !== own && overlap(box, other)) return true;
    }
    return false;
  }
}

function overlap(one, other) {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

function around(x, y, wide, high, own) {
  return { left: x - wide / 2, right: x + wide / 2, top: y - high / 2, bottom: y + high / 2, own };
}

// ---------------------------------------------------------------- placing

/** The height of letters in the drawing's own units: legible on the screen at every scale. */
const letterSize = (scale) => Math.min(LARGEST, Math.max(SMALLEST, 15 * scale)) / scale;

/** The names and the words of links that fit at a scale: each with its lines, place and size. */
function placedLabels({ marks, lines }, scale, near = scale > FAR) {
  const size = letterSize(scale);
  const boxes = new Boxes(size * 8);
  for (const mark of near ? marks : EMPTY) boxes.add(around(mark.x, mark.y, mark.radius * 2, mark.radius * 2, mark));
  const byWeight = [...marks].sort((a, b) => b.radius - a.radius || (a.id < b.id ? -1 : 1));
  const named = near ? byWeight : byWeight.slice(0, FAR_NAMES);
  const names = named.map((mark) => placedName(mark, size, boxes)).filter(Boolean);
  const worded = near ? lines : EMPTY;
  const relations = worded.map((line) => placedRelation(line, size * RELATION_SIZE, boxes)).filter(Boolean);
  return { names, relations };
}

/** The name of a mark beside it: below, above, right or left of it by SIDES. */
function nameOfMark(mark, size, [across, down] = SIDES[0]) {
  const lines = wrapped(mark.label);
  const own = mark.radius > 24 ? size * 1.15 : size;
  const [wide, high] = [Math.max(...lines.map(widthOf)) * own, lines.length * own * LINE_HEIGHT];
  const away = mark.radius * 1.15 + own * 0.25;
  const [x, y] = [mark.x + across * (away + wide / 2), mark.y + down * (away + high / 2)];
  return { mark, lines, size: own, x, y, box: around(x, y, wide, high, mark) };
}

function placedName(mark, size, boxes) {
  for (const side of SIDES) {
    const name = nameOfMark(mark, size, side);
    if (boxes.isTaken(name.box, mark)) continue;
    boxes.add(name.box);
    return name;
  }
  return null;
}

function relationWords(link) {
  const all = relationsOf(link);
  return cut(all.length > 1 ? `${all[0]} +${all.length - 1}` : all[0], RELATION_LETTERS);
}

function placedRelation(line, size, boxes) {
  if (!line.link) return null;
  const words = relationWords(line.link);
  const [wide, high] = [widthOf(words) * size, size * LINE_HEIGHT];
  if (Math.hypot(line.to.x - line.from.x, line.to.y - line.from.y) < high * 3) return null;
  for (const stop of STOPS) {
    const { x, y } = pointOn(line, stop);
    const box = around(x, y, wide, high, line);
    if (boxes.isTaken(box, line)) continue;
    boxes.add(box);
    return { line, lines: [words], size, x, y, box };
  }
  return null;
}

/** The smallest box that holds all marks and labels. */
function bounds({ marks: all }, { names, relations }) {
  const boxes = all.map((mark) => around(mark.x, mark.y, mark.radius * 2.4, mark.radius * 2.4));
  const labels = [...names, ...relations].map(({ box }) => box);
  return [...boxes, ...labels].reduce((whole, box) => ({
    left: Math.min(whole.left, box.left),
    top: Math.min(whole.top, box.top),
    right: Math.max(whole.right, box.right),
    bottom: Math.max(whole.bottom, box.bottom),
  }));
}

// ---------------------------------------------------------------- lines

const BEND = 0.14;

/** The point that a bent line leans to; the middle of a straight one. */
function lean({ from, to, bent }) {
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  if (!bent) return middle;
  return { x: middle.x - (to.y - from.y) * BEND * 2, y: middle.y + (to.x - from.x) * BEND * 2 };
}

/** The place on a line after a share of its way. */
function pointOn(line, share) {
  const { from, to } = line;
  const via = lean(line);
  const [a, b, c] = [(1 - share) ** 2, 2 * share * (1 - share), share ** 2];
  return { x: a * from.x + b * via.x + c * to.x, y: a * from.y + b * via.y + c * to.y };
}
