import type uPlot from "uplot";
import { logarithmicTicks, widened } from "../../shared/lab/axis-span.ts";
import type { AxisId, Figure, Series } from "../../shared/lab/figure.ts";

/** Tokens of our own lines' colours, and of published values, which are hollow and paler (lab.css). */
const LINES = Array.from({ length: 7 }, (_, i) => `--line-${i + 1}`);
const PUBLISHED = Array.from({ length: 4 }, (_, i) => `--published-${i + 1}`);

/** What a figure is drawn with, from its element's style. */
export interface Look {
  readonly em: number;
  readonly face: string;
  readonly colour: (token: string) => string;
  readonly width: number;
  readonly height: number;
  readonly name: (series: Series) => string;
  readonly axis: (id: Figure["x"]) => string;
  readonly mark: (id: string) => string;
  readonly number: (value: number) => string;
}

/**
 * Every series over one x axis: where a series has no point the others have, it is simply not interrupted. An x that a
 * series has several points at is there as often.
 */
export function dataOf({ series }: Figure): uPlot.AlignedData {
  const values = series.map((each) => {
    const at = new Map<number, (number | null)[]>();
    for (const [i, x] of each.x.entries()) {
      const y = each.y[i] ?? Number.NaN;
      at.set(x, [...(at.get(x) ?? []), Number.isFinite(y) ? y : null]);
    }
    return at;
  });
  const rows = [...new Set(series.flatMap(({ x }) => x))]
    .sort((a, b) => a - b)
    .flatMap((x) => {
      const most = Math.max(...values.map((at) => at.get(x)?.length ?? 0));
      return Array.from({ length: most }, (_, nth) => ({ x, nth }));
    });
  return [rows.map(({ x }) => x), ...values.map((at) => rows.map(({ x, nth }) => at.get(x)?.[nth] ?? null))];
}

/** Token of its colour by the place of its name, so that the second condition has its twin's. */
export function colourOf(figure: Figure, { id, published = false }: Series): string {
  const alike = figure.series.filter((each) => (each.published ?? false) === published).map((each) => each.id);
  const colours = published ? PUBLISHED : LINES;
  return colours[[...new Set(alike)].indexOf(id) % colours.length]!;
}

export function optionsOf(figure: Figure, look: Look): uPlot.Options {
  const { em, face, colour } = look;
  const quiet = colour("--quiet");
  const axis: uPlot.Axis = {
    stroke: quiet,
    font: `${em * 0.875}px ${face}`,
    labelFont: `${em * 0.875}px ${face}`,
    labelSize: em * 1.5,
    gap: em * 0.25,
    grid: { stroke: `${colour("--line")}40`, width: 1 },
    ticks: { stroke: quiet, width: 1, size: em * 0.3 },
    values: (_plot, splits) => splits.map((value) => (value === null ? "" : look.number(value))),
  };
  const right: uPlot.Axis[] = figure.right
    ? [{ ...axis, scale: "right", side: 1, label: look.axis(figure.right), size: em * 3, grid: { show: false } }]
    : [];
  return {
    width: look.width,
    height: look.height,
    padding: [em * (0.6 + MARK_ROW * rowsOf(figure)), figure.right ? 0 : em * 1.4, 0, 0],
    legend: { live: true, markers: { width: 2, dash: (_plot, i) => borderOf(figure.series[i - 1]) } },
    cursor: { drag: { x: false, y: false }, points: { size: em * 0.5 } },
    scales: {
      x: { time: false, ...(figure.logX ? { distr: 3, log: 10, range: (_plot, min, max) => [min, max] } : {}) },
      y: { range: rangeOf(figure) },
      right: { range: (_plot, min, max) => padded(min, max, figure.right) },
    },
    axes: [
      { ...axis, ...logarithmic(figure), label: look.axis(figure.x), size: em * 2, space: em * 4 },
      { ...axis, label: look.axis(figure.y), size: em * 3.2, space: em * 2.2 },
      ...right,
    ],
    series: [
      { label: look.axis(figure.x), value: (_plot, value) => (value === null ? "–" : look.number(value)) },
      ...figure.series.map((series) => lineOf(figure, series, look)),
    ],
    hooks: {
      drawAxes: [(plot) => drawBehind(plot, figure, look)],
      draw: [(plot) => drawReported(plot, figure, look)],
    },
  };
}

/** Ticks and grid of a logarithmic axis: no further than what was measured. */
const logarithmic = ({ logX }: Figure): Partial<uPlot.Axis> =>
  logX ? { splits: (_plot, _axis, min, max) => logarithmicTicks(min, max), filter: (_plot, splits) => splits } : {};

/** The legend's marker is outlined as its line is drawn. */
const borderOf = (series: Series | undefined): string =>
  series?.published ? "dotted" : series?.without ? "dashed" : "solid";

function lineOf(figure: Figure, series: Series, look: Look): uPlot.Series {
  const colour = look.colour(colourOf(figure, series));
  const points = series.kind === "points";
  const { em } = look;
  return {
    label: look.name(series),
    scale: series.right ? "right" : "y",
    stroke: colour,
    // Points are measurements of their own: no line leads from one to the next.
    width: points ? 0 : em * (series.without && !series.published ? 0.1 : 0.15),
    ...(series.published ? { dash: [2, 5] } : series.without ? { dash: [em * 0.45, em * 0.35] } : {}),
    spanGaps: true,
    points: {
      show: points,
      size: em * 0.6,
      width: em * 0.11,
      stroke: colour,
      fill: series.published || series.without ? look.colour("--raised") : colour,
    },
    value: (_plot, value) => (value === null || value === undefined ? "–" : look.number(value)),
  };
}

type Bound = number | null | undefined;

/** Room around what is drawn, so that a flat line does not lie on the frame. */
function padded(min: Bound, max: Bound, axis: AxisId | undefined): [number, number] {
  const [low, high] = widened(min ?? 0, max ?? 1, axis);
  const room = 0.08 * (high - low || 1);
  return [low >= 0 && low - room < 0 ? 0 : low - room, high + room];
}

/** The line of no change is always in sight. */
function rangeOf({ y, baseline }: Figure): uPlot.Range.Function {
  return (_plot, min, max) => {
    const base = baseline ?? min ?? 0;
    return padded(Math.min(min ?? base, base), Math.max(max ?? base, base), y);
  };
}

/** Names of moments stand above the plot, where no line crosses them; those close together on rows of their own, em high. */
const MARK_ROW = 0.9;
const rowsOf = ({ marks = [] }: Figure): number => Math.min(3, new Set(marks.map(({ id }) => id)).size);

/** The line of no change, and the moments worth a mark: the first of each kind with its name. */
function drawBehind(plot: uPlot, figure: Figure, look: Look): void {
  const { baseline, marks = [] } = figure;
  const { ctx, bbox } = plot;
  const { top, left, width, height } = bbox;
  const scale = devicePixelRatio;
  ctx.save();
  ctx.strokeStyle = look.colour("--quiet");
  ctx.lineWidth = scale;
  if (baseline !== undefined) {
    const y = plot.valToPos(baseline, "y", true);
    ctx.setLineDash([6 * scale, 5 * scale]);
    line(ctx, left, y, left + width, y);
  }
  ctx.setLineDash([1 * scale, 3 * scale]);
  ctx.fillStyle = look.colour("--quiet");
  ctx.font = `${look.em * 0.75 * scale}px ${look.face}`;
  ctx.textAlign = "left";
  ctx.textBaseline = "alphabetic";
  const free: number[] = Array.from({ length: rowsOf(figure) }, () => Number.NEGATIVE_INFINITY);
  const named = new Set<string>();
  for (const { x, id } of marks) {
    const at = plot.valToPos(x, "x", true);
    if (at < left || at > left + width) continue;
    line(ctx, at, top, at, top + height);
    const row = free.findIndex((end) => at >= end);
    if (named.has(id) || row < 0) continue;
    named.add(id);
    const text = look.mark(id);
    ctx.fillText(text, at, top - look.em * (0.25 + MARK_ROW * row) * scale);
    free[row] = at + ctx.measureText(text).width + 8 * scale;
  }
  ctx.restore();
}

function line(ctx: CanvasRenderingContext2D, x1: number, y1: number, x2: number, y2: number): void {
  ctx.beginPath();
  ctx.moveTo(x1, y1);
  ctx.lineTo(x2, y2);
  ctx.stroke();
}

const SIGNS = { [-1]: "▼", 0: "–", 1: "▲" } as const;

/** Findings whose direction alone is known stand at the foot as arrows, where no value is read off. */
function drawReported(plot: uPlot, { reported = [] }: Figure, look: Look): void {
  const { ctx, bbox } = plot;
  const scale = devicePixelRatio;
  ctx.save();
  ctx.fillStyle = look.colour("--quiet");
  ctx.font = `${look.em * scale}px ${look.face}`;
  ctx.textAlign = "center";
  ctx.textBaseline = "alphabetic";
  for (const { x, sign } of reported) {
    const at = plot.valToPos(x, "x", true);
    if (at < bbox.left || at > bbox.left + bbox.width) continue;
    ctx.fillText(SIGNS[sign], at, bbox.top + bbox.height - look.em * 0.4 * scale);
  }
  ctx.restore();
}
