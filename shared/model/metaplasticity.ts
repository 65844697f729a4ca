import { type Cell, SCALAR } from "./cell.ts";
import type { SlowFactors } from "./factors.ts";

/**
 * Metaplasticity (optional), at each slow step: the cell's rate r over the last twenty minutes shifts the threshold of
 * potentiation, so that a busy cell is harder to potentiate.
 *
 *   r → its spikes' rate within tauRate;   thP_eff = thP·clip(1 + 0.3·(r/r0 - 1), 0.8, 1.4)
 *
 * Between rounds the cell is taken to fire at its usual rate r0 (none under a blockade of activity).
 *
 * @source Bienenstock, Cooper & Munro 1982 (sliding threshold) [M]; numbers are this model's
 */
export function followRate(cell: Cell, f: SlowFactors): void {
  const { parameters: p, scalars } = cell;
  const own = p.r0 * p.background + scalars[SCALAR.spikes]! / f.seconds;
  const rate = own + (scalars[SCALAR.rate]! - own) * f.rate;
  scalars[SCALAR.rate] = rate;
  if (p.metaplasticity === 0) return;
  const shift = 1 + p.metaplasticity * (rate / p.r0 - 1);
  scalars[SCALAR.threshold] = shift < p.shiftMin ? p.shiftMin : shift > p.shiftMax ? p.shiftMax : shift;
}
