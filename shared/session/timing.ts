import type { Round } from "../lesson/round.ts";
import { TICK_MS } from "./events.ts";

/** How a round lies on the session's ticks. */

/** Count-in before the first beat, and after a pause, ticks: three seconds. */
export const COUNT_IN_TICKS = 75;
/** After the last beat the cell is left to settle, ticks: one second. */
export const TAIL_TICKS = 25;
/** A lapse is shown in eight seconds, whatever it spans. */
export const LAPSE_TICKS = 200;

/** Model steps (1 ms biological) in one tick. */
export const stepsPerTick = (round: Round): number => TICK_MS / round.slowMotion;

/** Ticks from start to end. */
export const roundTicks = (round: Round): number =>
  COUNT_IN_TICKS + Math.ceil((round.beats * round.beatMs) / TICK_MS) + TAIL_TICKS;

/** Time since the first beat, ms, of an instant `ran` ticks and `offsetMs` into the round; negative in the count-in. */
export const sinceFirstBeat = (ran: number, offsetMs: number): number => (ran - COUNT_IN_TICKS) * TICK_MS + offsetMs;

/** The beat nearest to an instant, or -1 where taps do not count: more than half a beat before the first or after the last. */
export function nearestBeat(round: Round, sinceFirst: number): number {
  const beat = Math.floor(sinceFirst / round.beatMs + 0.5);
  return beat >= 0 && beat < round.beats ? beat : -1;
}
