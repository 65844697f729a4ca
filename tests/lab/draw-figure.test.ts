import { expect, test } from "vitest";
import { dataOf, type Look, optionsOf } from "../../client/lab/draw-figure.ts";
import type { Figure, Series } from "../../shared/lab/figure.ts";

const series = (id: string, kind: Series["kind"], x: readonly number[], y: readonly number[]): Series => ({
  ...{ id, kind, x, y },
});
const figure: Figure = {
  ...{ id: "curve", x: "jitter", y: "percent-of-baseline", baseline: 100 },
  series: [
    series("mean", "line", [10, 0, 20], [130, 140, 100]),
    series("classes", "points", [0, 0, 10, 20, 20], [141, 139, 130, Number.NaN, 100]),
  ],
};

test("every point of a figure is drawn: several at one x, and lines in order of x", () => {
  const [x, mean, classes] = dataOf(figure);
  expect(x).toEqual([0, 0, 10, 20, 20]);
  expect(mean).toEqual([140, null, 130, 100, null]);
  expect(classes).toEqual([141, 139, 130, null, 100]);
  expect(dataOf({ ...figure, series: [] })).toEqual([[]]);
});

test("single measurements are points without a line from one to the next", () => {
  const look: Look = {
    ...{ em: 16, face: "sans-serif", width: 600, height: 300, colour: () => "#fff" },
    ...{ name: ({ id }) => id, axis: (id) => id, mark: (id) => id, number: String },
  };
  const [, mean, classes] = optionsOf(figure, look).series;
  expect(mean!.width).toBeGreaterThan(1);
  expect([classes!.width, classes!.points?.show]).toEqual([0, true]);
});
