import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { erf } from "../../shared/model/erf.ts";

/** By arithmetic of thirty digits, rounded to the nearest double. About 2.5 and 6 the method changes. */
const VALUES: readonly (readonly [x: number, erf: number])[] = [
  [1e-9, 1.1283791670955127e-9],
  [0.1, 0.1124629160182849],
  [0.5, 0.5204998778130465],
  [1, 0.8427007929497149],
  [1.5, 0.9661051464753108],
  [2, 0.9953222650189527],
  [2.4375, 0.9994334567454198],
  [2.5, 0.999593047982555],
  [2.5625, 0.9997098311383266],
  [3, 0.9999779095030014],
  [4, 0.9999999845827421],
  [5, 0.9999999999984626],
  [5.875, 0.9999999999999999],
  [6.5, 1],
];

const RUNS = { numRuns: 5000, seed: 1 };
const real = fc.double({ min: -7, max: 7, noNaN: true });

describe("the error function", () => {
  test.each(VALUES)("of %d is within 1e-12", (x, wanted) => {
    expect(Math.abs(erf(x) - wanted)).toBeLessThan(1e-12 * Math.min(1, Math.abs(x)));
  });

  test("is odd, and nowhere beyond 1", () => {
    fc.assert(
      fc.property(real, (x) => erf(-x) === -erf(x) && Math.abs(erf(x)) <= 1),
      RUNS,
    );
  });

  test("never falls, where its method changes either", () => {
    fc.assert(
      fc.property(real, real, (a, b) => erf(Math.min(a, b)) <= erf(Math.max(a, b)) + 1e-14),
      RUNS,
    );
  });

  test("has as its slope the bell curve", () => {
    const h = 1e-4;
    fc.assert(
      fc.property(real, (x) => {
        const slope = (erf(x + h) - erf(x - h)) / (2 * h);
        return Math.abs(slope - (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x)) < 1e-7;
      }),
      RUNS,
    );
  });

  test("is 0 at 0, 1 far out, and nothing of what is no number", () => {
    expect([erf(0), erf(Number.POSITIVE_INFINITY), erf(Number.NEGATIVE_INFINITY)]).toEqual([0, 1, -1]);
    expect(erf(Number.NaN)).toBeNaN();
  });
});
