import type { AxisId } from "./figure.ts";

/** A scale never shows less than this of an axis: a change too small to matter then looks like none. Others as they are. */
const LEAST: Readonly<Partial<Record<AxisId, number>>> = {
  millivolts: 10,
  calcium: 0.5,
  level: 0.1,
  receptors: 6,
  relative: 0.1,
  share: 0.1,
  spikes: 2,
  discriminability: 0.5,
};

/** Percent of baseline shows small changes as small: this much about the line of no change is always in sight. */
const PERCENT: readonly [number, number] = [80, 130];

/** Widens a range of an axis about its middle until it spans what it must; what is never negative starts no lower than 0. */
export function widened(low: number, high: number, axis: AxisId | undefined): [number, number] {
  if (axis === "percent-of-baseline") return [Math.min(low, PERCENT[0]), Math.max(high, PERCENT[1])];
  const least = (axis && LEAST[axis]) ?? 0;
  if (high - low >= least) return [low, high];
  const start = (low + high - least) / 2;
  const from = low >= 0 && start < 0 ? 0 : start;
  return [from, from + least];
}

/** Round values of a logarithmic axis from `low` to `high`: 1, 2 and 5 of each decade. */
export function logarithmicTicks(low: number, high: number): number[] {
  const decades = Math.ceil(Math.log10(high) - Math.log10(low)) + 1;
  const first = 10 ** Math.floor(Math.log10(low));
  return Array.from({ length: decades }, (_, i) => first * 10 ** i)
    .flatMap((decade) => [decade, 2 * decade, 5 * decade])
    .filter((tick) => tick >= low && tick <= high);
}
