import type { Cell } from "./cell.ts";
import { exp } from "./math.ts";

/**
 * Presynaptic release of a spike, mean over the bundle's contacts: facilitation u and free vesicles x.
 *
 *   u ← U + (u - U)·exp(-d/tauFac);   x ← 1 - (1 - x)·exp(-d/tauRec);   R = u·x/U
 *   x ← x - u·x;   u ← u + U·(1 - u)
 *
 * @param now  the cell's time, ms; d is the time since the input's previous spike
 * @returns R, the release relative to a rested synapse's
 * @source Tsodyks & Markram 1997; Tsodyks, Pawelzik & Markram 1998
 */
export function release(cell: Cell, input: number, now: number): number {
  const { U, tauFac, tauRec } = cell.parameters;
  const last = cell.lastSpike[input]!;
  let u = U;
  let x = 1;
  if (last >= 0) {
    const d = now - last;
    u = U + (cell.facilitation[input]! - U) * exp(-d / tauFac);
    x = 1 - (1 - cell.vesicles[input]!) * exp(-d / tauRec);
  }
  const released = u * x;
  cell.vesicles[input] = x - released;
  cell.facilitation[input] = u + U * (1 - u);
  cell.lastSpike[input] = now;
  return released / U;
}
