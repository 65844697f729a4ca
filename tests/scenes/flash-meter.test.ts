import { expect, test } from "vitest";
import { FlashMeter, POINTS_WIDE } from "./flash-meter.ts";

const [WIDTH, HEIGHT] = [POINTS_WIDE, 168];
type Colour = readonly [r: number, g: number, b: number];
const BLACK: Colour = [11, 16, 32];
const BRIGHT: Colour = [255, 243, 208];

/** Most flashes of two seconds at 30 frames a second. @param lit  whether a point is lit at a time, s */
function flashes(
  kind: "general" | "red",
  lit: (x: number, y: number, time: number) => boolean,
  on: Colour = BRIGHT,
  off: Colour = BLACK,
): number {
  const meter = new FlashMeter(kind, HEIGHT);
  const rgba = new Uint8ClampedArray(4 * WIDTH * HEIGHT).fill(255);
  for (let frame = 0; frame < 60; frame++) {
    for (let i = 0; i < WIDTH * HEIGHT; i++) {
      const [r, g, b] = lit(i % WIDTH, Math.floor(i / WIDTH), frame / 30) ? on : off;
      rgba[4 * i] = r;
      rgba[4 * i + 1] = g;
      rgba[4 * i + 2] = b;
    }
    meter.add(rgba, (1000 * frame) / 30);
  }
  return meter.most;
}

/** A square that blinks. @param hz  flashes a second, @param size  side, points */
const blink =
  (hz: number, size: number) =>
  (x: number, y: number, time: number): boolean =>
    x < size && y < size && Math.floor(2 * hz * time) % 2 === 1;

test("a bright square that blinks five times a second is more than three flashes", () => {
  expect(flashes("general", blink(5, 60))).toBe(5);
});

test("twice a second is not, and neither is what covers less than a quarter of 10 degrees", () => {
  expect(flashes("general", blink(2, 60))).toBe(2);
  expect(flashes("general", blink(5, 40))).toBe(0);
});

test("a blink by less than a tenth of the luminance is no flash, nor one of what stays light", () => {
  expect(flashes("general", blink(5, 60), [80, 80, 80])).toBe(0);
  expect(flashes("general", blink(5, 60), [255, 255, 255], [232, 232, 232])).toBe(0);
  expect(flashes("general", blink(5, 60), [255, 255, 255], [220, 220, 220])).toBe(5);
});

test("what blinks in turns does not make up for what blinks beside it", () => {
  const turns = (x: number, y: number, time: number): boolean =>
    (Math.floor(x / 25) + Math.floor(y / 25) + Math.floor(10 * time)) % 2 === 1;
  expect(flashes("general", turns)).toBeGreaterThan(3);
});

test("a pattern that moves is no flash", () => {
  const wanders = (x: number, y: number, time: number): boolean => (x + y + Math.floor(30 * time)) % 10 < 5;
  expect(flashes("general", wanders)).toBe(0);
});

test("saturated red that blinks is a red flash, and a white blink is none", () => {
  expect(flashes("red", blink(5, 60), [200, 0, 0], [0, 0, 0])).toBe(5);
  expect(flashes("red", blink(5, 60))).toBe(0);
});
