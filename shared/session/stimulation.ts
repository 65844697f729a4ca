import { advance, type Trace } from "../model/advance.ts";
import { biologicalTime, type Cell } from "../model/cell.ts";
import type { Electrode } from "../model/electrode.ts";
import { scheduleSpike } from "../model/schedule.ts";
import { type Group, groupOf, MAX_SEATS } from "./events.ts";

/**
 * Electrical stimulation as data: what a laboratory writes in its methods. `bursts` bursts, `every` ms apart, each of
 * `pulses` pulses `apart` ms apart; the first at `start`. A plain train is one burst, or bursts of one pulse. A burst is
 * over before the next begins: an axon carries one spike a millisecond. Whole biological ms throughout.
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
  readonly clamp?: number | undefined;
  /** Makes the postsynaptic cell spike, whatever its inputs do. */
  readonly forced?: readonly Train[] | undefined;
  /** Biological ms that one tick (40 ms on the wall clock) covers: 16 as in class, 40 in real time, up to 1,000 for long ones. */
  readonly pace: number;
}

/** Longest pace, and longest stimulation, biological ms: an hour. */
export const LONGEST_PACE = 1000;
export const LONGEST_STIMULATION = 3_600_000;
/** Quiet after the last pulse, ms: calcium has gone by then. */
const TAIL_MS = 500;
/** Pieces in which a stimulation is delivered, ms: shorter than spikes can be scheduled ahead. */
export const PIECE_MS = 200;

const lastPulse = ({ start, bursts, every, pulses, apart }: Train): number =>
  start + (bursts - 1) * every + (pulses - 1) * apart;

/** How long a stimulation takes, quiet at its end included, biological ms. */
export const durationOf = ({ trains, forced = [] }: Stimulation): number =>
  [...trains, ...forced].reduce((end, train) => Math.max(end, lastPulse(train)), 0) + TAIL_MS;

/** @throws RangeError naming what is not as it may be */
export function checkStimulation(stimulation: Stimulation): void {
  const { trains, forced = [], clamp, pace } = stimulation;
  const whole = (what: string, x: number, low: number, high: number): void => {
    if (!(Number.isInteger(x) && x >= low && x <= high)) {
      throw new RangeError(`${what} ${x}: a whole number from ${low} to ${high}`);
    }
  };
  whole("pace", pace, 1, LONGEST_PACE);
  for (const train of [...trains, ...forced]) {
    whole("start", train.start, 0, LONGEST_STIMULATION);
    whole("bursts", train.bursts, 1, 10_000);
    whole("pulses", train.pulses, 1, 10_000);
    whole("apart", train.apart, 1, 600_000);
    const burst = (train.pulses - 1) * train.apart + 1;
    whole("every", train.every, train.bursts > 1 ? burst : 1, Math.max(burst, 600_000));
  }
  for (const { at } of trains) if (typeof at === "number") whole("seat", at, 0, MAX_SEATS - 1);
  whole("duration", durationOf(stimulation), 0, LONGEST_STIMULATION);
  if (clamp !== undefined && !(clamp >= -100 && clamp <= 60)) throw new RangeError(`clamp ${clamp}: -100 to 60 mV`);
}

/** Whether a stimulation can be: what checkStimulation says, as an answer. */
export function isPossible(stimulation: Stimulation): boolean {
  try {
    checkStimulation(stimulation);
    return true;
  } catch {
    return false;
  }
}

/** Calls `each` for every pulse at from ≤ time < to, in order. */
function pulsesBetween(train: Train, from: number, to: number, each: (at: number) => void): void {
  const { start, bursts, every, pulses, apart } = train;
  const length = (pulses - 1) * apart;
  for (let burst = Math.max(0, Math.ceil((from - start - length) / every)); burst < bursts; burst++) {
    const at = start + burst * every;
    if (at >= to) return;
    for (let pulse = Math.max(0, Math.ceil((from - at) / apart)); pulse < pulses; pulse++) {
      if (at + pulse * apart >= to) break;
      each(at + pulse * apart);
    }
  }
}

/**
 * Runs a cell through the part of a stimulation from `from` to `to`, ms since it began; at most PIECE_MS.
 * @param seats seats that are taken
 */
export function stimulatePiece(
  cell: Cell,
  stimulation: Stimulation,
  seats: readonly number[],
  from: number,
  to: number,
  trace: Trace,
): void {
  for (const train of stimulation.trains) {
    const { at } = train;
    const excited = seats.filter((seat) => at === "all" || at === seat || at === groupOf(seat));
    pulsesBetween(train, from, to, (ms) => {
      for (const seat of excited) scheduleSpike(cell, seat, ms - from);
    });
  }
  advance(cell, to - from, trace, electrodeOf(cell, stimulation, from, to));
}

/**
 * Runs a cell through a part of any length.
 * @param trace as long as the part, or PIECE_MS
 * @returns how many times the cell spiked
 */
export function stimulatePart(
  cell: Cell,
  stimulation: Stimulation,
  seats: readonly number[],
  from: number,
  to: number,
  trace: Trace,
): number {
  let spikes = 0;
  for (let at = from; at < to; at += PIECE_MS) {
    stimulatePiece(cell, stimulation, seats, at, Math.min(at + PIECE_MS, to), trace);
    spikes += trace.spikeCount;
  }
  return spikes;
}

function electrodeOf(cell: Cell, { clamp, forced }: Stimulation, from: number, to: number): Electrode | undefined {
  if (clamp === undefined && forced === undefined) return undefined;
  const spikesAt = new Set<number>();
  for (const train of forced ?? []) {
    pulsesBetween(train, from, to, (ms) => spikesAt.add(biologicalTime(cell) + ms - from));
  }
  return clamp === undefined ? { spikesAt } : { spikesAt, clamp };
}
