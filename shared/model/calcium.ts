import { type Cell, SCALAR } from "./cell.ts";
import { normal } from "./chance.ts";
import { induce, sigmoid } from "./induction.ts";
import { unblocked } from "./magnesium.ts";

/** Reversal of the calcium current through NMDA receptors, mV. [M] */
const CALCIUM_REVERSAL = 130;

/**
 * One millisecond at every synapse: calcium, then rho (the calcium's effect), then the NMDA receptors' own kinetics.
 *
 *   C ← C·e^(-1/tauC) + kN·s·B(Vs)·max(0, 1 - Vs/130)·(1 - e^(-1/tauC)) (+ Cpost when the cell spikes)
 *   s ← s·e^(-1/tauNd) + r·(1 - e^(-1/tauNr));   r ← r·e^(-1/tauNr)
 *
 * Calcium is in units of the LTD threshold, s is the open fraction of NMDA receptors but for magnesium, r the bound ones
 * that have yet to open. This is where the model spends its time: two loops, for one would be a third slower (the first has
 * no branch).
 *
 * Numbers come and go through the cell's scalars: between functions they would be handed over on the heap.
 *
 * @param peak takes each input's highest calcium, if wanted
 */
export function stimulate(cell: Cell, spiked: boolean, peak: Float64Array | undefined): void {
  const { parameters: p, factors, induction, scalars, contacts, bound, glutamate, calcium, rho, capacity } = cell;
  const { primedUntil } = cell;
  const vs = scalars[SCALAR.dendrite]!;
  const drive = vs < CALCIUM_REVERSAL ? 1 - vs / CALCIUM_REVERSAL : 0;
  const entry = p.kN * unblocked(factors.unblock, vs, p.Mg) * drive * (1 - factors.calcium);
  const jump = spiked ? p.Cpost : 0;
  const bind = 1 - factors.rise;
  const { rise, fall, calcium: keep } = factors;
  const { floor } = induction;
  const potency = scalars[SCALAR.potency]!;
  const usual = p.thP * scalars[SCALAR.threshold]!;
  const now = scalars[SCALAR.time]!;
  const { crosstalk, noise, thP: base } = p;
  let open = 0;
  let potentiating = 0;
  for (let i = 0; i < capacity; i++) {
    const r = bound[i]!;
    const s = glutamate[i]!;
    calcium[i] = calcium[i]! * keep + entry * s + jump;
    const after = s * fall + r * bind;
    glutamate[i] = after;
    bound[i] = r * rise;
    open += contacts[i]! * after;
  }
  for (let i = 0; i < capacity; i++) {
    const c = calcium[i]!;
    if (peak !== undefined && c > peak[i]!) peak[i] = c;
    if (c > floor) {
      const thP = crosstalk !== 0 && primedUntil[i]! > now ? usual * crosstalk : usual;
      rho[i] = induce(induction, rho[i]!, c, potency, thP - base);
      if (noise !== 0) rho[i] = shaken(cell, i, c);
      if (c > thP) potentiating += contacts[i]!;
    }
  }
  scalars[SCALAR.open] = open;
  scalars[SCALAR.potentiating] = potentiating;
}

/**
 * Noise of the rule (optional): the fewer contacts in a bundle, the more chance is left in it.
 *
 *   rho ← rho + noise·√(dt·(Sp + Sd)/m)·N(0, 1), kept within 0 … 1
 *
 * @source Graupner & Brunel 2012 (0.35 s^-½, their slices)
 */
function shaken(cell: Cell, input: number, c: number): number {
  const { parameters: p, contacts, rho } = cell;
  const m = contacts[input]!;
  if (m === 0) return rho[input]!;
  const open = sigmoid(c, p.thP, p.sg) + sigmoid(c, p.thD, p.sg);
  const next = rho[input]! + p.noise * Math.sqrt((0.001 * open) / m) * normal(cell);
  return next < 0 ? 0 : next > 1 ? 1 : next;
}
