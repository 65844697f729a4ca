import { type Cell, SCALAR } from "./cell.ts";

/**
 * Heterosynaptic depression (optional), at each full second: while some inputs potentiate, those that were silent in that
 * second lose a little.
 *
 *   silent j: rho_j ← rho_j - 0.15·rho_j·(Σ m·Δrho⁺ / Σ m)/(1 - rho0)
 *
 * @source the effect: Lynch 1977 [M]; its size is this model's
 */
export function weakenSilent(cell: Cell): void {
  const { parameters: p, rho, rhoBefore, contacts, scalars, lastSpike } = cell;
  let gained = 0;
  let all = 0;
  for (let i = 0; i < cell.capacity; i++) {
    const gain = rho[i]! - rhoBefore[i]!;
    if (gain > 0) gained += contacts[i]! * gain;
    all += contacts[i]!;
  }
  if (gained === 0) return;
  const loss = (p.heterosynaptic * gained) / all / (1 - p.rho0);
  const since = scalars[SCALAR.time]! - 1000;
  for (let i = 0; i < cell.capacity; i++) if (lastSpike[i]! < since) rho[i]! -= loss * rho[i]!;
}
