import { expect, test } from "vitest";
import { paceOf } from "../../client/stage/pace.ts";
import { baseline } from "../../shared/lesson/rounds/baseline.ts";
import { together } from "../../shared/lesson/rounds/together.ts";

const running = { phase: "round", paused: false, beatZero: 10_000, beat: 0 } as const;

test("before the first beat the stage counts the seconds down", () => {
  expect(paceOf(running, together, 7001)).toEqual({ kind: "count-in", seconds: 3 });
  expect(paceOf(running, together, 9999)).toEqual({ kind: "count-in", seconds: 1 });
});

test("beats are counted from one, each with its share until the next", () => {
  expect(paceOf(running, together, 10_000)).toEqual({ kind: "beat", beat: 1, of: 20, fraction: 0 });
  expect(paceOf({ ...running, beat: 20 }, together, 10_000 + 19.5 * together.beatMs)).toEqual({
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

test("a class that resumes is counted in until the first beat that it has not had", () => {
  const { beatMs } = together;
  const resumed = { ...running, beat: 10 };
  const next = running.beatZero + 10 * beatMs;
  expect(paceOf(resumed, together, next - 3000)).toEqual({ kind: "count-in", seconds: 3 });
  expect(paceOf(resumed, together, next - 600)).toEqual({ kind: "count-in", seconds: 1 });
  expect(paceOf(resumed, together, next)).toEqual({ kind: "beat", beat: 11, of: 20, fraction: 0 });
});

test("a beat that was closed half a beat after it is still the one shown", () => {
  const half = running.beatZero + 3.6 * together.beatMs;
  expect(paceOf({ ...running, beat: 4 }, together, half)).toMatchObject({ kind: "beat", beat: 4 });
});
