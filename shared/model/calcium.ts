import { type Cell, SCALAR } from "./cell.ts";
import { induce } from "./induction.ts";
import { unblockedFraction } from "./magnesium.ts";

/** Reversal of the calcium current through NMDA receptors, mV. [M] */
const CALCIUM_REVERSAL = 130;

/** What a pass over the inputs found. */
export interface Activity {
  /** The highest of s, r and C at any input: what is left of activity. */
  highest: number;
  /** Contacts of the inputs whose calcium is above the threshold of potentiation. */
  potentiating: number;
}

/**
 * One millisecond at every synapse: calcium, then rho (the calcium's effect), then the NMDA receptors' own kinetics.
 *
 *   C ← C·e^(-1/tauC) + kN·s·B(Vs)·(1 - Vs/130)·(1 - e^(-1/tauC)) (+ Cpost when the cell spikes)
 *   s ← s·e^(-1/tauNd) + r·(1 - e^(-1/tauNr));   r ← r·e^(-1/tauNr)
 *
 * Calcium is in units of the LTD threshold, s is the open fraction of NMDA receptors but for magnesium, r the bound ones
 * that have yet to open. This loop is where the model spends its time.
 *
 * @param vs   potential at the synapses, mV
 * @param peak takes each input's highest calcium, if wanted
 */
export function stimulate(
  cell: Cell,
  vs: number,
  spiked: boolean,
  activity: Activity,
  peak: Float64Array | undefined,
): void {
  const { parameters: p, factors, induction, contacts, bound, glutamate, calcium, rho, capacity } = cell;
  const entry = p.kN * unblockedFraction(vs, p.Mg) * (1 - vs / CALCIUM_REVERSAL) * (1 - factors.calcium);
  const jump = spiked ? p.Cpost : 0;
  const bind = 1 - factors.rise;
  let highest = 0;
  let open = 0;
  let potentiating = 0;
  for (let i = 0; i < capacity; i++) {
    const s = glutamate[i]!;
    const c = calcium[i]! * factors.calcium + entry * s + jump;
    calcium[i] = c;
    if (c > highest) highest = c;
    if (c > induction.floor) {
      rho[i] = induce(induction, rho[i]!, c);
      if (c > p.thP) potentiating += contacts[i]!;
    }
    const r = bound[i]!;
    if (r + s > 0) {
      const after = s * factors.fall + r * bind;
      glutamate[i] = after;
      bound[i] = r * factors.rise;
      open += contacts[i]! * after;
      if (r > highest) highest = r;
      if (after > highest) highest = after;
    }
    if (peak && c > peak[i]!) peak[i] = c;
  }
  cell.scalars[SCALAR.open] = open;
  activity.highest = highest;
  activity.potentiating = potentiating;
}
