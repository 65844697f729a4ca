import { type Cell, INHIBITION_RING, SCALAR } from "./cell.ts";
import { decayed } from "./decay.ts";

/**
 * Feed-forward inhibition: a volley of release calls interneurons, whose own release tires (use UI, recovery tauIrec) and
 * arrives delI ms later.
 *
 *   xI ← 1 - (1 - xI)·exp(-d/tauIrec);   a = UI·xI;   xI ← xI - a;   gI(t + delI) += volley·gI·a/UI
 *
 * @param volley Σ m·R of the spikes in this millisecond, contacts
 * @param now    the cell's time, ms; d is the time since the last volley
 */
export function callInhibition(cell: Cell, volley: number, now: number): void {
  const { parameters: p, scalars } = cell;
  const last = scalars[SCALAR.lastVolley]!;
  const x = last < 0 ? 1 : 1 - (1 - scalars[SCALAR.xI]!) * decayed(cell.factors.inhibition, now - last, p.tauIrec);
  const used = p.UI * x;
  scalars[SCALAR.xI] = x - used;
  scalars[SCALAR.lastVolley] = now;
  cell.inhibition[(now + p.delI) % INHIBITION_RING]! += (volley * p.gI * used) / p.UI;
}

/** Inhibition that arrives in this millisecond. */
export function receiveInhibition(cell: Cell, now: number): void {
  const slot = now % INHIBITION_RING;
  cell.scalars[SCALAR.gI]! += cell.inhibition[slot]!;
  cell.inhibition[slot] = 0;
}
