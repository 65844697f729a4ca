import { expect, test } from "vitest";
import { timeAxis } from "../../client/plots/time-axis.ts";
import type { PlotPoint } from "../../shared/session/view.ts";

const DAY = 1440;

/** Points at what passes from one to the next, minutes. */
function points(...steps: readonly number[]): PlotPoint[] {
  let minutes = 0;
  return [0, ...steps].map((step) => {
    minutes += step;
    return { minutes, a: 100, b: 100 };
  });
}
const lapse = (minutes: number, share = 1): number[] => Array<number>(20 * share).fill(minutes / 20);
const round = [0.1, 0.1, ...lapse(10)];

test("a lesson of rounds alone has one plain axis, as long as it took and never too short", () => {
  expect(timeAxis([])).toEqual({ at: [0], end: 12, bands: [], ticks: [{ at: 0, minutes: 0 }] });
  const axis = timeAxis(points(...round, ...round));
  expect(axis.bands).toEqual([]);
  expect(axis.end).toBeCloseTo(20.4, 9);
  expect(axis.at.at(-1)).toBeCloseTo(20.4, 9);
  expect(axis.ticks.map(({ minutes }) => minutes)).toEqual([0, 10, 20]);
});

test("an hour is no long lapse, and neither is a quarter of an hour of slow pulses", () => {
  expect(timeAxis(points(...round, ...lapse(60), 15)).bands).toEqual([]);
});

test.each([480, DAY, 7 * DAY, 365 * DAY])("%d minutes leave the rounds two thirds of the plot", (minutes) => {
  const axis = timeAxis(points(...round, 0, ...lapse(minutes), 0, ...round));
  expect(axis.bands).toHaveLength(1);
  const [{ from, to, ...band }] = axis.bands as [(typeof axis.bands)[number]];
  expect(band.minutes).toBeCloseTo(minutes, 6);
  expect((to - from) / axis.end).toBeCloseTo(1 / 3, 9);
  expect(axis.at).toEqual([...axis.at].sort((a, b) => a - b));
  expect(axis.at.at(-1)).toBeCloseTo(axis.end, 9);
});

test("a lapse that runs fills a band that is there from its first point, and says its whole length", () => {
  const begun = timeAxis(points(...round, 0, ...lapse(DAY, 0.1)));
  const over = timeAxis(points(...round, 0, ...lapse(DAY)));
  expect(begun.bands[0]!.minutes).toBeCloseTo(over.bands[0]!.minutes, 6);
  expect(begun.bands[0]!.to).toBeCloseTo(over.bands[0]!.to, 9);
  expect(begun.end).toBeCloseTo(over.end, 9);
  expect(begun.at.at(-1)).toBeLessThan(begun.end);
});

test("lapses one after the other are bands of their own, and however many there are, rounds keep two fifths", () => {
  const days = Array.from({ length: 6 }, () => lapse(DAY)).flat();
  const { bands, end } = timeAxis(points(...round, ...round, ...days));
  expect(bands).toHaveLength(6);
  expect(bands[0]!.from / end).toBeCloseTo(0.4, 9);
});

test("after a band minutes are counted anew", () => {
  const { ticks, bands } = timeAxis(points(...round, ...lapse(DAY), ...round, ...round));
  const after = ticks.filter(({ at }) => at > bands[0]!.to);
  expect(after.map(({ minutes }) => minutes)).toEqual([20]);
  expect(after[0]!.at - bands[0]!.to).toBeCloseTo(20, 9);
});

test("no tick's figure stands in the way of a band's", () => {
  for (const lessons of [1, 2, 3, 5, 8]) {
    const before = Array.from({ length: lessons }, () => round).flat();
    const { ticks, bands, end } = timeAxis(points(...before, ...lapse(DAY), ...before, ...lapse(7 * DAY)));
    for (const { from } of bands) {
      const near = ticks.filter(({ at }) => at > 0 && at <= from && from - at < 0.1 * end);
      expect(near, `${lessons} rounds`).toEqual([]);
    }
  }
});
