import { describe, expect, test } from "vitest";
import { type Layout, layOut, type Rectangle, seatAt } from "../../client/scenes/view-model/layout.ts";
import { bodyOf } from "../../client/scenes/view-model/rings.ts";

const screens: readonly (readonly [name: string, rectangle: Rectangle])[] = [
  ["1920 × 1080", { width: 1920, height: 1080, text: 30 }],
  ["1440 × 1080", { width: 1440, height: 1080, text: 30 }],
  ["1024 × 768", { width: 1024, height: 768, text: 22 }],
  ["760 × 640 beside a panel", { width: 760, height: 640, text: 22 }],
];

describe.each(screens)("on %s", (_, rectangle) => {
  const layouts = new Map<number, Layout>();
  for (let seats = 1; seats <= 60; seats++) {
    const known = [...layouts.values()].find((layout) => layout.capacity >= seats);
    layouts.set(seats, known ?? layOut(seats, rectangle));
  }

  test("1 to 60 synapses, grown to their largest, lie inside and apart from each other and from the soma", () => {
    for (const layout of new Set(layouts.values())) {
      const bodies = layout.places.map((place) => bodyOf(place, layout.unit, layout.badge));
      expect(bodies).toHaveLength(layout.capacity);
      for (const [i, body] of bodies.entries()) {
        for (const { x, y, radius } of body) {
          expect(Math.min(x, y, rectangle.width - x, rectangle.height - y)).toBeGreaterThanOrEqual(radius);
          expect(Math.hypot(x - layout.soma.x, y - layout.soma.y)).toBeGreaterThan(radius + layout.soma.radius);
        }
        for (const other of bodies.slice(i + 1)) {
          for (const p of body) {
            for (const q of other) expect(Math.hypot(p.x - q.x, p.y - q.y)).toBeGreaterThan(p.radius + q.radius);
          }
        }
      }
    }
  });

  test("seat numbers are as tall as the back row needs, and fit their badge", () => {
    for (const layout of layouts.values()) {
      expect(layout.text).toBeGreaterThanOrEqual(rectangle.height / 36);
      expect(layout.badge).toBeGreaterThan(layout.text * 0.65);
    }
  });

  test("every path runs from its synapse to the soma, and every axon in from outside", () => {
    for (const layout of layouts.values()) {
      for (const { x, y, axon, dendrite } of layout.places) {
        const last = dendrite.xs.length - 1;
        expect(Math.hypot(dendrite.xs[0]! - x, dendrite.ys[0]! - y)).toBeLessThan(layout.unit * 2);
        expect(Math.hypot(dendrite.xs[last]! - layout.soma.x, dendrite.ys[last]! - layout.soma.y)).toBeLessThan(
          layout.soma.radius,
        );
        const [fromX, fromY] = [axon.xs[0]!, axon.ys[0]!];
        expect(fromX <= 0 || fromY <= 0 || fromX >= rectangle.width || fromY >= rectangle.height).toBe(true);
      }
    }
  });
});

const hd = screens[0]![1];

test("thirty stand on two rings rather than in a chain: the nearest is more than a synapse away", () => {
  for (const [width, height, text] of [
    [1920, 1080, 30],
    [1338, 705, 30],
    [892, 470, 20],
    [700, 520, 22],
  ] as const) {
    const { places, unit } = layOut(30, { width, height, text });
    const nearest = places.map((p) =>
      Math.min(...places.map((q) => (p === q ? 9999 : Math.hypot(p.x - q.x, p.y - q.y)))),
    );
    expect(nearest.reduce((sum, d) => sum + d, 0) / 30).toBeGreaterThan(3.2 * unit);
  }
});

test("a newcomer moves nobody while there is room", () => {
  const [thirteen, sixteen] = [layOut(13, hd), layOut(16, hd)];
  expect(thirteen.places.map(({ x, y }) => [x, y])).toEqual(sixteen.places.map(({ x, y }) => [x, y]));
});

test("counts are drawn with thirty seats at 1080 lines", () => {
  expect(layOut(30, hd).counts).toBe(true);
  expect(layOut(30, { width: 1440, height: 1080, text: 30 }).counts).toBe(true);
});

test("a click finds the synapse under it, its badge, and nothing on the soma", () => {
  const layout = layOut(30, hd);
  for (const place of layout.places) {
    expect(seatAt(layout, 30, place)).toBe(place.seat);
    expect(seatAt(layout, 30, place.label)).toBe(place.seat);
  }
  expect(seatAt(layout, 30, layout.soma)).toBeUndefined();
  expect(seatAt(layout, 3, layout.places[7]!)).toBeUndefined();
});
