"use strict";
// The whole picture as a file, whatever part of it the screen shows: SVG, and PNG at twice the size.

const EDGE = 40,
  HEAD = 70;
const LEAST_WIDTH = 420,
  LARGEST_SIDE = 8000;

class SvgPen {
  constructor() {
    this.parts = [];
  }

  add(tag, attributes, content = EMPTY) {
    this.parts.push(svgElement(tag, attributes, ...content));
  }

  shape(points, { x, y, radius }, { fill = "none", stroke = "none", width = 1 }) {
    const look = { fill, stroke, "stroke-width": width };
    if (points) this.add("polygon", { points: asPoints(points), ...look });
    else this.add("circle", { cx: tenths(x), cy: tenths(y), r: tenths(radius), ...look });
  }

  lines(lines, { stroke, width, dash }) {
    for (const line of lines) {
      const via = lean(line);
      const bend = line.bent ? `Q ${tenths(via.x)} ${tenths(via.y)} ` : "L ";
      const d = `M ${tenths(line.from.x)} ${tenths(line.from.y)} ${bend}${tenths(line.to.x)} ${tenths(line.to.y)}`;
      this.add("path", {
        d,
        fill: "none",
        stroke,
        "stroke-width": width,
        "stroke-dasharray": dash.join(" ") || "none",
      });
    }
  }

  fills(shapes, fill) {
    for (const points of shapes) this.add("polygon", { points: asPoints(points), fill });
  }

  label(line, x, y, { size, fill, halo, bold }) {
    const look = { "font-size": tenths(size), "font-weight": bold ? 600 : 400, fill, stroke: halo };
    const place = { x: tenths(x), y: tenths(y), "text-anchor": "middle", "dominant-baseline": "central" };
    this.add(
      "text",
      { ...place, ...look, "stroke-width": size * 0.3, "stroke-linejoin": "round", "paint-order": "stroke" },
      [line],
    );
  }
}

const tenths = (number) => Math.round(number * 10) / 10;
const asPoints = (points) => points.map(([x, y]) => `${tenths(x)},${tenths(y)}`).join(" ");

// ---------------------------------------------------------------- the picture with a heading

/** The part of the drawing that the file shows: all marks and labels, with room for the heading. */
function extent(picture, labels) {
  const { left, top, right, bottom } = bounds(picture, labels);
  const width = Math.max(right - left + 2 * EDGE, LEAST_WIDTH);
  return { left: (left + right - width) / 2, top: top - EDGE - HEAD, width, height: bottom - top + 2 * EDGE + HEAD };
}

function paintAll(pen, labels, box) {
  const strong = emphasis();
  paintLines(pen, current.lines, { stroke: strong ? colours.faint : colours.edge, width: WIDTH, scale: 1 });
  for (const mark of current.marks) paintMark(pen, mark, colours);
  if (strong && current.key !== "overview") paintEmphasis(pen, current, strong, colours, 1);
  else paintLabels(pen, labels, colours);
  const middle = box.left + box.width / 2;
  pen.label(cut(text(content.title), 60), middle, box.top + 30, {
    size: 24,
    fill: colours.text,
    halo: colours.page,
    bold: true,
  });
  const legend = [...new Set(current.marks.map(({ kind }) => kind))];
  const from = middle - (legend.length - 1) * 65;
  legend.forEach((kind, n) => paintLegend(pen, kind, from + n * 130, box.top + 62));
}

function paintLegend(pen, kind, x, y) {
  paintMark(pen, { shape: kinds.get(kind)?.shape ?? "hexagon", x: x - 40, y, radius: 8, kind }, colours);
  pen.label(kindsName(kind), x + 8, y, { size: 14, fill: colours.text, halo: colours.page });
}

/** The picture as SVG text. */
function pictureAsSvg() {
  const labels = placedLabels(current, 1);
  const box = extent(current, labels);
  const pen = new SvgPen();
  paintAll(pen, labels, box);
  const size = { width: tenths(box.width), height: tenths(box.height) };
  const ground = svgElement("rect", { x: tenths(box.left), y: tenths(box.top), ...size, fill: colours.page });
  const viewBox = [box.left, box.top, box.width, box.height].map(tenths).join(" ");
  const title = svgElement("title", {}, text(content.title));
  const svg = svgElement(
    "svg",
    { viewBox, ...size, "font-family": FONT, lang: state.lang },
    title,
    ground,
    ...pen.parts,
  );
  return new XMLSerializer().serializeToString(svg);
}

/** The picture as a canvas. */
function pictureAsCanvas() {
  const labels = placedLabels(current, 1);
  const box = extent(current, labels);
  const scale = Math.min(2, LARGEST_SIDE / Math.max(box.width, box.height));
  const canvas = element("canvas", { width: Math.round(box.width * scale), height: Math.round(box.height * scale) });
  const ctx = canvas.getContext("2d");
  ctx.fillStyle = colours.page;
  ctx.fillRect(0, 0, canvas.width, canvas.height);
  ctx.scale(scale, scale);
  ctx.translate(-box.left, -box.top);
  paintAll(new CanvasPen(ctx), labels, box);
  return canvas;
}

function download(blob, ending) {
  const link = element("a", { href: URL.createObjectURL(blob), download: `${content.view}.${ending}` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

const saveSvg = () => download(new Blob([pictureAsSvg()], { type: "image/svg+xml" }), "svg");
const savePng = () => pictureAsCanvas().toBlob((blob) => download(blob, "png"), "image/png");

function startExport() {
  byId("svg").addEventListener("click", saveSvg);
  byId("png").addEventListener("click", savePng);
}
