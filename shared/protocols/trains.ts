import type { Train } from "./protocol.ts";

/** Single pulses at a steady rate, the first at `start` ms. The slow ones (900 at 1 Hz, Dudek & Bear 1992) depress. */
export const pulses = (count: number, hz: number, start = 0): Train =>
  Array.from({ length: count }, (_, i) => start + Math.round((1000 * i) / hz));

/** Two pulses `gap` ms apart: what the first leaves behind shows in how much the second releases. */
export const pairedPulse = (gap: number, start = 0): Train => [start, start + gap];

/** A tetanus: 100 Hz for a second, as Bliss & Lømo's successors use it. */
export const tetanus = (start = 0): Train => pulses(100, 100, start);

/**
 * Theta burst: bursts of 4 pulses at 100 Hz, by default 10 at the rhythm that works best, 200 ms apart.
 * @source Larson, Wong & Lynch 1986, Brain Res 368:347
 */
export const thetaBurst = (bursts = 10, interval = 200, start = 0): Train =>
  Array.from({ length: bursts }, (_, i) => pulses(4, 100, start + i * interval)).flat();
