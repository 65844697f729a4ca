import type { Round } from "../../shared/lesson/round.ts";

/** Where an instant lies in a round's beats. */
export interface BeatMoment {
  /** Beats still to go to the first one, a whole number; 0 once it has sounded. */
  readonly countIn: number;
  /** How far from the last beat to the next, 0 … 1; also before the first. */
  readonly phase: number;
  /** Share of the round that has passed, 0 … 1. */
  readonly progress: number;
  /** The last beat, and its half beat of grace, are over. */
  readonly over: boolean;
}

/**
 * @param now      the room's time, ms
 * @param beatZero the room's time of the first beat, ms
 */
export function beatAt(now: number, beatZero: number, round: Pick<Round, "beats" | "beatMs">): BeatMoment {
  const beats = (now - beatZero) / round.beatMs;
  return {
    countIn: Math.max(0, Math.ceil(-beats)),
    phase: beats - Math.floor(beats),
    progress: Math.max(0, Math.min(1, beats / round.beats)),
    over: beats > round.beats - 0.5,
  };
}

/** Share of a beat in which its light decays; at 2 Hz that is 300 ms, slow enough to be a pulse and not a flash. */
const DECAY = 0.6;

/** Light of the beat, 0 … 1: full on the beat, gone before the next. */
export const glow = (phase: number): number => Math.max(0, 1 - phase / DECAY) ** 2;
