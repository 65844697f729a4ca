import { createTrace, type Trace } from "../model/advance.ts";
import type { Cell } from "../model/cell.ts";
import { TICK_MS } from "./events.ts";
import { type Pulse, QUARTERS } from "./pulse.ts";

/** Below this no eye sees glutamate or calcium, and above rest no depolarisation, mV. */
const UNSEEN = 0.004;
const UNSEEN_MV = 0.2;

/** Gathers what the cell does in a tick into a Pulse. */
export class PulseRecorder {
  readonly trace: Trace;
  readonly #cell: Cell;
  #taps: { seat: number; offset: number }[] = [];

  constructor(cell: Cell) {
    this.#cell = cell;
    this.trace = createTrace(cell, TICK_MS);
  }

  /** @param offset wall-clock ms into the coming tick */
  tap(seat: number, offset: number): void {
    this.#taps.push({ seat, offset: Math.round(offset) });
  }

  /**
   * Takes the tick that `trace` has just recorded.
   * @param slowMotion wall-clock ms a biological ms
   * @returns undefined when nothing moved
   */
  take(tick: number, steps: number, slowMotion: number, seats: number): Pulse | undefined {
    const { trace } = this;
    const taps = this.#taps;
    this.#taps = [];
    const glutamate = new Float32Array(seats);
    const calcium = new Float32Array(seats);
    let moved = taps.length > 0 || trace.spikeCount > 0;
    for (let i = 0; i < seats; i++) {
      glutamate[i] = this.#cell.glutamate[i]!;
      calcium[i] = trace.peakCalcium[i]!;
      moved ||= glutamate[i]! > UNSEEN || calcium[i]! > UNSEEN;
    }
    const soma = quarters(trace.soma, steps);
    moved ||= soma.some((v) => Math.abs(v - this.#cell.parameters.EL) > UNSEEN_MV);
    if (!moved) return undefined;
    const spikes = Array.from(trace.spikeSteps.subarray(0, trace.spikeCount), (step) => Math.round(step * slowMotion));
    return { tick, soma, dendrite: quarters(trace.dendrite, steps), spikes, taps, glutamate, calcium };
  }
}

/** The highest value in each quarter of a tick. */
function quarters(values: Float64Array, steps: number): number[] {
  return Array.from({ length: QUARTERS }, (_, q) => {
    let highest = Number.NEGATIVE_INFINITY;
    for (let i = Math.floor((q * steps) / QUARTERS); i < ((q + 1) * steps) / QUARTERS; i++) {
      highest = Math.max(highest, values[i]!);
    }
    return highest;
  });
}
