import { expect, test } from "vitest";
import { Exploration } from "../../shared/recording/exploration.ts";
import { Playback } from "../../shared/recording/playback.ts";
import { readRecording } from "../../shared/recording/recording.ts";
import { KEEP_EVERY, Kept } from "../../shared/session/kept.ts";
import { PlayedClass } from "../helpers/played-class.ts";

const TOGETHER = 2;

/** Runs to a tick with everybody tapping twice a second, keeping states as a room does. */
function run(played: PlayedClass, kept: Kept, to: number): void {
  const { session } = played;
  while (session.state.tick < to) {
    const { tick, phase, paused, seats } = session.state;
    const taps = phase === "round" && !paused && tick % 12 === 0;
    if (taps) for (let seat = 0; seat < seats.length; seat++) played.accept({ kind: "tap", seat, offset: 4 });
    played.step();
    kept.note();
  }
}

test("a class that is taken back stands paused as it was, with the people and the time of now, and replays the same", () => {
  const played = new PlayedClass(8);
  const { session } = played;
  const kept = new Kept(session);
  played.accept({ kind: "start", round: TOGETHER });
  run(played, kept, KEEP_EVERY);
  const good = session.cell.buffer.slice(0);
  run(played, kept, KEEP_EVERY + 90);
  expect(new Uint8Array(session.cell.buffer)).not.toEqual(new Uint8Array(good));
  played.accept({ kind: "join", seat: 8, name: 40, bot: false });

  expect(played.accept({ kind: "restore", to: kept.newest! })).toBe(true);
  expect([session.state.tick, session.state.phase, session.state.paused]).toEqual([KEEP_EVERY + 90, "round", true]);
  expect(session.state.seats[8]?.name).toBe(40);
  expect(session.state.ran).toBe(KEEP_EVERY);
  run(played, kept, KEEP_EVERY + 120);
  played.accept({ kind: "resume" });
  run(played, kept, 3 * KEEP_EVERY + 10);

  const recording = readRecording(played.text());
  const exploration = new Exploration(recording);
  exploration.run(Number.POSITIVE_INFINITY);
  expect([recording.damage, exploration.mismatchAt]).toEqual([undefined, undefined]);
  expect(exploration.compared).toBeGreaterThan(25);
  // Also when it is jumped into, before and behind.
  const playback = new Playback(recording, exploration.checkpoints);
  for (const tick of [KEEP_EVERY + 100, 100, 2 * KEEP_EVERY + 5, KEEP_EVERY + 85, KEEP_EVERY + 95]) playback.seek(tick);
  const straight = new Playback(recording);
  straight.seek(KEEP_EVERY + 95);
  expect(playback.session.hash()).toBe(straight.session.hash());
});

test("nothing is restored that was not kept, nor after the end", () => {
  const { session } = new PlayedClass(4);
  const kept = new Kept(session);
  expect(() => session.apply({ kind: "restore", to: 0 })).toThrow(RangeError);
  kept.note();
  expect(() => session.apply({ kind: "restore", to: KEEP_EVERY })).toThrow(RangeError);
  expect(session.apply({ kind: "restore", to: 0 })).toBe(true);
  session.apply({ kind: "end" });
  expect(session.apply({ kind: "restore", to: 0 })).toBe(false);
});
