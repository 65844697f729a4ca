import { expect, test } from "vitest";
import { beatAt, glow } from "../client/play/beat.ts";
import { RECEPTORS_AT_REST } from "../client/play/rest.ts";
import { standardParameters } from "../shared/model/parameters.ts";

const round = { beats: 20, beatMs: 500 };

test("the phone counts the beats in, down to one, and is silent on the first", () => {
  const counts = [-1600, -1499, -1000, -999, -500, -1, 0, 250].map((at) => beatAt(10_000 + at, 10_000, round).countIn);
  expect(counts).toEqual([4, 3, 2, 2, 1, 1, 0, 0]);
});

test("the beat's light is full on the beat and gone before the next, also in the count-in", () => {
  for (const beat of [-3, -1, 0, 7, 19]) expect(glow(beatAt(10_000 + beat * 500, 10_000, round).phase)).toBe(1);
  expect(glow(beatAt(10_000 + 320, 10_000, round).phase)).toBe(0);
});

test("a round is over half a beat after its last beat, and its progress never leaves 0 … 1", () => {
  expect(beatAt(10_000 + 19 * 500 + 240, 10_000, round).over).toBe(false);
  expect(beatAt(10_000 + 19 * 500 + 260, 10_000, round).over).toBe(true);
  expect([-5000, 5000, 99_000].map((at) => beatAt(10_000 + at, 10_000, round).progress)).toEqual([0, 0.5, 1]);
});

test("what the phone calls won is counted from the model's own resting synapse", () => {
  expect(RECEPTORS_AT_REST).toBe(standardParameters.N0);
});
