import type { Change } from "./turnover.ts";

/** Receptors on their way into a spine, each a function of when the view's number rose, and of the time since. */

/** A recruit travels this long, ms. */
export const SLIDE_MS = 1100;
/** Recruits of one synapse set out at least this far apart, ms, so that they are seen one by one. */
export const APART_MS = 140;
/** Recruits of one synapse that can be on their way at once; more than that are seated at once. */
export const MOST_SLIDING = 8;

/**
 * When each of a seat's last receptors set out, session ms, the newest last: none that has arrived, and none after the
 * number has fallen.
 * @param changes  in order, of all seats
 * @param out      filled
 */
export function departures(changes: readonly Change[], seat: number, time: number, out: number[]): number[] {
  out.length = 0;
  let last = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < changes.length; i++) {
    const change = changes[i]!;
    if (change.seat !== seat || change.time > time) continue;
    if (change.to < change.from) {
      out.length = 0;
      continue;
    }
    for (let k = change.from; k < change.to; k++) {
      last = Math.max(change.time, last + APART_MS);
      out.push(last);
    }
  }
  let gone = Math.max(0, out.length - MOST_SLIDING);
  while (gone < out.length && time - out[gone]! >= SLIDE_MS) gone++;
  if (gone > 0) out.splice(0, gone);
  return out;
}
