import { expect, test } from "vitest";
import { biologicalTime } from "../../shared/model/cell.ts";
import { Exploration } from "../../shared/recording/exploration.ts";
import { partingOf } from "../../shared/recording/parting.ts";
import { Playback } from "../../shared/recording/playback.ts";
import { type Recording, readRecording } from "../../shared/recording/recording.ts";
import { type Change, imagine, imagining, SLOW_MOTIONS, type WhatIf } from "../../shared/recording/what-if.ts";
import {
  fingerprintOf,
  readWhatIf,
  type UnfitReason,
  UnfitWhatIf,
  writeWhatIf,
} from "../../shared/recording/what-if-file.ts";
import type { Session } from "../../shared/session/session.ts";
import { PlayedClass } from "../helpers/played-class.ts";

const TOGETHER = 2;
const everyone = (): boolean => true;

function held(jitter = 25, lesson = false): Recording {
  const played = new PlayedClass(16);
  if (lesson) {
    const steps = [
      { do: "round", round: "together", drugs: [] },
      { do: "lapse", seconds: 3600, drugs: [] },
    ] as const;
    played.accept({ kind: "lesson", steps });
    played.accept({ kind: "step", to: 0 });
    played.tapThrough(everyone, jitter);
  } else played.play(TOGETHER, everyone, jitter);
  return readRecording(played.text());
}

function end(recording: Recording): Session {
  const playback = new Playback(recording);
  playback.seek(recording.ticks);
  return playback.session;
}
const whatIf = (change: Change, from = 0): WhatIf => ({ from, changes: [change] });

test("with the NMDA receptors blocked the same taps lose the LTP that really happened", () => {
  const recording = held();
  const real = end(recording);
  const other = end(imagine(recording, whatIf({ kind: "drug", drug: "apv", on: true })));
  expect(real.meanStrength("all")).toBeGreaterThan(140);
  expect(other.meanStrength("all")).toBeCloseTo(100, 0);
  expect(other.state.conditions.drugs).toEqual(["apv"]);
  // It is the same class: as many taps, as many ticks.
  expect(other.state.tick).toBe(real.state.tick);
  expect(other.state.seats.map((seat) => seat?.taps)).toEqual(real.state.seats.map((seat) => seat?.taps));
});

test("a drug outlasts the steps of a lesson, which have drugs of their own", () => {
  const other = end(imagine(held(25, true), whatIf({ kind: "drug", drug: "apv", on: true })));
  expect(other.meanStrength("all")).toBeCloseTo(100, 0);
});

test("a drug that never came", () => {
  const played = new PlayedClass(16);
  played.accept({ kind: "drug", drug: "apv", on: true });
  played.play(TOGETHER, everyone);
  const recording = readRecording(played.text());
  expect(end(recording).meanStrength("all")).toBeCloseTo(100, 0);
  const without = end(imagine(recording, whatIf({ kind: "drug", drug: "apv", on: false })));
  expect(without.meanStrength("all")).toBeGreaterThan(140);
});

test("nothing differs before its moment", () => {
  const recording = held();
  const from = Math.floor(recording.ticks / 2);
  const [real, other] = [recording, imagine(recording, whatIf({ kind: "drug", drug: "apv", on: true }, from))].map(
    (each) => new Playback(each),
  );
  for (const tick of [50, from - 1, from]) {
    real!.seek(tick);
    other!.seek(tick);
    expect(other!.session.hash()).toBe(real!.session.hash());
  }
  real!.seek(from + 25);
  other!.seek(from + 25);
  expect(other!.session.hash()).not.toBe(real!.session.hash());
});

function explored(recording: Recording): Exploration {
  const exploration = new Exploration(recording);
  exploration.run(Number.POSITIVE_INFINITY);
  return exploration;
}

test("two courses part where the cells do, to the tick; the same course parts from itself nowhere", () => {
  const recording = held();
  const taps = recording.events.filter(({ event }) => event.kind === "tap").map(({ tick }) => tick);
  const real = explored(recording);
  for (const from of [0, taps[Math.floor(taps.length / 2)]!]) {
    const other = explored(imagine(recording, whatIf({ kind: "drug", drug: "apv", on: true }, from)));
    const { tick, minutes } = partingOf(real, other)!;
    // The drug alone parts nobody; the first tap that meets it does, after its delay of some ms.
    const met = taps.find((at) => at >= from)!;
    expect(tick).toBeGreaterThanOrEqual(met);
    expect(tick).toBeLessThanOrEqual(met + 5);
    const there = new Playback(recording, real.checkpoints);
    there.seek(tick);
    expect(60_000 * minutes).toBeCloseTo(biologicalTime(there.session.cell), 6);
  }
  expect(partingOf(real, explored(recording))).toBeUndefined();
});

test("nearer to the beat a scattered class learns; at 100 % nobody is off it; farther a good one does not", () => {
  const scattered = held(140);
  const real = end(scattered).meanStrength("all");
  const tight = imagine(scattered, whatIf({ kind: "tighter", percent: 90 }));
  expect(real).toBeLessThan(115);
  expect(end(tight).meanStrength("all")).toBeGreaterThan(140);
  const exact = new Playback(imagine(scattered, whatIf({ kind: "tighter", percent: 100 })));
  exact.seek(75 + 60);
  expect(exact.session.state.spread).toBeLessThanOrEqual(2);
  expect(end(imagine(held(20), whatIf({ kind: "tighter", percent: -300 }))).meanStrength("all")).toBeLessThan(140);
});

test("half of the class silent, another region, other chance", () => {
  const recording = held();
  const silent = end(imagine(recording, whatIf({ kind: "silent", group: "B" })));
  expect(silent.state.seats.map((seat) => seat!.taps > 0)).toEqual(silent.state.seats.map((_, i) => i % 2 === 0));
  const elsewhere = end(imagine(recording, whatIf({ kind: "pathway", pathway: "cerebellum" })));
  expect(elsewhere.state.conditions.pathway).toBe("cerebellum");
  expect(imagine(recording, whatIf({ kind: "seed", seed: 9 })).header.seed).toBe(9);
});

test("another region comes at the first rest from its moment on, and a lesson's own regions do not bring the old one back", () => {
  const played = new PlayedClass(4);
  const steps = (["dentate", "ca1"] as const).map((pathway) => ({ do: "round", round: "together", pathway }) as const);
  played.accept({ kind: "lesson", steps });
  for (const to of [0, 1]) {
    played.accept({ kind: "step", to });
    played.tapThrough(everyone, 25);
  }
  const recording = readRecording(played.text());
  const during = recording.events.find(({ event }) => event.kind === "tap")!.tick;
  const other = new Playback(imagine(recording, whatIf({ kind: "pathway", pathway: "cerebellum" }, during)));
  other.seek(during + 10);
  expect(other.session.state.phase).toBe("round");
  expect(other.session.state.conditions.pathway).toBe("dentate");
  other.seek(recording.ticks);
  expect(other.session.state.conditions.pathway).toBe("cerebellum");
});

test("in real time the same taps are farther apart in the cell, at their instants on the wall; the beat stays", () => {
  const recording = held(40);
  const taps = ({ events }: Recording) => events.filter(({ event }) => event.kind === "tap");
  const real = end(recording);
  for (const slowMotion of SLOW_MOTIONS) {
    const made = imagine(recording, whatIf({ kind: "slow", slowMotion }));
    const other = end(made);
    expect(other.round).toMatchObject({ slowMotion, beatMs: real.round!.beatMs });
    // Not a tap is lost, nor moves by more than the step of the coarser clock.
    expect(other.state.seats.map((seat) => seat!.taps)).toEqual(real.state.seats.map((seat) => seat!.taps));
    taps(made).forEach(({ event }, i) => {
      const was = taps(recording)[i]!.event;
      if (event.kind !== "tap" || was.kind !== "tap") throw new Error("no tap");
      expect(Math.abs(event.offset * slowMotion - was.offset * 2.5)).toBeLessThanOrEqual(slowMotion);
    });
  }
  expect(end(imagine(recording, whatIf({ kind: "slow", slowMotion: 2.5 }))).hash()).toBe(real.hash());
  const fast = end(imagine(recording, whatIf({ kind: "slow", slowMotion: 1 })));
  expect(fast.meanStrength("all")).toBeLessThan(real.meanStrength("all") - 10);
  // From a moment within a round on.
  const from = taps(recording)[100]!.tick;
  const half = new Playback(imagine(recording, whatIf({ kind: "slow", slowMotion: 1 }, from)));
  half.seek(from);
  expect(half.session.round?.slowMotion).toBe(1);
  half.seek(from - 1);
  expect(half.session.round?.slowMotion).toBe(2.5);
});

test("a smaller class and a larger one, from the beginning and from within a round", () => {
  const recording = held();
  const half = Math.floor(recording.ticks / 3);
  const here = (session: Session): number[] => session.state.seats.flatMap((seat, i) => (seat?.connected ? [i] : []));
  for (const from of [0, half]) {
    const small = end(imagine(recording, whatIf({ kind: "size", seats: 3 }, from)));
    expect(here(small)).toEqual([0, 1, 2]);
    expect(small.state.seats.length).toBe(from === 0 ? 3 : 16);
    const large = end(imagine(recording, whatIf({ kind: "size", seats: 30 }, from)));
    expect(here(large).length).toBe(30);
    const { seats } = large.state;
    expect(new Set(seats.map((seat) => seat!.name)).size).toBe(30);
    // The new ones do what a neighbour of their half does.
    if (from === 0) expect(seats[16]!.taps).toBe(seats[0]!.taps);
    else expect(seats[16]!.taps).toBeLessThan(seats[0]!.taps);
    expect(seats[17]!.taps).toBeGreaterThan(0);
  }
  // Who had left is not there twice, and who comes back does so twice.
  const played = new PlayedClass(4);
  played.accept({ kind: "leave", seat: 0 });
  played.step(50);
  played.accept({ kind: "return", seat: 0 });
  played.step(25);
  const larger = new Playback(imagine(readRecording(played.text()), whatIf({ kind: "size", seats: 5 }, 25)));
  larger.seek(40);
  expect(here(larger.session)).toEqual([1, 2, 3]);
  larger.seek(60);
  expect(here(larger.session)).toEqual([0, 1, 2, 3, 4]);
});

test("changes work together, and say how far they are", () => {
  const recording = held(60);
  const changes: Change[] = [
    { kind: "drug", drug: "apv", on: true },
    { kind: "size", seats: 24 },
    { kind: "tighter", percent: 50 },
    { kind: "slow", slowMotion: 4 },
  ];
  const steps = imagining(recording, { from: 100, changes });
  const shares: number[] = [];
  let step = steps.next();
  for (; !step.done; step = steps.next()) shares.push(step.value);
  expect(shares.length).toBeGreaterThan(1);
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect(Math.max(...shares)).toBeLessThan(1);
  expect(end(held(60)).meanStrength("all")).toBeGreaterThan(110);
  expect(end(step.value).meanStrength("all")).toBeLessThan(104);
});

test("a what-if is kept as a file, and read for the recording that it was made for alone", () => {
  const recording = held();
  const bound = { fingerprint: fingerprintOf(recording), ticks: recording.ticks };
  const good = whatIf({ kind: "tighter", percent: 50 }, 30);
  const text = writeWhatIf(good, bound);
  expect(readWhatIf(text, bound)).toEqual(good);
  const file = JSON.parse(text) as object;
  const changed = (...changes: unknown[]) => ({ ...file, changes });
  const refused: Record<UnfitReason, unknown[]> = {
    "no-what-if": [
      ...[
        null,
        1,
        "x",
        [],
        {},
        { ...file, whatIf: "1" },
        { ...file, from: -1 },
        { ...file, from: 1.5 },
        { ...file, of: 7 },
      ],
      ...[changed(), changed(...Array.from({ length: 9 }, () => good.changes[0])), { ...file, note: "x".repeat(1e5) }],
      changed({ kind: "drug", drug: "water", on: true }),
      changed({ kind: "tighter", percent: 1e9 }),
      changed({ kind: "silent", group: "C" }),
      changed({ kind: "pathway", pathway: "__proto__" }),
      changed({ kind: "slow", slowMotion: 1e-9 }),
      changed({ kind: "size", seats: 61 }),
      changed({ kind: "size", seats: 0 }),
      changed({ kind: "seed", seed: 1.5 }),
      changed(good.changes[0], { kind: "other" }),
    ],
    "newer-what-if": [{ ...file, whatIf: 2 }],
    "other-recording": [{ ...file, of: fingerprintOf(held(26)) }],
    "after-the-end": [{ ...file, from: recording.ticks }],
  };
  const reasonOf = (each: string): string => {
    try {
      readWhatIf(each, bound);
      return "read";
    } catch (error) {
      return error instanceof UnfitWhatIf ? error.reason : String(error);
    }
  };
  for (const [reason, files] of Object.entries(refused)) {
    for (const each of files) expect(reasonOf(JSON.stringify(each)), JSON.stringify(each).slice(0, 200)).toBe(reason);
  }
  expect(reasonOf("{")).toBe("no-what-if");
});
