import { expect, test } from "vitest";
import { gaussian, next, stream, uniform } from "../../shared/model/random.ts";

const draw = <T>(count: number, one: () => T): T[] => Array.from({ length: count }, one);

test("a stream is its seed's and its id's, and nothing else's", () => {
  const of = (seed: number, id: number) => {
    const state = stream(seed, id);
    return draw(8, () => next(state)).join();
  };
  expect(of(7, 3)).toBe(of(7, 3));
  expect(new Set([of(7, 3), of(7, 4), of(8, 3), of(3, 7)]).size).toBe(4);
});

test("a saved state goes on where it was", () => {
  const state = stream(1, 2);
  draw(100, () => gaussian(state));
  const saved = state.slice();
  expect(draw(10, () => gaussian(saved))).toEqual(draw(10, () => gaussian(state)));
});

test("the first numbers are these: another generator would draw other classes", () => {
  const state = stream(1, 0);
  expect(draw(4, () => next(state))).toEqual([1950625580, 354034397, 661219729, 2802375379]);
  const normal = stream(1, 0);
  expect(draw(3, () => gaussian(normal))).toEqual([-0.09107045176432353, -0.9672631084925202, 0.21142666517699954]);
});

test("uniform numbers fill 0 to 1 evenly", () => {
  const state = stream(5, 0);
  const counts = new Array<number>(10).fill(0);
  for (let i = 0; i < 100_000; i++) counts[Math.floor(10 * uniform(state))]!++;
  // Five SD of a count of 10,000.
  for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(475);
});

test("normal numbers have mean 0, variance 1, and the tails of the normal distribution", () => {
  const state = stream(6, 0);
  const numbers = draw(100_000, () => gaussian(state));
  const mean = numbers.reduce((sum, x) => sum + x, 0) / numbers.length;
  const variance = numbers.reduce((sum, x) => sum + x * x, 0) / numbers.length;
  const beyondTwo = numbers.filter((x) => Math.abs(x) > 2).length / numbers.length;
  expect(Math.abs(mean)).toBeLessThan(0.015);
  expect(Math.abs(variance - 1)).toBeLessThan(0.02);
  expect(Math.abs(beyondTwo - 0.0455)).toBeLessThan(0.0035);
});
