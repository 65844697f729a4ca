import type uPlot from "uplot";
import type { PlotPoint } from "../../shared/session/view.ts";

/** Smallest ranges, so that small changes look small: percent of baseline, and biological minutes. */
const LEAST_TOP = 180;
const LEAST_BOTTOM = 80;
const LEAST_MINUTES = 12;

/** What time is counted in once there is so much of it, minutes; the symbols are those of every language of ours. */
const UNITS = [
  { from: 5760, minutes: 1440, symbol: "d" },
  { from: 240, minutes: 60, symbol: "h" },
  { from: 0, minutes: 1, symbol: "min" },
] as const;
type Unit = (typeof UNITS)[number];

const unitOf = (points: readonly PlotPoint[]): Unit => {
  const last = points.at(-1)?.minutes ?? 0;
  return UNITS.find(({ from }) => last >= from) ?? UNITS[2];
};

export interface LivePlot {
  show(points: readonly PlotPoint[]): void;
  /** Fits the plot to its element. */
  resize(): void;
  destroy(): void;
}

/** Fills an element with the plot. Letters and lines follow the element's font size; colours are the page's tokens. */
export function drawPlot(UPlot: typeof uPlot, element: HTMLElement): LivePlot {
  let points: readonly PlotPoint[] = [];
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
        unit: () => unitOf(points),
      }),
      columns(points),
      element,
    );
  }

  return {
    show(next) {
      points = next;
      plot.setData(columns(points));
    },
    resize() {
      // A new size may mean a new font size, which uPlot takes at creation only.
      plot.destroy();
      plot = create();
    },
    destroy: () => plot.destroy(),
  };
}

function columns(points: readonly PlotPoint[]): uPlot.AlignedData {
  // Without a point yet the baseline stands alone.
  if (points.length === 0) return [[0], [null], [null]];
  const { minutes } = unitOf(points);
  return [points.map((p) => p.minutes / minutes), points.map((p) => p.a), points.map((p) => p.b)];
}

interface Look {
  readonly em: number;
  readonly face: string;
  readonly colour: (token: string) => string;
  readonly width: number;
  readonly height: number;
  readonly unit: () => Unit;
}

function options({ em, face, colour, width, height, unit }: Look): uPlot.Options {
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
    padding: [em * 0.9, em * 3.8, 0, 0],
    legend: { show: false },
    cursor: { show: false },
    scales: {
      x: { time: false, range: ({ data }) => [0, Math.max(LEAST_MINUTES / unit().minutes, data[0].at(-1) ?? 0)] },
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
        values: (_plot, splits) => splits.map((x, i) => (i === splits.length - 1 ? `${x} ${unit().symbol}` : x)),
      },
      {
        ...axis,
        size: em * 2.3,
        space: em * 1.8,
        grid: { stroke: colour("--line"), width: 1, dash: [2, 6] },
      },
    ],
    series: [{}, line("--group-a"), line("--group-b", [em * 0.5, em * 0.25])],
    hooks: {
      drawAxes: [(plot) => drawBaseline(plot, colour("--text"), em)],
      draw: [(plot) => drawLabels(plot, em, face, colour)],
    },
  };
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
