import { cosTurn, sinTurn } from "../model/math.ts";

/**
 * Kuramoto's order parameter of one beat: R = |mean e^(i2πφ)|, φ a tap's place in the beat. 1 when all tap at the same
 * instant, near 0 when they are spread over the beat.
 * @param offsets ms from the beat, one a tap
 * @param period  time between beats, ms
 * @returns percent, 0 … 100, or -1 for fewer than two taps
 */
export function synchrony(offsets: readonly number[], period: number): number {
  if (offsets.length < 2) return -1;
  let [x, y] = [0, 0];
  for (const offset of offsets) {
    x += cosTurn(offset / period);
    y += sinTurn(offset / period);
  }
  return Math.round((100 * Math.sqrt(x * x + y * y)) / offsets.length);
}

/** Standard deviation of the taps around their own mean, whole ms, or -1 for fewer than two taps. */
export function spread(offsets: readonly number[]): number {
  if (offsets.length < 2) return -1;
  const mean = offsets.reduce((sum, x) => sum + x, 0) / offsets.length;
  const variance = offsets.reduce((sum, x) => sum + (x - mean) * (x - mean), 0) / offsets.length;
  return Math.round(Math.sqrt(variance));
}
