import fc from "fast-check";
import { expect, test } from "vitest";
import {
  brightness,
  type Flash,
  hold,
  LARGEST_FLASH,
  mayFlash,
  PULSE_EVERY_MS,
  pulse,
  STEADY,
} from "../../client/scenes/view-model/flash-budget.ts";

/** Rises of more than a tenth within a source's brightness: what WCAG 2.3.1 would count as a flash. */
function risesOf(taps: readonly number[], share: number): number[] {
  const flashes: Flash[] = taps.map((time) => ({ source: 0, time }));
  const glow = new Float32Array(1);
  const rises: number[] = [];
  let [low, rising, before] = [0, false, 0];
  for (let now = 0; now < 6000; now += 5) {
    brightness(flashes, now, share, glow);
    const level = glow[0]!;
    if (level < before) rising = false;
    if (level < before || level < low) low = level;
    if (level > before && !rising && level - low > 0.1) {
      rising = true;
      rises.push(now);
    }
    before = level;
  }
  return rises;
}

test("a pulse rises fast and takes at least 350 ms to fall to the steady glow", () => {
  expect(pulse(60)).toBeCloseTo(1, 1);
  expect(pulse(PULSE_EVERY_MS)).toBeCloseTo(STEADY, 5);
  for (let age = 60; age < 800; age += 10) expect(pulse(age + 10)).toBeLessThanOrEqual(pulse(age));
});

test("what may not flash glows no brighter than steadily", () => {
  for (let age = 0; age < 900; age += 10) expect(hold(age)).toBeLessThanOrEqual(STEADY);
});

test("however someone taps, one synapse never pulses twice within 400 ms", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 80, max: 900 }), { minLength: 1, maxLength: 30 }), (gaps) => {
      const taps: number[] = [];
      let at = 100;
      for (const gap of gaps) {
        at += gap;
        taps.push(at);
      }
      const rises = risesOf(
        taps.filter((t) => t < 5000),
        0.01,
      );
      for (let i = 1; i < rises.length; i++)
        expect(rises[i]! - rises[i - 1]!).toBeGreaterThanOrEqual(PULSE_EVERY_MS - 65);
    }),
    { numRuns: 400, seed: 6, examples: [[[87, 399, 400, 80]]] },
  );
});

test("a frantic tapper is a steady glow, not a flicker", () => {
  const taps = Array.from({ length: 40 }, (_, i) => 500 + i * 100);
  const flashes = taps.map((time) => ({ source: 0, time }));
  const glow = new Float32Array(1);
  let [low, high] = [1, 0];
  for (let now = 1500; now < 4400; now += 5) {
    brightness(flashes, now, 0.01, glow);
    low = Math.min(low, glow[0]!);
    high = Math.max(high, glow[0]!);
  }
  expect(high - low).toBeLessThan(0.1);
});

test("synapses that would together light more than a quarter of the screen glow steadily instead", () => {
  const together = Array.from({ length: 30 }, (_, source) => ({ source, time: 1000 + source * 3 }));
  const share = LARGEST_FLASH / 20;
  expect(together.every((_, i) => !mayFlash(together, i, share))).toBe(true);
  const fewer = together.slice(0, 20);
  expect(fewer.every((_, i) => mayFlash(fewer, i, share))).toBe(true);
  const glow = new Float32Array(30);
  for (let now = 900; now < 2000; now += 10) {
    brightness(together, now, share, glow);
    expect(Math.max(...glow)).toBeLessThanOrEqual(STEADY + 1e-6);
  }
});

test("the same taps on a beat of 2 Hz do pulse", () => {
  expect(risesOf([500, 1000, 1500, 2000], 0.01)).toHaveLength(4);
});
