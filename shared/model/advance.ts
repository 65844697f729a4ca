import { type Cell, INHIBITION_RING, RING, rest, SCALAR } from "./cell.ts";
import { induce } from "./induction.ts";
import { unblockedFraction } from "./magnesium.ts";
import { exp } from "./math.ts";
import { release } from "./release.ts";
import { slowStep } from "./slow.ts";

/** What an advance did, for those who look: buffers that the caller owns and reuses. */
export interface Trace {
  /** Somatic potential and potential at the synapses at the end of each step, mV. */
  readonly soma: Float64Array;
  readonly dendrite: Float64Array;
  /** Steps at which the cell spiked; the first `spikeCount` count. */
  readonly spikeSteps: Uint16Array;
  spikeCount: number;
  /** Highest calcium of each input, LTD thresholds. */
  readonly peakCalcium: Float64Array;
}

/** @param steps the longest advance that it can hold */
export const createTrace = (cell: Cell, steps: number): Trace => ({
  soma: new Float64Array(steps),
  dendrite: new Float64Array(steps),
  spikeSteps: new Uint16Array(steps),
  spikeCount: 0,
  peakCalcium: new Float64Array(cell.capacity),
});

/** Below these the fast state counts as at rest: it is then exactly so, and only y goes on. */
const NEGLIGIBLE = 1e-5;
const NEGLIGIBLE_MV = 0.02;

/**
 * Runs the fast layer for a whole number of milliseconds; the step of 1 ms is part of the model. The slow layer follows
 * at every full second of the cell's clock, so cutting an advance in pieces changes no bit. Allocates nothing.
 *
 * Order within a step (MODEL.md): presynaptic spikes, inhibition, membrane, the cell's spike, calcium and rho and then
 * NMDA receptors of each input, y, decay of conductances, clock.
 */
export function advance(cell: Cell, steps: number, trace?: Trace): void {
  const { scalars } = cell;
  if (trace) {
    trace.spikeCount = 0;
    trace.peakCalcium.fill(0);
  }
  for (let step = 0; step < steps; step++) {
    const row = scalars[SCALAR.time]! % RING;
    if (scalars[SCALAR.idle] === 1 && cell.dueTotal[row] === 0) {
      scalars[SCALAR.y]! *= cell.factors.yPerMs;
      if (trace) {
        trace.soma[step] = cell.parameters.EL;
        trace.dendrite[step] = cell.parameters.EL;
      }
    } else {
      fastStep(cell, row, step, trace);
    }
    scalars[SCALAR.time]! += 1;
    if (scalars[SCALAR.time]! % 1000 === 0) slowStep(cell, false);
  }
}

function fastStep(cell: Cell, row: number, step: number, trace: Trace | undefined): void {
  const { parameters: p, scalars, factors } = cell;
  if (cell.dueTotal[row]! > 0) deliver(cell, row);
  const slot = scalars[SCALAR.time]! % INHIBITION_RING;
  scalars[SCALAR.gI]! += cell.inhibition[slot]!;
  cell.inhibition[slot] = 0;

  const fired = membrane(cell);
  const v = scalars[SCALAR.v]!;
  const vs = p.EL + p.kD * (v - p.EL) + scalars[SCALAR.bF]! + scalars[SCALAR.bS]!;
  const peak = synapses(cell, vs, fired, trace);
  if (trace) {
    trace.soma[step] = v;
    trace.dendrite[step] = vs;
    if (fired) trace.spikeSteps[trace.spikeCount++] = step;
  }

  scalars[SCALAR.gA]! *= factors.gA;
  scalars[SCALAR.gI]! *= factors.gI;
  scalars[SCALAR.gK]! *= factors.gK;
  scalars[SCALAR.bF]! *= factors.bF;
  scalars[SCALAR.bS]! *= factors.bS;
  if (peak < NEGLIGIBLE && quiet(cell)) {
    rest(cell);
  }
}

/** Presynaptic spikes that are due: AMPA conductance, glutamate on NMDA receptors, and the volley that calls inhibition. */
function deliver(cell: Cell, row: number): void {
  const { parameters: p, scalars } = cell;
  const now = scalars[SCALAR.time]!;
  let volley = 0;
  for (let i = 0; i < cell.capacity; i++) {
    for (let n = cell.due[row * cell.capacity + i]!; n > 0; n--) {
      const released = release(cell, i, now);
      const contacts = cell.contacts[i]!;
      const weight = cell.expressionLag ? cell.strength[i]! : p.wmin + p.wspan * cell.rho[i]! + cell.late[i]!;
      scalars[SCALAR.gA]! += contacts * p.gA * weight * released;
      cell.bound[i]! += p.q * released * (1 - cell.glutamate[i]!);
      volley += contacts * released;
    }
    cell.due[row * cell.capacity + i] = 0;
  }
  scalars[SCALAR.pending]! -= cell.dueTotal[row]!;
  cell.dueTotal[row] = 0;
  scalars[SCALAR.idle] = 0;
  if (volley === 0) return;
  const since = now - scalars[SCALAR.lastVolley]!;
  const x = scalars[SCALAR.lastVolley]! < 0 ? 1 : 1 - (1 - scalars[SCALAR.xI]!) * exp(-since / p.tauIrec);
  const used = p.UI * x;
  scalars[SCALAR.xI] = x - used;
  scalars[SCALAR.lastVolley] = now;
  cell.inhibition[(now + p.delI) % INHIBITION_RING]! += (volley * p.gI * used) / p.UI;
}

/**
 * Conductance-based integrate-and-fire membrane with adaptation; AMPA and NMDA reverse at 0 mV.
 *
 *   C dV/dt = -gL(V - EL) - (gA + gN·B(V))V - gI(V - EI) - gK(V - EK), exactly integrated over the step
 *
 * @returns whether the cell spiked
 */
function membrane(cell: Cell): boolean {
  const { parameters: p, scalars } = cell;
  if (scalars[SCALAR.refractory]! > 0) {
    scalars[SCALAR.refractory]! -= 1;
    scalars[SCALAR.v] = p.Vreset;
    return false;
  }
  const v = scalars[SCALAR.v]!;
  const gI = scalars[SCALAR.gI]!;
  const gK = scalars[SCALAR.gK]!;
  const gN = p.gN * unblockedFraction(v, p.Mg) * scalars[SCALAR.open]!;
  const g = p.gL + scalars[SCALAR.gA]! + gN + gI + gK;
  const goal = (p.gL * p.EL + gI * p.EI + gK * p.EK) / g;
  const next = goal + (v - goal) * exp(-g / p.C);
  scalars[SCALAR.v] = next;
  if (next < p.Vth) return false;
  scalars[SCALAR.v] = p.Vreset;
  scalars[SCALAR.refractory] = p.tref;
  scalars[SCALAR.gK]! += p.gKinc;
  scalars[SCALAR.bF] = p.bF;
  const slow = scalars[SCALAR.bS]! + p.bS;
  scalars[SCALAR.bS] = slow < p.bSmax ? slow : p.bSmax;
  return true;
}

/**
 * Calcium, rho and NMDA receptors of every input, and the consolidation drive y.
 *
 *   C ← C·e^(-1/tauC) + kN·s·B(Vs)·(1 - Vs/130)·(1 - e^(-1/tauC)) (+ Cpost at a spike)
 *
 * @returns the highest of s, r and C: what is left of activity
 */
function synapses(cell: Cell, vs: number, fired: boolean, trace: Trace | undefined): number {
  const { parameters: p, factors, induction, contacts, bound, glutamate, calcium, rho, scalars } = cell;
  const entry = p.kN * unblockedFraction(vs, p.Mg) * (1 - vs / 130) * (1 - factors.calcium);
  const jump = fired ? p.Cpost : 0;
  const bind = 1 - factors.rise;
  let highest = 0;
  let open = 0;
  let above = 0;
  for (let i = 0; i < cell.capacity; i++) {
    const r = bound[i]!;
    const s = glutamate[i]!;
    const c = calcium[i]! * factors.calcium + entry * s + jump;
    calcium[i] = c;
    if (c > induction.floor) {
      rho[i] = induce(induction, rho[i]!, c);
      if (c > p.thP) above += contacts[i]!;
    }
    if (r + s > 0) {
      const after = s * factors.fall + r * bind;
      glutamate[i] = after;
      bound[i] = r * factors.rise;
      open += contacts[i]! * after;
      if (r > highest) highest = r;
      if (after > highest) highest = after;
    }
    if (c > highest) highest = c;
    if (trace && c > trace.peakCalcium[i]!) trace.peakCalcium[i] = c;
  }
  scalars[SCALAR.open] = open;
  let y = scalars[SCALAR.y]!;
  if (above > 0) {
    const drive = above < p.ySaturation ? above / p.ySaturation : 1;
    y += (1 - y) * (1 - exp(-drive / p.tauY));
  }
  scalars[SCALAR.y] = y * factors.yPerMs;
  return highest;
}

/** Whether nothing is left of activity but what `synapses` reported. */
function quiet(cell: Cell): boolean {
  const { scalars, parameters } = cell;
  if (scalars[SCALAR.pending]! > 0) return false;
  const off = scalars[SCALAR.v]! - parameters.EL;
  if (off > NEGLIGIBLE_MV || off < -NEGLIGIBLE_MV) return false;
  for (let i = SCALAR.gA; i <= SCALAR.bS; i++) if (scalars[i]! > NEGLIGIBLE) return false;
  for (let i = 0; i < INHIBITION_RING; i++) if (cell.inhibition[i]! > 0) return false;
  return true;
}
