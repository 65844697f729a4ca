import { beforeAll, expect, test } from "vitest";
import type { Shown } from "../../client/replay/stretch.ts";
import { World } from "../../client/replay/world.ts";
import { TOLD_MS } from "../../client/scenes/view-model/turnover.ts";
import { type Recording, readRecording } from "../../shared/recording/recording.ts";
import { TICK_MS } from "../../shared/session/events.ts";
import { Session } from "../../shared/session/session.ts";
import { PlayedClass } from "../helpers/played-class.ts";

const TOGETHER = 2;
let recording: Recording;

beforeAll(() => {
  const played = new PlayedClass(8, 5);
  played.step(40);
  played.play(TOGETHER, () => true);
  played.step(60);
  played.play(TOGETHER, (seat) => seat % 2 === 0);
  played.step(40);
  recording = readRecording(played.text());
});

/** A world that has been explored, as a page has it after its first seconds. */
function explored(): World {
  const world = new World(recording);
  world.exploration.run(Number.POSITIVE_INFINITY);
  return world;
}

/** Of the receptors' changes those that are still on their way: whoever went there directly knows no others. */
const told = (shown: Shown | undefined) =>
  shown && { ...shown, changes: shown.changes.filter(({ time }) => shown.view.tick * TICK_MS - time < TOLD_MS) };

/** What somebody sees who goes straight there. */
const straight = (tick: number) => explored().show(tick);

test("going backwards shows every tick as it was shown forwards", () => {
  const forwards = explored();
  // Comparing costs more than playing: every fifth tick is looked at, all are shown.
  const seen = Array.from({ length: recording.ticks }, (_, tick) => {
    const shown = forwards.show(tick);
    return tick % 5 === 0 ? structuredClone(shown) : undefined;
  });
  const backwards = explored();
  for (let tick = recording.ticks - 1; tick >= 0; tick--) {
    const shown = backwards.show(tick);
    backwards.prepare();
    if (tick % 5 === 0) expect(told(shown)).toEqual(told(seen[tick]));
  }
});

test("whatever way a tick is come to, it is the same", () => {
  const world = explored();
  for (const tick of [500, 499, 498, 20, 19, 700, 640, 639, 300, 301, 900, 880, 875, 0, 1, recording.ticks - 1]) {
    const shown = world.show(tick);
    while (world.prepare());
    expect(told(shown)).toEqual(told(straight(tick)));
  }
});

test("a class that is played backwards is simulated once, not once a tick", () => {
  const world = explored();
  const steps = countSteps(() => {
    for (let tick = recording.ticks - 1; tick >= 0; tick--) {
      world.show(tick);
      world.prepare();
    }
  });
  // Each stretch of ten seconds costs itself, what comes before it and the way from its checkpoint.
  expect(steps).toBeLessThan(4 * recording.ticks);
});

/** Counts the ticks that sessions run meanwhile. */
function countSteps(act: () => void): number {
  let steps = 0;
  const { step } = Session.prototype;
  Session.prototype.step = function counted(this: Session) {
    steps++;
    step.call(this);
  };
  try {
    act();
  } finally {
    Session.prototype.step = step;
  }
  return steps;
}
