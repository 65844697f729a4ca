import { type Cell, SCALAR } from "./cell.ts";
import { earlyChange } from "./induction.ts";
import { callInhibition } from "./inhibition.ts";
import { release } from "./release.ts";

/**
 * Delivers the presynaptic spikes of this millisecond, by ascending input: glutamate R opens AMPA channels at once and
 * binds to the NMDA receptors that are free.
 *
 *   gA ← gA + m·gA·W·R;   r ← r + q·R·(1 - s)
 *
 * W is W_eff in class, and the weight itself (no lag) in laboratory rows.
 */
export function transmit(cell: Cell, row: number, now: number): void {
  const { parameters: p, scalars, due, contacts } = cell;
  let volley = 0;
  for (let i = 0; i < cell.capacity; i++) {
    const place = row * cell.capacity + i;
    for (let n = due[place]!; n > 0; n--) {
      const released = release(cell, i, now);
      const weight = cell.expressionLag ? cell.strength[i]! : 1 + earlyChange(p, cell.rho[i]!) + cell.late[i]!;
      scalars[SCALAR.gA]! += contacts[i]! * p.gA * weight * released;
      cell.bound[i]! += p.q * released * (1 - cell.glutamate[i]!);
      volley += contacts[i]! * released;
    }
    due[place] = 0;
  }
  scalars[SCALAR.pending]! -= cell.dueTotal[row]!;
  cell.dueTotal[row] = 0;
  scalars[SCALAR.idle] = 0;
  if (volley > 0) callInhibition(cell, volley, now);
}
