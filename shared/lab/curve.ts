import type { Plan } from "../protocols/laboratory/plan.ts";
import type { AxisId, Figure, LabResult, Series } from "./figure.ts";
import { type Laboratory, part, type Run } from "./laboratory.ts";
import type { ReportedSign } from "./published/signs.ts";

/** The same experiment over a range of one quantity. */
export interface Curve {
  readonly x: AxisId;
  readonly values: readonly number[];
  readonly logX?: boolean;
  /** One experiment a value; with several, each has series of its own. */
  readonly arms: readonly Arm[];
  readonly published?: readonly Series[];
  readonly reported?: readonly ReportedSign[];
}

export interface Arm {
  readonly plan: (value: number) => Plan;
  /** What is read of each run, by the id of the series, percent of baseline. */
  readonly read: Readonly<Record<string, (run: Run, value: number) => number>>;
}

/** Makes a curve's experiments, one after the other. */
export function* drawCurve(lab: Laboratory, curve: Curve): Generator<number, Figure> {
  const { x, values, logX, arms, published = [], reported = [] } = curve;
  const ids = arms.flatMap(({ read }) => Object.keys(read));
  const points = new Map(ids.map((id) => [id, [] as number[]]));
  const count = values.length * arms.length;
  for (const [i, value] of values.entries()) {
    for (const [j, { plan, read }] of arms.entries()) {
      const at = i * arms.length + j;
      const run = yield* part(lab.perform(plan(value)), at / count, (at + 1) / count);
      for (const [id, of] of Object.entries(read)) points.get(id)!.push(of(run, value));
    }
  }
  return {
    ...{ id: "curve", x, y: "percent-of-baseline", baseline: 100 },
    ...(logX ? { logX } : {}),
    series: [
      ...ids.map((id): Series => ({ id, kind: "line", x: values, y: points.get(id)! })),
      ...within(published, values),
    ],
    ...(reported.length > 0 ? { reported } : {}),
  };
}

/** Published points that lie on the part of the axis that is drawn. */
function within(published: readonly Series[], values: readonly number[]): Series[] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return published.map((series) => {
    const inside = series.x.map((x) => x >= low && x <= high);
    return { ...series, x: series.x.filter((_, i) => inside[i]), y: series.y.filter((_, i) => inside[i]) };
  });
}

/** Where a line is highest and lowest. */
export function extremes(figure: Figure, id: string): LabResult["summary"] {
  const { x, y } = figure.series.find((series) => series.id === id)!;
  const [high, low] = [Math.max(...y), Math.min(...y)];
  return [
    { id: "highest", value: high, unit: figure.y },
    { id: "highest-at", value: x[y.indexOf(high)]!, unit: figure.x },
    { id: "lowest", value: low, unit: figure.y },
    { id: "lowest-at", value: x[y.indexOf(low)]!, unit: figure.x },
  ];
}

/** Where a line first crosses a level, on the straight between two points; undefined if it never does. */
export function crossing({ x, y }: Series, level: number): number | undefined {
  const next = y.findIndex((value, i) => i > 0 && value >= level !== y[i - 1]! >= level);
  if (next < 0) return undefined;
  const [a, b] = [y[next - 1]!, y[next]!];
  return x[next - 1]! + ((level - a) / (b - a)) * (x[next]! - x[next - 1]!);
}

/** Numbers from `low` to `high`, both included. */
export const range = (low: number, high: number, step: number): number[] =>
  Array.from({ length: Math.round((high - low) / step) + 1 }, (_, i) => low + i * step);
