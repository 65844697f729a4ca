import { signal } from "@preact/signals";
import { expect, test } from "vitest";
import { SPEEDS, transport } from "../../client/replay/transport.ts";

const MINUTE = 60_000;
const tape = (length = MINUTE) => transport(signal(length));

test("a tape plays at its speed, forwards and backwards, and stops at both ends", () => {
  const t = tape();
  t.toggle();
  t.speed.value = 64;
  t.advance(100);
  expect(t.time.value).toBe(6400);
  t.toggle(true);
  expect([t.playing.value, t.backwards.value]).toEqual([true, true]);
  t.speed.value = 0.25;
  t.advance(400);
  expect(t.time.value).toBe(6300);
  t.advance(MINUTE);
  expect([t.time.value, t.playing.value]).toEqual([0, false]);
  // Backwards from the beginning is from the end.
  t.toggle(true);
  expect([t.time.value, t.playing.value]).toEqual([MINUTE, true]);
  t.toggle(true);
  expect(t.playing.value).toBe(false);
  t.toggle();
  expect(t.time.value).toBe(0);
  t.advance(10 * MINUTE);
  expect([t.time.value, t.playing.value]).toEqual([MINUTE, false]);
});

test("a tick is a tick, from wherever one is between two", () => {
  const t = tape();
  t.playing.value = true;
  t.seek(1017);
  t.step(1);
  expect([t.time.value, t.playing.value]).toEqual([1040, false]);
  t.step(-2);
  expect(t.time.value).toBe(960);
  t.step(-1000);
  expect(t.time.value).toBe(0);
});

test("a loop comes round at its ends, both ways, and from wherever it is entered", () => {
  const t = tape();
  t.seek(10_000);
  t.mark("from");
  expect(t.loop.value).toBeUndefined();
  t.seek(12_000);
  t.mark("to");
  expect(t.loop.value).toEqual({ from: 10_000, to: 12_000 });
  t.toggle();
  t.advance(40);
  expect(t.time.value).toBe(10_000);
  t.advance(1000);
  expect(t.time.value).toBe(11_000);
  t.toggle(true);
  t.advance(1500);
  expect([t.time.value, t.playing.value]).toEqual([12_000, true]);
  t.seek(40_000);
  t.advance(40);
  expect(t.time.value).toBe(12_000);
  t.setLoop({});
  t.advance(1000);
  expect(t.time.value).toBe(11_000);
});

test("an end that would lie on the wrong side sends the other away", () => {
  const t = tape();
  t.seek(10_000);
  t.mark("from");
  t.seek(5000);
  t.mark("to");
  expect(t.ends.value).toEqual({ to: 5000 });
  t.mark("from");
  expect(t.ends.value).toEqual({ from: 5000 });
});

test("speeds go from a quarter to sixty-four, a step at a time", () => {
  const t = tape();
  for (let i = 0; i < 20; i++) t.change(1);
  expect(t.speed.value).toBe(64);
  t.change(-1);
  expect(t.speed.value).toBe(32);
  for (let i = 0; i < 20; i++) t.change(-1);
  expect(t.speed.value).toBe(SPEEDS[0]);
});
