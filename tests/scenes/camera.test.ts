import { expect, test } from "vitest";
import { LARGEST_HEAD, type Layout, layOut } from "../../client/scenes/view-model/layout.ts";
import { branchScale, FEWEST, neighboursOf } from "../../client/scenes/view-model/zoom/branch-window.ts";
import {
  between,
  closeUpShare,
  covers,
  FLIGHT_MS,
  progress,
  viewOf,
} from "../../client/scenes/view-model/zoom/camera.ts";
import * as flight from "../../client/scenes/view-model/zoom/flight.ts";
import { closer, further, type Gaze, sameGaze, wholeCell } from "../../client/scenes/view-model/zoom/gaze.ts";
import { magnify } from "../../client/scenes/view-model/zoom/magnify.ts";
import { neighbour } from "../../client/scenes/view-model/zoom/neighbour.ts";
import { placeTags, type Tagged } from "../../client/scenes/view-model/zoom/tags.ts";

const SCREENS = [
  { width: 1390, height: 720, text: 30 },
  { width: 690, height: 440, text: 22 },
  { width: 1850, height: 960, text: 40 },
];
const layouts = SCREENS.flatMap((screen) => [1, 2, 5, 6, 12, 30, 60].map((n) => [n, layOut(n, screen)] as const));
const branch = (seat: number): Gaze => ({ zoom: "branch", seat });
const seatsOf = (n: number): number[] => Array.from({ length: n }, (_, seat) => seat);

/** Seats whose resting head is wholly in the picture. */
const whole = ({ places, width, height, unit }: Layout, n: number): number[] =>
  places
    .slice(0, n)
    .filter(({ x, y }) => x > unit && y > unit && x < width - unit && y < height - unit)
    .map(({ seat }) => seat);

test("every branch zoom shows at least six whole synapses, or all there are, with the one looked at among them", () => {
  for (const [n, layout] of layouts) {
    for (const seat of seatsOf(n)) {
      const seen = whole(magnify(layout, viewOf(layout, n, branch(seat))), n);
      expect(seen.length, `${n} seats, seat ${seat}`).toBeGreaterThanOrEqual(Math.min(FEWEST, n));
      expect(seen).toContain(seat);
    }
  }
});

test("a branch zoom of a full class is more than twice as large, and has some synapse's dendrite in it", () => {
  for (const screen of SCREENS) {
    const layout = layOut(60, screen);
    expect(branchScale(layout, 60)).toBeGreaterThan(2);
    for (const seat of seatsOf(60)) {
      const seen = magnify(layout, viewOf(layout, 60, branch(seat)));
      const inside = seen.branches.filter(({ points }) =>
        points.some(({ x, y }) => x > 0 && y > 0 && x < seen.width && y < seen.height),
      );
      expect(Math.max(...inside.map(({ seats }) => seats.length))).toBeGreaterThanOrEqual(2);
    }
  }
});

test("no view shows anything outside the cell's picture, and no head is larger than its sheet may be", () => {
  for (const [n, layout] of layouts) {
    for (const seat of seatsOf(n)) {
      const view = viewOf(layout, n, branch(seat));
      expect(covers(layout, viewOf(layout, n, wholeCell), view)).toBe(true);
      expect(layout.unit * view.scale).toBeLessThanOrEqual(Math.max(layout.unit, 140) + 1e-9);
    }
  }
});

test("a seat that nobody has, and a class without anyone, show the cell", () => {
  const layout = layOut(4, SCREENS[0]!);
  expect(viewOf(layout, 3, branch(3))).toEqual(viewOf(layout, 3, wholeCell));
  expect(viewOf(layOut(0, SCREENS[0]!), 0, { zoom: "synapse", seat: 0 }).scale).toBe(1);
});

test("neighbours on one's own dendrite come before others that are as near", () => {
  const layout = layOut(30, SCREENS[0]!);
  let [same, all] = [0, 0];
  for (const seat of seatsOf(30)) {
    const own = layout.branches.find(({ root, seats }) => root && seats.includes(seat))!;
    const near = neighboursOf(layout, 30, seat);
    expect(near[0]).toBe(seat);
    same += near.filter((other) => own.seats.includes(other)).length;
    all += Math.min(near.length, own.seats.length);
  }
  expect(same / all).toBeGreaterThan(0.7);
});

test("a magnified layout is the cell's picture, seen from nearer", () => {
  const layout = layOut(30, SCREENS[0]!);
  const view = viewOf(layout, 30, branch(7));
  const near = magnify(layout, view);
  for (const seat of seatsOf(30)) {
    const [a, b] = [layout.places[seat]!, near.places[seat]!];
    expect(b.x).toBeCloseTo((a.x - view.x) * view.scale + layout.width / 2, 9);
    expect(b.axon.xs[20]).toBeCloseTo((a.axon.xs[20]! - view.x) * view.scale + layout.width / 2, 2);
    const reach = near.unit * LARGEST_HEAD;
    const visible = b.x > -reach && b.y > -reach && b.x < near.width + reach && b.y < near.height + reach;
    if (visible) expect(near.part.holds[seat]).toBe(true);
  }
  expect(near.unit / layout.unit).toBeCloseTo(view.scale, 9);
  expect(near.part.holds.filter(Boolean).length).toBeLessThan(30);
});

test("the camera starts and arrives exactly, magnifies by equal factors, and stays around one fixed point", () => {
  const layout = layOut(60, SCREENS[0]!);
  const from = viewOf(layout, 60, wholeCell);
  const to = viewOf(layout, 60, branch(9));
  const out = { x: 0, y: 0, scale: 0 };
  expect(between(from, to, 0, out)).toEqual(from);
  const end = between(from, to, 1, out);
  expect(end.x).toBeCloseTo(to.x, 9);
  expect(end.scale).toBeCloseTo(to.scale, 9);
  const middle = { ...between(from, to, 0.5, out) };
  expect(middle.scale).toBeCloseTo(Math.sqrt(from.scale * to.scale), 9);
  // The point of the picture that both views show at the same place of the screen is there on the way, too.
  const fixed = (to.x * to.scale - from.x * from.scale) / (to.scale - from.scale);
  const on = ({ x, scale }: { x: number; scale: number }): number => (fixed - x) * scale;
  expect(on(middle)).toBeCloseTo(on(from), 6);
  expect(on(to)).toBeCloseTo(on(from), 6);
});

test("a way between two views of one size slides", () => {
  const out = between({ x: 0, y: 10, scale: 2 }, { x: 100, y: 30, scale: 2 }, 0.25, { x: 0, y: 0, scale: 0 });
  expect(out).toEqual({ x: 25, y: 15, scale: 2 });
});

test("flights are eased, and over after their time", () => {
  expect(progress(0)).toBe(0);
  expect(progress(FLIGHT_MS)).toBe(1);
  expect(progress(FLIGHT_MS / 2)).toBeCloseTo(0.5, 9);
  expect(progress(FLIGHT_MS * 0.05)).toBeLessThan(0.02);
});

test("the close-up fades in where a flight ends, out where it begins, and changes its synapse unseen", () => {
  const one: Gaze = { zoom: "synapse", seat: 1 };
  expect(closeUpShare(branch(1), one, 0.3)).toBe(0);
  expect(closeUpShare(branch(1), one, 1)).toBe(1);
  expect(closeUpShare(one, wholeCell, 0)).toBe(1);
  expect(closeUpShare(one, wholeCell, 0.6)).toBe(0);
  expect(closeUpShare(one, { zoom: "synapse", seat: 2 }, 0.5)).toBe(0);
});

test("a flight can be turned round anywhere without a jump, and a cut is there with the next frame", () => {
  const layout = layOut(30, SCREENS[0]!);
  const way = flight.noFlight();
  const aim = (): void => flight.aim(way, layout, 30);
  aim();
  flight.fly(way, 0);
  expect(way.view.scale).toBe(1);
  flight.setOff(way, branch(3), false);
  aim();
  flight.fly(way, 1000);
  expect(way.view.scale).toBe(1);
  flight.fly(way, 1000 + FLIGHT_MS / 2);
  const there = { ...way.view };
  flight.setOff(way, wholeCell, false);
  aim();
  flight.fly(way, 2000);
  expect(way.view).toEqual(there);
  flight.fly(way, 2000 + FLIGHT_MS);
  expect(way.view).toEqual(viewOf(layout, 30, wholeCell));
  flight.setOff(way, { zoom: "synapse", seat: 5 }, true);
  aim();
  flight.fly(way, 2001 + FLIGHT_MS);
  expect(flight.landed(way)).toBe(true);
  expect(flight.closeUpAlpha(way)).toBe(1);
  expect(flight.closeUpSeat(way)).toBe(5);
});

test("zooming in goes cell, branch, synapse, and out the same way", () => {
  const near = closer(closer(wholeCell, 4), 6);
  expect(near).toEqual({ zoom: "synapse", seat: 6 });
  expect(closer(near, 6)).toEqual(near);
  expect(further(further(further(near)))).toEqual({ zoom: "cell", seat: 6 });
  expect(sameGaze(wholeCell, { zoom: "cell", seat: 9 })).toBe(true);
});

test("arrows reach every synapse of a class from every other", () => {
  for (const [n, layout] of layouts) {
    const seen = new Set([0]);
    const todo = [0];
    while (todo.length > 0) {
      const seat = todo.pop()!;
      for (const direction of ["left", "right", "up", "down"] as const) {
        const next = neighbour(layout, n, seat, direction);
        if (next === undefined || seen.has(next)) continue;
        seen.add(next);
        todo.push(next);
      }
    }
    expect(seen.size).toBe(n);
  }
});

test("tags touch neither each other, nor a head, nor the picture's edge", () => {
  for (const [n, layout] of layouts.filter(([count]) => count > 5)) {
    for (const seat of [0, 3, n - 1]) {
      const near = magnify(layout, viewOf(layout, n, branch(seat)));
      const heads = near.places.slice(0, n).map(({ x, y }) => ({ x, y, radius: near.unit * LARGEST_HEAD * 0.95 }));
      const tags = whole(near, n).map((own): Tagged => {
        const { dx, dy } = near.places[own]!;
        return { head: heads[own]!, dx, dy, width: near.text * 4.5, height: near.text * 2.3 };
      });
      const boxes = placeTags(tags, { width: near.width, height: near.height, circles: heads });
      const there = boxes.filter((box) => box !== undefined);
      expect(boxes[0], `seat ${seat} of ${n}`).toBeDefined();
      expect(there.length).toBeGreaterThanOrEqual(Math.min(5, tags.length - 1));
      for (const [i, a] of there.entries()) {
        expect(a.x - a.width / 2).toBeGreaterThanOrEqual(0);
        expect(a.y + a.height / 2).toBeLessThanOrEqual(near.height);
        for (const b of there.slice(i + 1)) {
          expect(
            Math.abs(a.x - b.x) >= (a.width + b.width) / 2 || Math.abs(a.y - b.y) >= (a.height + b.height) / 2,
          ).toBe(true);
        }
        for (const head of heads) {
          const dx = Math.max(0, Math.abs(a.x - head.x) - a.width / 2);
          const dy = Math.max(0, Math.abs(a.y - head.y) - a.height / 2);
          expect(Math.hypot(dx, dy)).toBeGreaterThanOrEqual(head.radius - 1e-9);
        }
      }
    }
  }
});
