import { type Cell, SCALAR } from "./cell.ts";
import type { SlowFactors } from "./factors.ts";
import { exp } from "./math.ts";

/**
 * Synaptic scaling (optional), at each slow step: over days all weights of a cell that fires too little grow by one factor,
 * and of one that fires too much shrink. F multiplies every W.
 *
 *   dF/dt = F·(r0 - r)/r0/tauScaling,   0.5 ≤ F ≤ 2
 *
 * solved exactly for a rate that relaxes to its background in the step.
 *
 * @source Turrigiano 1998 [M]; Wierenga 2005 (more than doubled after one to two days without activity)
 */
export function scaleAll(cell: Cell, f: SlowFactors): void {
  const { parameters: p, scalars } = cell;
  const spikes = scalars[SCALAR.spikes]! / f.seconds;
  const own = p.r0 * p.background + spikes;
  const meant = f.seconds * own + (scalars[SCALAR.rate]! - own) * p.tauRate * (1 - f.rate);
  const factor = scalars[SCALAR.scale]! * exp((f.seconds - meant / p.r0) / p.tauScaling);
  scalars[SCALAR.scale] = factor < p.scaleMin ? p.scaleMin : factor > p.scaleMax ? p.scaleMax : factor;
}
