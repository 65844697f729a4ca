import { exp } from "./math.ts";

/**
 * Decays as tables, for the running cell: a call of exp hands its numbers over on the heap, a read from a table does not.
 */

/** Whole milliseconds that a decay's table covers. */
const LONGEST = 4096;
/** Tables by their time constant. */
const decays = new Map<number, Float64Array>();

/** e^(-d/tau) for d = 0, 1, 2 … ms: the very numbers of exp. */
export function decayTable(tau: number): Float64Array {
  const made = decays.get(tau);
  if (made) return made;
  const table = Float64Array.from({ length: LONGEST }, (_, d) => exp(-d / tau));
  decays.set(tau, table);
  return table;
}

/** e^(-d/tau) for whole ms; by formula beyond the table. */
export const decayed = (table: Float64Array, d: number, tau: number): number =>
  d < LONGEST ? table[d]! : exp(-d / tau);

const FURTHEST = 16;
const RESOLUTION = 2048;
const FALL = Float64Array.from({ length: FURTHEST * RESOLUTION + 2 }, (_, i) => exp(-i / RESOLUTION));

/** e^-x for x ≥ 0, within 3e-8 of it relative to it: a table with linear interpolation, and exp beyond 16. */
export function fall(x: number): number {
  if (!(x < FURTHEST)) return exp(-x);
  const at = x * RESOLUTION;
  const index = at | 0;
  const low = FALL[index]!;
  return low + (at - index) * (FALL[index + 1]! - low);
}
