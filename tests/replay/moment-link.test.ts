import fc from "fast-check";
import { expect, test } from "vitest";
import { readMoment, writeMoment } from "../../client/replay/moment-link.ts";
import { ZOOMS } from "../../client/scenes/view-model/zoom/gaze.ts";

const seat = fc.integer({ min: 0, max: 59 });

test("a link leads back to the moment, the zoom and the neuron that it was made at", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 24 * 3600 * 1000 }),
      fc.record({ zoom: fc.constantFrom(...ZOOMS.filter((zoom) => zoom !== "cell")), seat }),
      fc.option(seat, { nil: undefined }),
      (time, gaze, followed) => {
        const moment = { time, gaze, ...(followed === undefined ? {} : { followed }) };
        expect(readMoment(writeMoment("", moment))).toEqual(moment);
      },
    ),
    { seed: 63 },
  );
  expect(writeMoment("", { time: 754_500, followed: 4 })).toBe("#t=12:34.5&follow=4");
});

test("the key of a shared recording stays in the link, and an older moment does not", () => {
  expect(writeMoment("#KEY-abc_1&t=1:00&zoom=branch&seat=2", { time: 5000 })).toBe("#KEY-abc_1&t=0:05");
});

test("times are read as people write them, and what makes no sense is passed over", () => {
  expect(readMoment("#t=90").time).toBe(90_000);
  expect(readMoment("#t=1:02:03.25").time).toBe(3_723_250);
  for (const bad of [
    "#t=-5",
    "#t=1e9",
    "#t=NaN",
    "#t=1:2:3:4",
    "#zoom=moon",
    "#follow=99",
    "#follow=-1",
    "#seat=3",
    "#%",
  ]) {
    expect(readMoment(bad), bad).toEqual({});
  }
});
