import { advance, createTrace } from "../model/advance.ts";
import type { Cell } from "../model/cell.ts";
import type { Electrode } from "../model/electrode.ts";
import { scheduleSpike } from "../model/schedule.ts";

/** Presynaptic spikes of one input, whole biological ms from the protocol's start, ascending. */
export type Train = readonly number[];

/** A stimulation as a laboratory writes it down: what each input does, and for how long the cell is watched. */
export interface Protocol {
  /** One train an input, by its number; an input beyond the list, or with an empty train, is silent. */
  readonly trains: readonly Train[];
  /** Whole biological ms, the quiet after the last spike included. */
  readonly duration: number;
}

/** Quiet after the last spike, ms: calcium has gone by then, and the weight can be read. */
const TAIL_MS = 500;

export const protocol = (trains: readonly Train[]): Protocol => ({
  trains,
  duration: trains.reduce((end, train) => Math.max(end, train.at(-1) ?? 0), 0) + TAIL_MS,
});

/** Pieces in which a protocol is run, ms: shorter than the time that spikes can be scheduled ahead. */
const PIECE_MS = 200;

/**
 * Runs a protocol on a cell from where its clock stands.
 * @param electrode its instants are of the cell's clock
 * @returns how many times the cell spiked
 */
export function perform(cell: Cell, { trains, duration }: Protocol, electrode?: Electrode): number {
  const trace = createTrace(cell, PIECE_MS);
  const next = trains.map(() => 0);
  let spikes = 0;
  for (let from = 0; from < duration; from += PIECE_MS) {
    const to = Math.min(from + PIECE_MS, duration);
    trains.forEach((train, input) => {
      while (next[input]! < train.length && train[next[input]!]! < to) {
        scheduleSpike(cell, input, train[next[input]!]! - from);
        next[input]!++;
      }
    });
    advance(cell, to - from, trace, electrode);
    spikes += trace.spikeCount;
  }
  return spikes;
}
