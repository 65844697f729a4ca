import { ramp } from "./geometry.ts";

/**
 * How bright a synapse or the soma may glow: at most one luminance pulse every 400 ms, which rises fast and takes at
 * least 350 ms to fall (WCAG 2.3.1). A tap too soon after another holds a steady glow instead. Whether
 * a tap may flash depends on the gap to the one before it alone, so any instant can be drawn again without a history.
 */

/** Least time between two pulses of one synapse, ms. */
export const PULSE_EVERY_MS = 400;
/** A pulse rises in this time, ms, … */
const RISE_MS = 60;
/** … falls to the steady glow by PULSE_EVERY_MS, and is gone by this time, ms. */
export const PULSE_GONE_MS = 800;
/** Brightness held by what may not flash; a pulse has fallen to it when the next may come. */
export const STEADY = 0.4;
/** Pulses that begin within this time of each other count as one flash of their whole area, ms. */
export const SAME_FLASH_MS = 333;
/** Largest share of the picture that may pulse at once; beyond it everything glows steadily. */
export const LARGEST_FLASH = 0.25;

/** Brightness of a pulse `age` ms after it began, 0 … 1. */
export function pulse(age: number): number {
  if (age < 0 || age >= PULSE_GONE_MS) return 0;
  if (age < RISE_MS) return age / RISE_MS;
  if (age < PULSE_EVERY_MS) return 1 - (1 - STEADY) * ramp(age, RISE_MS, PULSE_EVERY_MS);
  return STEADY * (1 - ramp(age, PULSE_EVERY_MS, PULSE_GONE_MS));
}

/** A steady glow is taken over from a falling pulse before that has lost a tenth, or the rise would count as one more. */
const HOLD_RISE_MS = 100;

/** Brightness held by an event that may not flash: slow to rise, and never above STEADY. */
export function hold(age: number): number {
  if (age < 0 || age >= PULSE_GONE_MS) return 0;
  return STEADY * ramp(age, 0, HOLD_RISE_MS) * (1 - ramp(age, PULSE_EVERY_MS, PULSE_GONE_MS));
}

/**
 * Whether anything may flash, or run through the picture, where a class is played at a pace: in a replay that is faster
 * than the class was, beats come more than three times a second.
 * @param pace  session ms that pass in a ms on the wall
 */
export const mayPulse = (pace: number): boolean => pace <= 1;

/** What may flash: who, and when it begins, session ms. */
export interface Flash {
  readonly source: number;
  readonly time: number;
}

/**
 * Brightness of every source at an instant.
 * @param flashes  ascending by time; from at least PULSE_GONE_MS + PULSE_EVERY_MS before `now`
 * @param share    part of the picture that one source's glow covers, 0 … 1
 * @param glow     filled with the brightness by source, 0 … 1
 * @param pulses   false: everything glows steadily
 */
export function brightness(
  flashes: readonly Flash[],
  now: number,
  share: number,
  glow: Float32Array,
  pulses = true,
): void {
  glow.fill(0);
  for (let i = 0; i < flashes.length; i++) {
    const { source, time } = flashes[i]!;
    const age = now - time;
    if (age < 0 || age >= PULSE_GONE_MS) continue;
    const level = pulses && mayFlash(flashes, i, share) ? pulse(age) : hold(age);
    if (level > glow[source]!) glow[source] = level;
  }
}

/** Whether a flash may be a pulse: none of its source's came just before, and the screen's share is not used up. */
export function mayFlash(flashes: readonly Flash[], index: number, share: number): boolean {
  const { source, time } = flashes[index]!;
  let others = 1;
  for (let j = index - 1; j >= 0; j--) {
    const before = flashes[j]!;
    const gap = time - before.time;
    if (gap >= PULSE_EVERY_MS) break;
    if (before.source === source) return false;
    if (gap < SAME_FLASH_MS) others++;
  }
  for (let j = index + 1; j < flashes.length && flashes[j]!.time - time < SAME_FLASH_MS; j++) others++;
  return others * share <= LARGEST_FLASH;
}
