import { type Cell, SCALAR } from "./cell.ts";
import { exp } from "./math.ts";

/** A spike of an input leaves a trace that lasts seconds; called before lastSpike moves on. */
export function trace(cell: Cell, input: number, now: number): void {
  const last = cell.lastSpike[input]!;
  const left = last < 0 ? 0 : cell.eligibility[input]! * exp(-(now - last) / cell.parameters.tauEligibility);
  cell.eligibility[input] = left + 1;
}

/**
 * A dendritic plateau potential (optional; the teacher's event): whatever was active in the seconds before is potentiated
 * at one stroke. It need not coincide within milliseconds.
 *
 *   e' = -e/1.5 s + spikes;   at a plateau: rho ← rho + 0.3·e/(1 + e)·(1 - rho)
 *
 * @source Bittner 2017, Science 357:1033 (behavioural time scale plasticity); constants [M]
 */
export function givePlateau(cell: Cell): void {
  const { parameters: p, scalars, lastSpike, eligibility, rho } = cell;
  if (p.plateau === 0) return;
  const now = scalars[SCALAR.time]!;
  for (let i = 0; i < cell.capacity; i++) {
    if (lastSpike[i]! < 0) continue;
    const e = eligibility[i]! * exp(-(now - lastSpike[i]!) / p.tauEligibility);
    rho[i]! += ((p.plateau * e) / (1 + e)) * (1 - rho[i]!);
  }
}
