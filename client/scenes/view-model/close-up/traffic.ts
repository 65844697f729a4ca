import type { Change } from "../turnover.ts";

/** Receptors on their way into a density and out of it: a function of when the view's number changed, and the time since. */
export interface Traffic {
  /** When each of the last receptors set out, session ms, the newest last; none that has arrived. */
  readonly arrivals: number[];
  /** When receptors left, session ms, the newest last; the newest left the slot that is now the first free one. */
  readonly departures: number[];
}

/** A receptor is on its way this long, ms. */
export const WAY_MS = 2400;
/** Receptors set out at least this far apart, ms, so that they are seen one by one. */
const APART_MS = 280;
/** As many can be on their way at once; more are seated at once. */
export const MOST_ON_THE_WAY = 8;

export const noTraffic = (): Traffic => ({ arrivals: [], departures: [] });

/** Reads a seat's traffic at a session time, ms. @param changes in order, of all seats */
export function readTraffic(changes: readonly Change[], seat: number, time: number, traffic: Traffic): void {
  const { arrivals, departures } = traffic;
  arrivals.length = 0;
  departures.length = 0;
  for (let i = 0; i < changes.length; i++) {
    const change = changes[i]!;
    if (change.seat !== seat || change.time > time) continue;
    // A number that turns round takes back what was on its way.
    const rises = change.to > change.from;
    (rises ? departures : arrivals).length = 0;
    const way = rises ? arrivals : departures;
    for (let k = Math.abs(change.to - change.from); k > 0; k--) setOut(way, change.time);
  }
  forget(arrivals, time);
  forget(departures, time);
}

function setOut(times: number[], now: number): void {
  const last = times[times.length - 1] ?? Number.NEGATIVE_INFINITY;
  times.push(Math.max(now, last + APART_MS));
}

/** Leaves out what has arrived, and what is more than can be on its way. */
function forget(times: number[], now: number): void {
  let gone = Math.max(0, times.length - MOST_ON_THE_WAY);
  while (gone < times.length && now - times[gone]! >= WAY_MS) gone++;
  if (gone === 0) return;
  times.copyWithin(0, gone);
  times.length -= gone;
}
