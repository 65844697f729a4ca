import { type Cell, SCALAR } from "./cell.ts";

/** Gain of rho in one second that counts as potentiation. */
const POTENTIATED = 0.02;

/**
 * Cross-talk (optional), at each full second: beside a synapse that has just potentiated the threshold is lower for ten
 * minutes. Neighbours on the dendrite, within 10 µm, are the inputs before and after.
 *
 * @source Harvey & Svoboda 2007, Nature 450:1195
 */
export function followCrossTalk(cell: Cell): void {
  const { parameters: p, rho, rhoBefore, primedUntil, scalars } = cell;
  const until = scalars[SCALAR.time]! + 1000 * p.tauCrosstalk;
  for (let i = 0; i < cell.capacity; i++) {
    if (rho[i]! - rhoBefore[i]! < POTENTIATED) continue;
    if (i > 0) primedUntil[i - 1] = until;
    if (i + 1 < cell.capacity) primedUntil[i + 1] = until;
  }
}
