import { expect, test } from "vitest";
import { type Decisive, stepsOf, Watcher } from "../../client/scenes/view-model/decisive.ts";
import { HOLD_MS, PACE, slowShow } from "../../client/stage/slow/slow-show.ts";
import type { Pulse } from "../../shared/session/pulse.ts";
import { BEAT_MS, BEATS, ROUND_FROM, type Synthetic, syntheticMoment } from "../scenes/synthetic.ts";

const together: Synthetic = { seats: 30, jitter: 15 };

/** Watches a class's round as a page draws it, to half a second after its end. */
function watched(of: Synthetic, until = ROUND_FROM + BEATS * BEAT_MS + 800): Decisive | undefined {
  const watcher = new Watcher();
  for (let time = ROUND_FROM - 200; time < until; time += 16) watcher.watch(syntheticMoment(of, time));
  return watcher.kept;
}

test("the moment kept is 750 ms around a volley, with what was felt in it", () => {
  const kept = watched(together)!;
  expect(kept.to - kept.from).toBe(750);
  expect(kept.pulses.some(({ spikes }) => spikes.length > 0)).toBe(true);
  expect(kept.pulses.every(({ tick }) => tick * 40 >= kept.from - 120 && tick * 40 <= kept.to)).toBe(true);
});

test("its steps come in the order of events, and end with the cell's spike and calcium", () => {
  const steps = stepsOf(watched(together)!).map(({ step }) => step);
  expect(steps[0]).toBe("arrive");
  for (const [before, after] of [
    ["arrive", "glutamate"],
    ["glutamate", "ampa"],
    ["ampa", "depolarises"],
    ["depolarises", "magnesium"],
    ["magnesium", "calcium"],
  ] as const) {
    expect(steps.indexOf(before)).toBeLessThan(steps.indexOf(after));
  }
  expect(steps).toContain("spike");
  expect(steps).not.toContain("plugged");
});

test("where too few tap, magnesium stays, and that is said", () => {
  const steps = stepsOf(watched({ seats: 30, jitter: 200 })!).map(({ step }) => step);
  expect(steps).toContain("plugged");
  expect(steps).not.toContain("magnesium");
  expect(steps).not.toContain("calcium");
});

test("before any volley, and in a round of silence, there is nothing to keep", () => {
  expect(watched(together, ROUND_FROM + 100)).toBeUndefined();
  expect(new Watcher().kept).toBeUndefined();
});

test("a new round forgets the one before", () => {
  const watcher = new Watcher();
  for (let time = ROUND_FROM; time < ROUND_FROM + 3000; time += 16) watcher.watch(syntheticMoment(together, time));
  expect(watcher.kept).toBeDefined();
  watcher.watch(syntheticMoment(together, ROUND_FROM - 400));
  expect(watcher.kept).toBeUndefined();
});

test("the slow show plays slowly, holds at each step, and goes forward and back", () => {
  let clock = 0;
  const kept = watched(together)!;
  const show = slowShow(kept, [], () => clock);
  expect(show.moment()!.time).toBe(kept.from);
  for (; clock < 500; clock += 100) show.moment();
  expect(show.moment()!.time - kept.from).toBeCloseTo(500 * PACE, 0);
  const playTo = (step: number): void => {
    while (show.step.value < step) {
      clock += 16;
      show.moment();
    }
  };
  playTo(0);
  const begun = clock;
  playTo(1);
  expect(clock - begun).toBeGreaterThanOrEqual(HOLD_MS);
  show.go(1);
  expect(show.playing.value).toBe(false);
  const first = show.step.value;
  const held = show.moment()!.time;
  clock += 5000;
  expect(show.moment()!.time).toBe(held);
  show.go(1);
  expect(show.step.value).toBeGreaterThanOrEqual(first + 1);
  for (let i = 0; i < 12; i++) show.go(-1);
  expect(show.step.value).toBe(-1);
  expect(show.moment()!.time).toBe(kept.from);
  for (let i = 0; i < 12; i++) show.go(1);
  expect(show.steps[show.step.value]).toBe(show.steps.at(-1));
});

test("pulses that nothing happened in weigh nothing", () => {
  const still: Pulse = {
    tick: 1,
    soma: [],
    dendrite: [],
    spikes: [],
    taps: [],
    glutamate: new Float32Array(2),
    calcium: new Float32Array(2),
  };
  const watcher = new Watcher();
  const { view } = syntheticMoment(together, ROUND_FROM + 100);
  for (let time = 40; time < 3000; time += 40) watcher.watch({ time, view, pulses: [still], changes: [] });
  expect(watcher.kept).toBeUndefined();
});
