import { type Cell, SCALAR } from "./cell.ts";
import { releasing } from "./chance.ts";
import { forget, remember } from "./event-calcium.ts";
import { weightOf } from "./expression.ts";
import { callInhibition } from "./inhibition.ts";
import { trace } from "./plateau.ts";
import { followTerminal } from "./presynaptic.ts";
import { release } from "./release.ts";

/**
 * Delivers the presynaptic spikes of this millisecond, by ascending input: glutamate R opens AMPA channels at once and
 * binds to the NMDA receptors that are free.
 *
 *   R = p/U;   gA ← gA + m·gA·W·F·R;   r ← r + q·R·(1 - s)
 *
 * W is W_eff in class, and the weight itself (no lag) in laboratory rows; F is scaling's factor, 1 as a rule. With chance
 * release, m·p is the number of contacts that release, drawn; few contacts then bind more than there is, and nothing binds
 * until s is below 1 again.
 */
export function transmit(cell: Cell, row: number, now: number): void {
  const { parameters: p, scalars, due, contacts } = cell;
  const scale = scalars[SCALAR.scale]!;
  let volley = 0;
  for (let i = 0; i < cell.capacity; i++) {
    const place = row * cell.capacity + i;
    const spikes = due[place]!;
    if (spikes === 0) continue;
    if (p.rule === "event-calcium") remember(cell, i, now, spikes);
    for (let n = spikes; n > 0; n--) {
      if (p.presynapticGain !== 0) followTerminal(cell, i, now, true);
      if (p.plateau !== 0) trace(cell, i, now);
      const m = contacts[i]!;
      let released = release(cell, i, now);
      if (p.chance !== 0 && m > 0) released = releasing(cell, m, released) / m;
      const r = released / p.U;
      const weight = cell.expressionLag ? cell.strength[i]! : weightOf(cell, i);
      scalars[SCALAR.gA]! += m * p.gA * weight * scale * r;
      const free = 1 - cell.glutamate[i]!;
      if (p.chance === 0 || free > 0) cell.bound[i]! += p.q * r * free;
      volley += m * r;
    }
    due[place] = 0;
  }
  scalars[SCALAR.pending]! -= cell.dueTotal[row]!;
  cell.dueTotal[row] = 0;
  scalars[SCALAR.idle] = 0;
  if (volley > 0) callInhibition(cell, volley, now);
}

/** Makes room for this millisecond's spikes where delayed calcium follows them. */
export function clearEcho(cell: Cell, now: number): void {
  if (cell.parameters.rule === "event-calcium") forget(cell, now);
}
