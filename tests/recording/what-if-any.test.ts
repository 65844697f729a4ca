import fc from "fast-check";
import { expect, test } from "vitest";
import { DRUGS } from "../../shared/model/drugs.ts";
import { hashCell, isSound } from "../../shared/model/fingerprint.ts";
import { PATHWAYS } from "../../shared/model/pathways.ts";
import { Playback } from "../../shared/recording/playback.ts";
import { readRecording } from "../../shared/recording/recording.ts";
import { type Change, imagine, isChange, SLOW_MOTIONS, TIGHTER } from "../../shared/recording/what-if.ts";
import { MAX_SEATS } from "../../shared/session/events.ts";
import { observe } from "../../shared/session/observe.ts";
import { PlayedClass } from "../helpers/played-class.ts";

const SEED = 20261124;

/** A class with something of everything: who comes late, goes, returns, is sent away; a lesson; a round taken back; an electrode. */
function eventful() {
  const played = new PlayedClass(5, 2);
  const run = (): void => {
    while (["lapse", "stimulation"].includes(played.session.state.phase)) played.step();
  };
  played.accept({ kind: "start", round: 2 });
  played.step(100);
  played.accept({ kind: "tap", seat: 3, offset: 4 });
  played.accept({ kind: "join", seat: 5, name: 40, bot: false });
  played.accept({ kind: "leave", seat: 1 });
  played.accept({ kind: "remove", seat: 2, removed: true });
  played.accept({ kind: "contacts", seat: 4, contacts: 12 });
  played.accept({ kind: "pause" });
  played.step(20);
  played.accept({ kind: "resume" });
  played.step(100);
  played.accept({ kind: "return", seat: 1 });
  played.accept({ kind: "next" });
  played.accept({ kind: "next" });
  played.accept({ kind: "back" });
  played.accept({ kind: "mode", mode: "hard" });
  played.accept({ kind: "drug", drug: "anisomycin", on: true });
  played.play(3, (seat) => seat !== 2, 40);
  played.accept({ kind: "pathway", pathway: "dentate" });
  const train = { start: 0, bursts: 2, every: 200, pulses: 4, apart: 10 };
  played.accept({
    kind: "stimulate",
    stimulation: {
      trains: [
        { ...train, at: 4 },
        { ...train, at: "B" },
      ],
      pace: 16,
    },
  });
  run();
  played.accept({
    kind: "lesson",
    steps: [
      { do: "bet", bet: "tomorrow", over: 1 },
      { do: "round", round: "together", pathway: "ca1", drugs: [] },
    ],
  });
  played.accept({ kind: "step", to: 0 });
  played.accept({ kind: "answer", seat: 4, option: 1 });
  played.step(10);
  played.accept({ kind: "step", to: 1 });
  played.tapThrough((seat) => seat !== 2, 30);
  played.accept({ kind: "end" });
  played.step(30);
  return readRecording(played.text());
}

const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ kind: fc.constant("drug" as const), drug: fc.constantFrom(...DRUGS), on: fc.boolean() }),
  fc.record({ kind: fc.constant("pathway" as const), pathway: fc.constantFrom(...PATHWAYS) }),
  fc.record({ kind: fc.constant("tighter" as const), percent: fc.integer({ min: TIGHTER.least, max: TIGHTER.most }) }),
  fc.record({ kind: fc.constant("silent" as const), group: fc.constantFrom("A" as const, "B" as const) }),
  fc.record({ kind: fc.constant("slow" as const), slowMotion: fc.constantFrom(...SLOW_MOTIONS) }),
  fc.record({ kind: fc.constant("size" as const), seats: fc.integer({ min: 1, max: MAX_SEATS }) }),
);

test("whatever is otherwise, a class plays to its end, and up to that moment it is what it was", () => {
  const recording = eventful();
  const real = new Playback(recording);
  const what = {
    from: fc.integer({ min: 0, max: recording.ticks }),
    changes: fc.array(change, { minLength: 1, maxLength: 4 }),
  };
  fc.assert(
    fc.property(fc.record(what), ({ from, changes }) => {
      expect(changes.every(isChange)).toBe(true);
      const other = new Playback(imagine(recording, { from, changes }));
      for (const course of [real, other]) course.seek(from);
      expect(hashCell(other.session.cell)).toBe(hashCell(real.session.cell));
      other.seek(recording.ticks);
      expect(other.session.state.phase).toBe("ended");
      expect(isSound(other.session.cell)).toBe(true);
      observe(other.session);
    }),
    { seed: SEED, numRuns: 60 },
  );
});
