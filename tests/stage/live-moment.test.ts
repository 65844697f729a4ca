import { expect, test } from "vitest";
import { FUTURE_MS, PAST_MS } from "../../client/scenes/moment.ts";
import { drawnTime, liveMoment } from "../../client/stage/live-moment.ts";
import { TICK_MS } from "../../shared/session/events.ts";
import type { Pulse } from "../../shared/session/pulse.ts";
import type { ClassView } from "../../shared/session/view.ts";

const view = {} as ClassView;
const pulses = Array.from({ length: 200 }, (_, tick) => ({ tick }) as Pulse);
const ticks = (time: number, since?: number): number[] =>
  liveMoment(view, pulses, [], time, since).pulses.map((p) => p.tick);

test("a stage draws as far behind the room's clock as the session runs, and by what the scene must know ahead", () => {
  expect(drawnTime(10_000, 160)).toBe(10_000 - 160 - FUTURE_MS);
});

test("a class that has just begun is drawn at its beginning, not before it", () => {
  expect(drawnTime(100, 400)).toBe(0);
});

test("a moment holds the pulses that can be seen: from two seconds back to a spike's way ahead", () => {
  const time = 4000;
  const seen = ticks(time);
  expect(seen.at(0)).toBe((time - PAST_MS) / TICK_MS);
  expect(seen.at(-1)).toBe((time + FUTURE_MS) / TICK_MS);
});

test("someone who comes back to a hidden tab sees no effects from before", () => {
  expect(ticks(4000, 3700).at(0)).toBe(Math.ceil(3700 / TICK_MS));
});
