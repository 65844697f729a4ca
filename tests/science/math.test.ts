import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cosTurn, exp, log, pow, sinTurn } from "../../shared/model/math.ts";

const relative = (got: number, wanted: number): number =>
  got === wanted ? 0 : Math.abs(got - wanted) / Math.abs(wanted);

/** Property runs: enough to meet every exponent, few enough for a second. */
const RUNS = { numRuns: 20_000, seed: 1 };
/** Where doubles are normal; below, a last bit is worth more than 1e-14. */
const SMALLEST_NORMAL = 2.2250738585072014e-308;
const real = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const positive = real(SMALLEST_NORMAL, Number.MAX_VALUE);

describe("the portable functions agree with the engine's to 1e-14", () => {
  test("exp, wherever its result is a normal number", () => {
    fc.assert(
      fc.property(real(-708, 709.7), (x) => relative(exp(x), Math.exp(x)) < 1e-14),
      RUNS,
    );
  });

  test("log", () => {
    fc.assert(
      fc.property(positive, (x) => relative(log(x), Math.log(x)) < 1e-14),
      RUNS,
    );
  });

  test("log next to 1, where its result nearly vanishes", () => {
    fc.assert(
      fc.property(real(0.9, 1.1), (x) => relative(log(x), Math.log(x)) < 1e-14),
      RUNS,
    );
  });

  test("pow, also where a small error of the logarithm would weigh 700 times", () => {
    fc.assert(
      fc.property(positive, real(-710, 710), (x, wanted) => {
        const y = wanted / Math.log(x);
        const engine = x ** y;
        fc.pre(engine >= SMALLEST_NORMAL && engine < Number.POSITIVE_INFINITY);
        return relative(pow(x, y), engine) < 1e-14;
      }),
      RUNS,
    );
  });

  test("cosine and sine of turns, to 1e-14 of a full swing", () => {
    fc.assert(
      fc.property(real(-2, 2), (turns) => {
        const angle = 2 * Math.PI * turns;
        return Math.abs(cosTurn(turns) - Math.cos(angle)) < 1e-14 && Math.abs(sinTurn(turns) - Math.sin(angle)) < 1e-14;
      }),
      RUNS,
    );
  });
});

describe("at the edges they are what the language defines", () => {
  const edges = [0, -0, 1, -1, 710, -710, 745.2, -745.2, -746, 1e308, -1e308, 5e-324];
  const special = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];

  const arguments_ = [...edges, ...special];

  function agree(name: string, got: number, wanted: number): void {
    expect(Object.is(got, wanted) || relative(got, wanted) < 1e-14, `${name} = ${got}, not ${wanted}`).toBe(true);
  }

  test("exp and log of each", () => {
    for (const x of arguments_) {
      agree(`exp(${x})`, exp(x), Math.exp(x));
      agree(`log(${x})`, log(x), Math.log(x));
    }
  });

  test("pow of every pair", () => {
    for (const x of arguments_.filter((x) => !(x < 0) && !Object.is(x, -0))) {
      for (const y of arguments_) agree(`pow(${x}, ${y})`, pow(x, y), x ** y);
    }
  });

  test("pow has no negative base", () => {
    expect(pow(-2, 2)).toBeNaN();
  });

  test("results below the normal range come out as such", () => {
    for (const x of [-709, -720, -740, -745.13]) expect(Math.abs(exp(x) - Math.exp(x))).toBeLessThanOrEqual(5e-324);
  });
});
