import type { ClassView } from "../../../shared/session/view.ts";

/**
 * Receptors on their way into a spine. A view gives whole numbers, a few times a second; this remembers when each
 * number was first seen, so that a recruit can be drawn sliding in from the endosome and then stays. After a jump in
 * time (a seek, a tab that slept) nothing slides: what is there is there.
 */

/** A recruit travels this long, ms. */
export const SLIDE_MS = 1100;
/** Recruits of one synapse set out at least this far apart, ms, so that they are seen one by one. */
export const APART_MS = 140;
/** A step in time larger than this, ms, or backwards, is a jump. */
const JUMP_MS = 1500;
/** Recruits of one synapse that can be on their way at once; more than that are seated at once. */
export const MOST_SLIDING = 8;

export interface Recruits {
  /** Session time last seen, ms. */
  time: number;
  /** Receptors by seat, as last seen. */
  readonly known: number[];
  /** By seat: when each of the last receptors set out, session ms, the newest last. */
  readonly departures: number[][];
}

export const noRecruits = (): Recruits => ({ time: Number.NaN, known: [], departures: [] });

/** Takes note of a view's receptors at a session time, ms. */
export function observeReceptors(recruits: Recruits, view: ClassView, time: number): void {
  const jumped = !(time >= recruits.time && time - recruits.time < JUMP_MS);
  recruits.time = time;
  for (let i = 0; i < view.seats.length; i++) {
    const { receptors } = view.seats[i]!;
    recruits.departures[i] ??= [];
    const departures = recruits.departures[i]!;
    const known = recruits.known[i] ?? receptors;
    recruits.known[i] = receptors;
    if (jumped || receptors < known) {
      departures.length = 0;
      continue;
    }
    while (departures.length > 0 && time - departures[0]! >= SLIDE_MS) departures.shift();
    for (let k = known; k < receptors; k++) {
      const last = departures[departures.length - 1] ?? Number.NEGATIVE_INFINITY;
      departures.push(Math.max(time, last + APART_MS));
      if (departures.length > MOST_SLIDING) departures.shift();
    }
  }
}

/** Whether an observation at this time would be a jump. */
export const isJump = (recruits: Recruits, time: number): boolean =>
  !(time >= recruits.time && time - recruits.time < JUMP_MS);
