/**
 * Receptors on their way into a density and out of it. A view gives whole numbers, a few times a second; this remembers
 * when each number was first seen, so that a recruit is drawn coming from the endosome. After a jump in time (a seek, a
 * tab that slept, another synapse) nothing is on its way: what is there is there.
 */
export interface Traffic {
  /** Session time and seat last seen. */
  time: number;
  seat: number;
  receptors: number;
  /** When each of the last receptors set out, session ms, the newest last. */
  readonly arrivals: number[];
  /** When receptors left, session ms, the newest last; the newest left the slot that is now the first free one. */
  readonly departures: number[];
}

/** A receptor is on its way this long, ms. */
export const WAY_MS = 2600;
/** Receptors set out at least this far apart, ms, so that they are seen one by one. */
const APART_MS = 320;
/** A step in time larger than this, ms, or backwards, is a jump. */
const JUMP_MS = 1500;
/** As many can be on their way at once; more are seated at once. */
export const MOST_ON_THE_WAY = 9;

export const noTraffic = (): Traffic => ({
  time: Number.NaN,
  seat: -1,
  receptors: 0,
  arrivals: [],
  departures: [],
});

/** Takes note of a seat's receptors at a session time, ms. */
export function observeTraffic(traffic: Traffic, seat: number, receptors: number, time: number): void {
  const { arrivals, departures } = traffic;
  const goesOn = seat === traffic.seat && time >= traffic.time && time - traffic.time < JUMP_MS;
  const known = goesOn ? traffic.receptors : receptors;
  traffic.time = time;
  traffic.seat = seat;
  traffic.receptors = receptors;
  if (!goesOn) {
    arrivals.length = 0;
    departures.length = 0;
  }
  forget(arrivals, time);
  forget(departures, time);
  for (let k = known; k < receptors; k++) setOut(arrivals, time);
  if (receptors < known) arrivals.length = 0;
  for (let k = receptors; k < known; k++) setOut(departures, time);
  if (receptors > known) departures.length = 0;
}

function forget(times: number[], now: number): void {
  while (times.length > 0 && now - times[0]! >= WAY_MS) times.shift();
}

function setOut(times: number[], now: number): void {
  const last = times[times.length - 1] ?? Number.NEGATIVE_INFINITY;
  times.push(Math.max(now, last + APART_MS));
  if (times.length > MOST_ON_THE_WAY) times.shift();
}
