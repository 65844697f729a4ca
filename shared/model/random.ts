import { log } from "./math.ts";

/**
 * Seeded random numbers with integer arithmetic alone (sfc32, Chris Doty-Humphrey's PractRand): the same in every
 * engine. The state is four words that the caller owns and may save.
 */

/** A stream of its own for each use of one seed: the same (seed, id) gives the same numbers. */
export function stream(seed: number, id: number): Uint32Array {
  const state = Uint32Array.of(seed, id, 0x9e3779b9, 1);
  // Neighbouring seeds start alike; a few rounds part them.
  for (let i = 0; i < 16; i++) next(state);
  return state;
}

/** A whole number, 0 … 2^32 - 1. */
export function next(state: Uint32Array): number {
  const [a, b, c, counter] = [state[0]!, state[1]!, state[2]!, state[3]!];
  const out = (a + b + counter) >>> 0;
  state[3] = counter + 1;
  state[0] = b ^ (b >>> 9);
  state[1] = c + (c << 3);
  state[2] = ((c << 21) | (c >>> 11)) + out;
  return out;
}

/** 0 ≤ x < 1, with 32 random bits. */
export const uniform = (state: Uint32Array): number => next(state) / 4294967296;

/** Normally distributed, mean 0, SD 1 (Marsaglia's polar method; the second deviate of each pair is dropped). */
export function gaussian(state: Uint32Array): number {
  for (;;) {
    const x = 2 * uniform(state) - 1;
    const y = 2 * uniform(state) - 1;
    const s = x * x + y * y;
    if (s > 0 && s < 1) return x * Math.sqrt((-2 * log(s)) / s);
  }
}
