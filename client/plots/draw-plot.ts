import type uPlot from "uplot";
import type { PlotPoint } from "../../shared/session/view.ts";
import { type TimeAxis, timeAxis } from "./time-axis.ts";

/** Smallest range, so that small changes look small: percent of baseline. */
const LEAST_TOP = 180;
const LEAST_BOTTOM = 80;
/** How faint another course is. */
const GHOST = 0.45;
/** A band's label may reach beyond it by this share of its width. */
const SPILL = 1.3;

export interface LivePlot {
  /**
   * @param ghost another course, fainter, at the same minutes
   * @param parting where the two part, biological minutes
   */
  show(points: readonly PlotPoint[], ghost: readonly PlotPoint[], parting?: number): void;
  /** Fits the plot to its element. */
  resize(): void;
  destroy(): void;
}

/** Fills an element with the plot. Letters and lines follow the element's font size; colours are the page's tokens. */
export function drawPlot(UPlot: typeof uPlot, element: HTMLElement): LivePlot {
  let points: readonly PlotPoint[] = [];
  let ghost: readonly PlotPoint[] = [];
  let parting: number | undefined;
  let time = timeAxis(points);
  let plot = create();

  function create(): uPlot {
    const style = getComputedStyle(element);
    const em = Number.parseFloat(style.fontSize);
    return new UPlot(
      options({
        em,
        face: style.fontFamily,
        colour: (token) => style.getPropertyValue(token).trim(),
        width: Math.max(1, element.clientWidth),
        height: Math.max(1, element.clientHeight),
        time: () => time,
        parting: () => (parting === undefined ? undefined : placeOf(points, time, parting)),
      }),
      columns(points, ghost, time),
      element,
    );
  }

  return {
    show(next, beside, apart) {
      points = next;
      ghost = beside;
      parting = apart;
      time = timeAxis(points);
      plot.setData(columns(points, ghost, time));
    },
    resize() {
      // A new size may mean a new font size, which uPlot takes at creation only.
      plot.destroy();
      plot = create();
    },
    destroy: () => plot.destroy(),
  };
}

function columns(points: readonly PlotPoint[], ghost: readonly PlotPoint[], { at }: TimeAxis): uPlot.AlignedData {
  // Without a point yet the baseline stands alone.
  if (points.length === 0) return [[0], [null], [null], [null], [null]];
  const beside = ghost.length === 0 ? [] : points.map(({ minutes }) => between(ghost, minutes));
  return [
    [...at],
    points.map((p) => p.a),
    points.map((p) => p.b),
    points.map((_, i) => beside[i]?.a ?? null),
    points.map((_, i) => beside[i]?.b ?? null),
  ];
}

/** A course at a minute, between its points; undefined outside it. */
function between(course: readonly PlotPoint[], minutes: number): PlotPoint | undefined {
  const next = course.findIndex((point) => point.minutes >= minutes);
  const [from, to] = [course[Math.max(0, next - 1)], course[next]];
  if (!from || !to) return undefined;
  const part = to.minutes > from.minutes ? (minutes - from.minutes) / (to.minutes - from.minutes) : 1;
  return { minutes, a: from.a + part * (to.a - from.a), b: from.b + part * (to.b - from.b) };
}

/** Where a minute lies on the axis as drawn; undefined before the points and after them. */
function placeOf(points: readonly PlotPoint[], { at }: TimeAxis, minutes: number): number | undefined {
  const next = points.findIndex((point) => point.minutes >= minutes);
  const [from, to] = [points[next - 1], points[next]];
  if (!to) return undefined;
  if (!from || to.minutes <= from.minutes) return at[next];
  const part = (minutes - from.minutes) / (to.minutes - from.minutes);
  return at[next - 1]! + part * (at[next]! - at[next - 1]!);
}

interface Look {
  readonly em: number;
  readonly face: string;
  readonly colour: (token: string) => string;
  readonly width: number;
  readonly height: number;
  readonly time: () => TimeAxis;
  /** Where the two courses part, on the axis as drawn. */
  readonly parting: () => number | undefined;
}

function options({ em, face, colour, width, height, time, parting }: Look): uPlot.Options {
  const font = `${em}px ${face}`;
  const axis: uPlot.Axis = {
    stroke: colour("--quiet"),
    font,
    ticks: { show: false },
    gap: em * 0.3,
  };
  const line = (token: string, dash?: number[]): uPlot.Series => ({
    stroke: colour(token),
    width: em * 0.18,
    points: { show: (plot) => plot.data[0].length < 2, size: em * 0.5, fill: colour(token) },
    ...(dash ? { dash } : {}),
  });
  return {
    width,
    height,
    padding: [em * 1.7, em * 3.8, 0, 0],
    legend: { show: false },
    cursor: { show: false },
    scales: {
      x: { time: false, range: () => [0, time().end] },
      y: {
        range: (_plot, min, max) => [
          Math.min(LEAST_BOTTOM, Math.floor((min ?? 100) / 10) * 10),
          Math.max(LEAST_TOP, Math.ceil((max ?? 100) / 20) * 20 + 10),
        ],
      },
    },
    axes: [
      {
        ...axis,
        size: em * 1.5,
        space: em * 4,
        grid: { show: false },
        splits: () => time().ticks.map(({ at }) => at),
        values: () => time().ticks.map(({ minutes }, i) => (i === 0 ? `${minutes} min` : minutes)),
      },
      {
        ...axis,
        size: em * 2.3,
        space: em * 1.8,
        grid: { stroke: colour("--line"), width: 1, dash: [2, 6] },
      },
    ],
    series: [
      {},
      line("--group-a"),
      line("--group-b", [em * 0.5, em * 0.25]),
      { ...line("--group-a"), alpha: GHOST },
      { ...line("--group-b", [em * 0.5, em * 0.25]), alpha: GHOST },
    ],
    hooks: {
      drawAxes: [
        (plot) => drawBands(plot, time(), em, face, colour),
        (plot) => drawBaseline(plot, colour("--text"), em),
        (plot) => drawParting(plot, parting(), colour("--alert"), em),
      ],
      draw: [(plot) => drawLabels(plot, em, face, colour)],
    },
  };
}

/** Long lapses: a lighter ground, and below it how much time passes there, in symbols that every language of ours has. */
function drawBands(
  { ctx, bbox, valToPos }: uPlot,
  { bands }: TimeAxis,
  em: number,
  face: string,
  colour: (token: string) => string,
): void {
  const size = em * devicePixelRatio;
  ctx.save();
  ctx.font = `${size}px ${face}`;
  ctx.textAlign = "center";
  ctx.textBaseline = "top";
  for (const { from, to, minutes } of bands) {
    const [left, right] = [valToPos(from, "x", true), valToPos(to, "x", true)];
    ctx.fillStyle = colour("--line");
    ctx.globalAlpha = 0.22;
    ctx.fillRect(left, bbox.top, right - left, bbox.height);
    ctx.globalAlpha = 1;
    ctx.fillStyle = colour("--text");
    const label = minutes < 2880 ? `${Math.round(minutes / 60)} h` : `${Math.round(minutes / 1440)} d`;
    if (ctx.measureText(label).width > (right - left) * SPILL) continue;
    ctx.fillText(label, (left + right) / 2, bbox.top + bbox.height + size * 0.3);
  }
  ctx.restore();
}

/** The line that everything is measured against. */
function drawBaseline({ ctx, bbox, valToPos }: uPlot, colour: string, em: number): void {
  const y = valToPos(100, "y", true);
  ctx.save();
  ctx.strokeStyle = colour;
  ctx.globalAlpha = 0.55;
  ctx.lineWidth = em * 0.08 * devicePixelRatio;
  ctx.beginPath();
  ctx.moveTo(bbox.left, y);
  ctx.lineTo(bbox.left + bbox.width, y);
  ctx.stroke();
  ctx.restore();
}

/** Where two courses part: an upright line with a fork at its top. */
function drawParting({ ctx, bbox, valToPos }: uPlot, at: number | undefined, colour: string, em: number): void {
  if (at === undefined) return;
  const x = valToPos(at, "x", true);
  const arm = em * 0.55 * devicePixelRatio;
  ctx.save();
  ctx.strokeStyle = colour;
  ctx.lineWidth = em * 0.14 * devicePixelRatio;
  ctx.setLineDash([]);
  ctx.beginPath();
  ctx.moveTo(x, bbox.top + bbox.height);
  ctx.lineTo(x, bbox.top + arm);
  for (const side of [-arm, arm]) {
    ctx.moveTo(x, bbox.top + arm);
    ctx.lineTo(x + side, bbox.top);
  }
  ctx.stroke();
  ctx.restore();
}

/** Each line's name and value at its end, apart even where the lines meet. */
function drawLabels(
  { ctx, bbox, data, valToPos }: uPlot,
  em: number,
  face: string,
  colour: (token: string) => string,
): void {
  const last = data[0].length - 1;
  const [a, b] = [data[1]?.[last], data[2]?.[last]];
  if (typeof a !== "number" || typeof b !== "number") return;
  const size = em * 1.1 * devicePixelRatio;
  const x = valToPos(data[0][last]!, "x", true) + em * 0.45 * devicePixelRatio;
  let [ya, yb] = [valToPos(a, "y", true), valToPos(b, "y", true)];
  const overlap = size * 1.05 - Math.abs(ya - yb);
  if (overlap > 0) {
    const push = (overlap / 2) * (ya <= yb ? 1 : -1);
    ya -= push;
    yb += push;
  }
  // Never down among the axis' own figures.
  const sunk = Math.max(0, Math.max(ya, yb) + size * 0.45 - bbox.top - bbox.height);
  ya -= sunk;
  yb -= sunk;
  ctx.save();
  ctx.font = `700 ${size}px ${face}`;
  ctx.textBaseline = "middle";
  ctx.textAlign = "left";
  for (const [name, value, y, token] of [
    ["A", a, ya, "--group-a"],
    ["B", b, yb, "--group-b"],
  ] as const) {
    ctx.fillStyle = colour(token);
    ctx.fillText(`${name} ${Math.round(value)}`, x, y);
  }
  ctx.restore();
}
