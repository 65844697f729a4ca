import { expect, test } from "vitest";
import { logarithmicTicks, widened } from "../../shared/lab/axis-span.ts";

test("a curve that hardly moves is drawn as flat: every axis spans what matters on it", () => {
  expect(widened(99.98, 100.02, "percent-of-baseline")).toEqual([80, 130]);
  expect(widened(-0.0001, 0.0002, "level")[1]).toBeCloseTo(0.05, 3);
  expect(widened(60, 60, "receptors")).toEqual([57, 63]);
});

test("what cannot be negative starts no lower than zero", () => {
  expect(widened(0, 0.0002, "level")).toEqual([0, 0.1]);
  expect(widened(2, 3, "percent-of-baseline")).toEqual([2, 130]);
  expect(widened(0, 1, "receptors")).toEqual([0, 6]);
});

test("a curve that moves, and an axis of time, stay as they are", () => {
  expect(widened(80, 190, "percent-of-baseline")).toEqual([80, 190]);
  expect(widened(0, 1, "hours")).toEqual([0, 1]);
});

test("a logarithmic axis is marked within what was measured, at 1, 2 and 5 of each decade", () => {
  expect(logarithmicTicks(50, 2000)).toEqual([50, 100, 200, 500, 1000, 2000]);
  expect(logarithmicTicks(0.5, 50)).toEqual([0.5, 1, 2, 5, 10, 20, 50]);
});
