import { expect, test } from "vitest";
import { paceOf, ResumeWatch } from "../../client/stage/pace.ts";
import { baseline } from "../../shared/lesson/rounds/baseline.ts";
import { together } from "../../shared/lesson/rounds/together.ts";

const running = { phase: "round", paused: false, beatZero: 10_000 } as const;

test("before the first beat the stage counts the seconds down", () => {
  expect(paceOf(running, together, 7001)).toEqual({ kind: "count-in", seconds: 3 });
  expect(paceOf(running, together, 9999)).toEqual({ kind: "count-in", seconds: 1 });
});

test("beats are counted from one, each with its share until the next", () => {
  expect(paceOf(running, together, 10_000)).toEqual({ kind: "beat", beat: 1, of: 20, fraction: 0 });
  expect(paceOf(running, together, 10_000 + 19.5 * together.beatMs)).toEqual({
    kind: "beat",
    beat: 20,
    of: 20,
    fraction: 0.5,
  });
});

test("a round without a beat shows the seconds that are left", () => {
  expect(paceOf(running, baseline, 10_000)).toEqual({ kind: "free", seconds: 12 });
});

test("after the last beat nothing is counted any more", () => {
  expect(paceOf(running, together, 20_000)).toEqual({ kind: "over" });
});

test("a pause stops the count; outside a round there is none", () => {
  expect(paceOf({ ...running, paused: true }, together, 12_000)).toEqual({ kind: "paused" });
  expect(paceOf({ ...running, phase: "lapse" }, together, 12_000)).toEqual({ kind: "none" });
  expect(paceOf(running, undefined, 12_000)).toEqual({ kind: "none" });
});

test("a class that resumes is counted in for three seconds, though it is still called paused", () => {
  const watch = new ResumeWatch();
  expect(watch.see({ paused: true, turn: 5 }, 0)).toBeUndefined();
  expect(watch.see({ paused: true, turn: 6 }, 1000)).toBe(3);
  expect(watch.see({ paused: true, turn: 6 }, 3500)).toBe(1);
  expect(watch.see({ paused: false, turn: 6 }, 4000)).toBeUndefined();
  expect(watch.see({ paused: true, turn: 7 }, 5000)).toBeUndefined();
});
