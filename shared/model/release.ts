import { type Cell, SCALAR } from "./cell.ts";
import { decayed } from "./decay.ts";

/** No terminal uses more than this share of its pool. */
const MOST = 0.95;

/**
 * Release probability of a rested synapse. U itself, but for presynaptic potentiation (mossy fibre) and serotonin (Aplysia),
 * which work on it.
 */
export function restedUse(cell: Cell, input: number): number {
  const { parameters: p, scalars } = cell;
  let use = p.U;
  if (p.presynapticGain !== 0) use += p.presynapticGain * cell.potentiated[input]!;
  if (p.serotoninGain !== 0) {
    const a = scalars[SCALAR.serotonin]!;
    use *= (1 + (p.serotoninGain * a) / (1 + a)) * (1 + p.growthGain * scalars[SCALAR.growth]!);
  }
  return use < MOST ? use : MOST;
}

/** EPSP of a rested input relative to its baseline: receptors (strength), scaling, and release. */
export const efficacy = (cell: Cell, input: number): number =>
  (cell.strength[input]! * cell.scalars[SCALAR.scale]! * restedUse(cell, input)) / cell.parameters.U;

/**
 * Presynaptic release of a spike, mean over the bundle's contacts: facilitation u and free vesicles x.
 *
 *   u ← U + (u - U)·exp(-d/tauFac);   x ← 1 - (1 - x)·exp(-d/tauRec);   p = u·x
 *   x ← x - u·x;   u ← u + U·(1 - u)
 *
 * @param now  the cell's time, ms; d is the time since the input's previous spike
 * @returns p, the probability that a contact releases
 * @source Tsodyks & Markram 1997; Tsodyks, Pawelzik & Markram 1998
 */
export function release(cell: Cell, input: number, now: number): number {
  const { factors } = cell;
  const { tauFac, tauRec } = cell.parameters;
  const use = restedUse(cell, input);
  const last = cell.lastSpike[input]!;
  let u = use;
  let x = 1;
  if (last >= 0) {
    const d = now - last;
    u = use + (cell.facilitation[input]! - use) * decayed(factors.facilitation, d, tauFac);
    x = 1 - (1 - cell.vesicles[input]!) * decayed(factors.vesicles, d, tauRec);
  }
  const released = u * x;
  cell.vesicles[input] = x - released;
  cell.facilitation[input] = u + use * (1 - u);
  cell.lastSpike[input] = now;
  return released;
}
