import { type Cell, SCALAR } from "./cell.ts";
import { fall } from "./decay.ts";
import { unblocked } from "./magnesium.ts";

/**
 * The soma: one compartment, integrate-and-fire with an after-hyperpolarisation; AMPA and NMDA reverse at 0 mV.
 *
 *   C dV/dt = -gL(V - EL) - (gA + gN·B(V)·Σ m·s)V - gI(V - EI) - gK(V - EK)
 *
 * solved exactly over the step for conductances that stand still in it.
 *
 * @returns whether V crossed the threshold; `spike` says what follows from that
 */
export function integrate(cell: Cell): boolean {
  const { parameters: p, scalars } = cell;
  if (scalars[SCALAR.refractory]! > 0) {
    scalars[SCALAR.refractory]! -= 1;
    scalars[SCALAR.v] = p.Vreset;
    return false;
  }
  const v = scalars[SCALAR.v]!;
  const gI = scalars[SCALAR.gI]!;
  const gK = scalars[SCALAR.gK]!;
  const gN = p.gN * unblocked(cell.factors.unblock, v, p.Mg) * scalars[SCALAR.open]!;
  const g = p.gL + scalars[SCALAR.gA]! + gN + gI + gK;
  const goal = (p.gL * p.EL + gI * p.EI + gK * p.EK) / g;
  const next = goal + (v - goal) * fall(g / p.C);
  scalars[SCALAR.v] = next;
  return next >= p.Vth;
}

/** The cell's spike: V is reset and held, potassium channels open, and the spike runs back into the dendrite. */
export function spike(cell: Cell): void {
  const { parameters: p, scalars } = cell;
  scalars[SCALAR.v] = p.Vreset;
  scalars[SCALAR.refractory] = p.tref;
  scalars[SCALAR.gK]! += p.gKinc;
  scalars[SCALAR.bF] = p.bF;
  const slow = scalars[SCALAR.bS]! + p.bS;
  scalars[SCALAR.bS] = slow < p.bSmax ? slow : p.bSmax;
  scalars[SCALAR.spikes]! += 1;
  scalars[SCALAR.reward] = 1;
}

/**
 * Potential at the synapses, mV: dendritic EPSPs are larger than the soma's by kD, and the back-propagating spike adds a
 * fast and a slow part.
 *
 *   Vs = EL + kD·(V - EL) + bF + bS
 *
 * @source two-part form: Shouval, Bear & Cooper 2002, PNAS 99:10831; sizes calibrated
 */
export function followInDendrite({ parameters: p, scalars }: Cell): void {
  scalars[SCALAR.dendrite] = p.EL + p.kD * (scalars[SCALAR.v]! - p.EL) + scalars[SCALAR.bF]! + scalars[SCALAR.bS]!;
}
