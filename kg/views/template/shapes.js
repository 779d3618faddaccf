"use strict";
// The shapes of marks: no kind is told by its colour alone.

const OUTLINES = {
  square: [
    [-0.9, -0.9],
    [0.9, -0.9],
    [0.9, 0.9],
    [-0.9, 0.9],
  ],
  diamond: [
    [0, -1.15],
    [1.15, 0],
    [0, 1.15],
    [-1.15, 0],
  ],
  triangle: [
    [0, -1.1],
    [1.1, 0.9],
    [-1.1, 0.9],
  ],
  triangleDown: [
    [0, 1.1],
    [1.1, -0.9],
    [-1.1, -0.9],
  ],
  hexagon: [
    [-0.55, -0.95],
    [0.55, -0.95],
    [1.1, 0],
    [0.55, 0.95],
    [-0.55, 0.95],
    [-1.1, 0],
  ],
  star: Array.from({ length: 10 }, (_, n) => {
    const [reach, angle] = [n % 2 ? 0.55 : 1.25, (Math.PI * n) / 5];
    return [reach * Math.sin(angle), -reach * Math.cos(angle)];
  }),
};

/** The corners of a shape around a centre, null for a circle. */
function corners(shape, x, y, radius) {
  return OUTLINES[shape]?.map(([dx, dy]) => [x + dx * radius, y + dy * radius]) ?? null;
}

/** A thing's mark and name, to choose it by. */
function thingButton(thing) {
  return element(
    "span",
    { class: "marked" },
    icon(thing.kind),
    button(nameOf(thing), () => choose(thing.id)),
  );
}

/** A small mark of a kind for legend and lists. */
function icon(kind) {
  const fill = `var(--${kind})`;
  const points = corners(kinds.get(kind).shape, 8, 8, 6.4);
  const outline = points
    ? svgElement("polygon", {
        points: points.map((point) => point.map((at) => at.toFixed(1)).join(",")).join(" "),
        fill,
      })
    : svgElement("circle", { cx: 8, cy: 8, r: 6.4, fill });
  return svgElement("svg", { viewBox: "0 0 16 16", "aria-hidden": "true", class: "icon" }, outline);
}
