import { line as lineOf, symbol, symbolTriangle } from "d3-shape";
import type { Figure, Series } from "./figure.ts";
import { drawAxes, type Frame, type Scales, scalesOf } from "./svg-axes.ts";
import { drawLegend, LEGEND_WIDTH } from "./svg-legend.ts";
import { markLooks, type Style, stylesOf } from "./svg-style.ts";
import { element, escaped, type FigureTexts, textElement } from "./svg-text.ts";

/**
 * A figure as a standalone drawing: dark on white, in a generic face, for a report or a wall. Our own lines are coloured;
 * published values are hollow markers or a dotted line in grey; the line of no change is dashed.
 */
export function toSvg(figure: Figure, texts: FigureTexts): string {
  const styles = stylesOf(figure);
  const frame: Frame = {
    left: 70,
    right: WIDTH - LEGEND_WIDTH - (figure.right ? 75 : 20),
    top: 52,
    bottom: HEIGHT - 58,
  };
  const scales = scalesOf(figure, frame);
  const legend = drawLegend(figure, styles, texts, WIDTH - LEGEND_WIDTH, frame.top);
  const height = Math.max(HEIGHT, legend.bottom + 12);
  const parts = [
    element("title", {}, escaped(texts.title)),
    element("rect", { width: WIDTH, height, fill: "#ffffff" }),
    textElement(texts.title, { x: frame.left, y: 26, "font-size": 16, "font-weight": "bold", fill: "#222222" }),
    drawAxes(figure, scales, frame, texts),
    drawBaseline(figure, scales, frame),
    drawMarks(figure, scales, frame),
    ...figure.series.map((series, i) => drawSeries(series, styles[i]!, scales)),
    drawReported(figure, scales, frame),
    legend.markup,
  ];
  const attributes = {
    ...{ xmlns: "http://www.w3.org/2000/svg", viewBox: `0 0 ${WIDTH} ${height}`, width: WIDTH, height },
    ...{ role: "img", "font-family": "sans-serif" },
  };
  return `${element("svg", attributes, parts.join("\n"))}\n`;
}

const WIDTH = 860;
const HEIGHT = 430;

function drawBaseline({ baseline }: Figure, { y }: Scales, { left, right }: Frame): string {
  if (baseline === undefined) return "";
  const at = y(baseline);
  return element("line", { x1: left, y1: at, x2: right, y2: at, stroke: "#777777", "stroke-dasharray": "6 4" });
}

/** Area of a marker, px². */
const MARKER = 46;
const SMALL_MARKER = 14;
/** So few points are measurements that each count, more are a cloud. */
const FEW = 20;

function drawSeries(series: Series, style: Style, scales: Scales): string {
  const y = series.right && scales.right ? scales.right : scales.y;
  const points = series.x.map((x, i): [number, number] => [scales.x(x), y(series.y[i] ?? Number.NaN)]);
  return series.kind === "line" ? drawLine(points, style) : drawPoints(points, style);
}

const drawn = ([x, y]: [number, number]): boolean => Number.isFinite(x) && Number.isFinite(y);

function drawLine(points: readonly [number, number][], { colour, dash, width, opacity }: Style): string {
  const path = lineOf().defined(drawn).digits(1)([...points]);
  if (path === null) return "";
  return element("path", {
    ...{ d: path, fill: "none", stroke: colour, "stroke-width": width, "stroke-dasharray": dash, opacity },
    "stroke-linejoin": "round",
  });
}

function drawPoints(points: readonly [number, number][], { colour, shape, hollow, opacity }: Style): string {
  const d = symbol(shape, hollow || points.length <= FEW ? MARKER : SMALL_MARKER).digits(1)();
  if (d === null) return "";
  const markers = points.filter(drawn).map(([x, y]) => element("path", { d, transform: moved(x, y) }));
  const looks = hollow ? { fill: "#ffffff", stroke: colour, "stroke-width": 1.5 } : { fill: colour };
  return markers.length === 0 ? "" : element("g", { ...looks, opacity }, markers.join(""));
}

const moved = (x: number, y: number): string => `translate(${x.toFixed(1)} ${y.toFixed(1)})`;

/** Moments: a small arrow on the time axis for what is done, a line from top to bottom where a drug begins or ends. */
function drawMarks({ marks = [] }: Figure, { x }: Scales, { top, bottom }: Frame): string {
  const arrow = symbol(symbolTriangle, 26).digits(1)();
  const each = marks.map(({ x: at, id }) => {
    const place = x(at);
    if (!id.startsWith("drug")) {
      return element("path", { d: arrow ?? "", transform: moved(place, bottom - 6), ...markLooks(id) });
    }
    const stroke = { stroke: "#aa3377", "stroke-dasharray": id === "drug-begins" ? undefined : "4 3" };
    return element("line", { x1: place, y1: top, x2: place, y2: bottom, ...stroke });
  });
  return each.length === 0 ? "" : element("g", {}, each.join(""));
}

/** Findings without a number: an arrow up or down, or a dash, along the top. */
function drawReported({ reported = [] }: Figure, { x }: Scales, { top }: Frame): string {
  const arrow = symbol(symbolTriangle, MARKER).digits(1)();
  const each = reported.map(({ x: at, sign }) => {
    const place = moved(x(at), top - 10);
    if (sign === 0) return element("path", { d: "M-6,0H6", transform: place });
    return element("path", { d: arrow ?? "", transform: sign > 0 ? place : `${place} rotate(180)` });
  });
  return each.length === 0
    ? ""
    : element("g", { fill: "#ffffff", stroke: "#555555", "stroke-width": 1.5 }, each.join(""));
}
