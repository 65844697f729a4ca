import { stimulate } from "./calcium.ts";
import { type Cell, RING, SCALAR } from "./cell.ts";
import type { Electrode } from "./electrode.ts";
import { episode } from "./episode.ts";
import { stimulateByEvents } from "./event-calcium.ts";
import { receiveInhibition } from "./inhibition.ts";
import { followInDendrite, integrate, spike } from "./membrane.ts";
import { SETTLE_EVERY, settle } from "./settle.ts";
import { catchUp, secondStep } from "./slow.ts";
import { clearEcho, transmit } from "./transmission.ts";

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

/** @param steps the longest advance that it can hold, at most 65,535 */
export const createTrace = (cell: Cell, steps: number): Trace => ({
  soma: new Float64Array(steps),
  dendrite: new Float64Array(steps),
  spikeSteps: new Uint16Array(steps),
  spikeCount: 0,
  peakCalcium: new Float64Array(cell.capacity),
});

/**
 * Runs the fast layer for a whole number of milliseconds; the step of 1 ms is part of the model. The slow layer follows
 * at every full second of the cell's clock, so cutting an advance in pieces changes no bit. Creates no objects.
 *
 * @param electrode holds the soma or makes it spike, in laboratory protocols
 */
export function advance(cell: Cell, steps: number, trace?: Trace, electrode?: Electrode): void {
  const { scalars, factors, parameters } = cell;
  if (trace) {
    trace.spikeCount = 0;
    trace.peakCalcium.fill(0);
  }
  catchUp(cell);
  for (let step = 0; step < steps; step++) {
    const now = scalars[SCALAR.time]!;
    const row = now % RING;
    if (electrode === undefined && scalars[SCALAR.idle] === 1 && cell.dueTotal[row] === 0) {
      scalars[SCALAR.y]! *= factors.yFall;
      if (trace) {
        trace.soma[step] = parameters.EL;
        trace.dendrite[step] = parameters.EL;
      }
    } else {
      fastStep(cell, row, now, step, trace, electrode);
    }
    scalars[SCALAR.time] = now + 1;
    if ((now + 1) % 1000 === 0) secondStep(cell);
  }
}

/** One millisecond. The order of these lines is part of the model (MODEL.md). */
function fastStep(
  cell: Cell,
  row: number,
  now: number,
  step: number,
  trace: Trace | undefined,
  electrode: Electrode | undefined,
): void {
  const { scalars, factors } = cell;
  clearEcho(cell, now);
  if (cell.dueTotal[row]! > 0) transmit(cell, row, now);
  receiveInhibition(cell, now);
  const fired = electrode ? hold(cell, electrode, now) : integrate(cell);
  if (fired) spike(cell);
  followInDendrite(cell);
  if (cell.parameters.rule === "event-calcium") stimulateByEvents(cell, fired, trace?.peakCalcium);
  else stimulate(cell, fired, trace?.peakCalcium);
  episode(cell);
  if (trace) {
    trace.soma[step] = scalars[SCALAR.v]!;
    trace.dendrite[step] = scalars[SCALAR.dendrite]!;
    if (fired) trace.spikeSteps[trace.spikeCount++] = step;
  }
  scalars[SCALAR.gA]! *= factors.gA;
  scalars[SCALAR.gI]! *= factors.gI;
  scalars[SCALAR.gK]! *= factors.gK;
  scalars[SCALAR.bF]! *= factors.bF;
  scalars[SCALAR.bS]! *= factors.bS;
  if (now % SETTLE_EVERY === 0) settle(cell);
}

/** The membrane under an electrode. @returns whether the cell spikes */
function hold(cell: Cell, { clamp, spikesAt }: Electrode, now: number): boolean {
  cell.scalars[SCALAR.idle] = 0;
  if (clamp !== undefined) {
    cell.scalars[SCALAR.v] = clamp;
    return false;
  }
  return integrate(cell) || (spikesAt?.has(now) ?? false);
}
