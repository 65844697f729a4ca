import { type ScaleContinuousNumeric, scaleLinear, scaleLog } from "d3-scale";
import { logarithmicTicks, widened } from "./axis-span.ts";
import type { AxisId, Figure, Series } from "./figure.ts";
import { element, type FigureTexts, textElement } from "./svg-text.ts";

/** Where the plot is in the drawing, px. */
export interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export type Scale = ScaleContinuousNumeric<number, number>;

export interface Scales {
  readonly x: Scale;
  readonly y: Scale;
  readonly right: Scale | undefined;
}

const finite = (values: readonly number[]): number[] => values.filter((value) => Number.isFinite(value));

/** Least and most of some numbers, a little apart if they are equal, and something to draw if there are none. */
function extent(values: readonly number[]): [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of finite(values)) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (low > high) return [0, 1];
  return low === high ? [low - 0.5, high + 0.5] : [low, high];
}

/** Room above and below the lines, as a share of their height. */
const ROOM = 0.06;

function vertical(axis: AxisId, series: readonly Series[], frame: Frame, baseline?: number): Scale {
  const drawn = extent([...series.flatMap(({ y }) => y), ...(baseline === undefined ? [] : [baseline])]);
  const [low, high] = widened(...drawn, axis);
  const room = ROOM * (high - low);
  return scaleLinear()
    .domain([low >= 0 && low - room < 0 ? 0 : low - room, high + room])
    .nice()
    .range([frame.bottom, frame.top]);
}

export function scalesOf(figure: Figure, frame: Frame): Scales {
  const { series, baseline, logX, right, reported = [], marks = [] } = figure;
  const xs = [...series.flatMap(({ x }) => x), ...reported.map(({ x }) => x), ...marks.map(({ x }) => x)];
  const [low, high] = extent(logX ? xs.filter((x) => x > 0) : xs);
  const x = logX && low > 0 ? scaleLog().domain([low, high]) : scaleLinear().domain([low, high]);
  const onRight = series.filter((each) => each.right);
  return {
    x: x.range([frame.left, frame.right]),
    y: vertical(
      figure.y,
      series.filter((each) => !each.right),
      frame,
      baseline,
    ),
    right: right === undefined || onRight.length === 0 ? undefined : vertical(right, onRight, frame),
  };
}

/** What comes in whole numbers. */
const COUNTED: ReadonlySet<AxisId | undefined> = new Set([
  "spikes",
  "tetani",
  "pulses",
  "patterns",
  "receptors",
] as const);

/** Ticks that have room: whole ones for what is counted, and on a logarithmic axis 1, 2 and 5 of each decade. */
function ticksOf(scale: Scale, count: number, axis: AxisId | undefined, logarithmic = false): number[] {
  const [low, high] = scale.domain() as [number, number];
  if (logarithmic && low > 0) return logarithmicTicks(low, high);
  return scale.ticks(count).filter((tick) => !COUNTED.has(axis) || Number.isInteger(tick));
}

const INK = "#222222";
const GRID = "#e4e4e4";
const TICK = 5;

export function drawAxes(figure: Figure, { x, y, right }: Scales, frame: Frame, texts: FigureTexts): string {
  const parts: string[] = [];
  for (const tick of ticksOf(y, 6, figure.y)) {
    parts.push(line(frame.left, y(tick), frame.right, y(tick), GRID));
    parts.push(label(texts.number(tick), frame.left - 8, y(tick) + 4, "end"));
  }
  for (const tick of ticksOf(x, 8, figure.x, figure.logX)) {
    parts.push(line(x(tick), frame.bottom, x(tick), frame.bottom + TICK, INK));
    parts.push(label(texts.number(tick), x(tick), frame.bottom + 19, "middle"));
  }
  for (const tick of right ? ticksOf(right, 6, figure.right) : []) {
    parts.push(line(frame.right, right!(tick), frame.right + TICK, right!(tick), INK));
    parts.push(label(texts.number(tick), frame.right + 9, right!(tick) + 4, "start"));
  }
  parts.push(line(frame.left, frame.bottom, frame.right, frame.bottom, INK));
  parts.push(line(frame.left, frame.top, frame.left, frame.bottom, INK));
  if (right) parts.push(line(frame.right, frame.top, frame.right, frame.bottom, INK));
  parts.push(...names(figure, right !== undefined, frame, texts));
  return element("g", { "font-size": 12, fill: INK, "stroke-width": 1 }, parts.join(""));
}

function names(figure: Figure, right: boolean, frame: Frame, texts: FigureTexts): string[] {
  const middle = (frame.top + frame.bottom) / 2;
  const upright = (text: string, at: number, degrees: number): string =>
    textElement(text, { "text-anchor": "middle", transform: `translate(${at} ${middle}) rotate(${degrees})` });
  return [
    label(texts.axis(figure.x), (frame.left + frame.right) / 2, frame.bottom + 40, "middle"),
    upright(texts.axis(figure.y), frame.left - 48, -90),
    ...(right && figure.right ? [upright(texts.axis(figure.right), frame.right + 50, 90)] : []),
  ];
}

const line = (x1: number, y1: number, x2: number, y2: number, stroke: string): string =>
  element("line", { x1, y1, x2, y2, stroke });

const label = (text: string, x: number, y: number, anchor: "start" | "middle" | "end"): string =>
  textElement(text, { x, y, "text-anchor": anchor });
