import { type Cell, SCALAR } from "./cell.ts";
import { earlyChange } from "./induction.ts";

/** Mean potentiation at which gp begins to fall, and the range over which it falls to nothing. [K] */
const FROM = 0.6;
const OVER = 0.3;

/**
 * Homeostatic shutdown (optional), at each slow step: a cell whose synapses are strong already potentiates no further.
 *
 *   gp_eff = gp·clip(1 - (Ē - 0.6)/0.3, 0, 1),   Ē = contact-weighted mean of max(E + z, 0)
 *
 * @source Roth-Alpermann 2006 (potentiation stops only after a considerable number of synapses); numbers are this model's
 */
export function limitPotentiation(cell: Cell): void {
  const { parameters: p, rho, late, contacts, scalars } = cell;
  let sum = 0;
  let all = 0;
  for (let i = 0; i < cell.capacity; i++) {
    const change = earlyChange(p, rho[i]!) + late[i]!;
    if (change > 0) sum += contacts[i]! * change;
    all += contacts[i]!;
  }
  const left = all > 0 ? 1 - (sum / all - FROM) / OVER : 1;
  scalars[SCALAR.potency] = left > 1 ? 1 : left > 0 ? left : 0;
}
