import type { Group } from "./events.ts";

/**
 * Electrical stimulation as data: what a laboratory writes in its methods. `bursts` bursts, `every` ms apart, each of
 * `pulses` pulses `apart` ms apart; the first at `start`. A plain train is one burst, or bursts of one pulse.
 * Whole biological ms throughout.
 */
export interface Train {
  readonly start: number;
  readonly bursts: number;
  readonly every: number;
  readonly pulses: number;
  readonly apart: number;
}

export interface SeatTrain extends Train {
  /** Whose presynaptic axons the electrode excites: a seat (an input of a laboratory protocol), a group or everyone. */
  readonly at: number | Group | "all";
}

export interface Stimulation {
  readonly trains: readonly SeatTrain[];
  /** Holds the soma at this potential throughout, mV. */
  readonly clamp?: number;
  /** Makes the postsynaptic cell spike, whatever its inputs do. */
  readonly forced?: readonly Train[];
  /** Biological ms that one tick (40 ms on the wall clock) covers: 16 as in class, 40 in real time, up to 1,000 for long ones. */
  readonly pace: number;
}
