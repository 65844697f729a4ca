import { expect, test } from "vitest";
import { biologicalTime } from "../../shared/model/cell.ts";
import { Exploration } from "../../shared/recording/exploration.ts";
import { partingOf } from "../../shared/recording/parting.ts";
import { Playback } from "../../shared/recording/playback.ts";
import { type Recording, readRecording } from "../../shared/recording/recording.ts";
import { type Change, imagine, readWhatIf, type WhatIf } from "../../shared/recording/what-if.ts";
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
const whatIf = (change: Change, from = 0): WhatIf => ({ whatIf: 1, from, changes: [change] });

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

test("what is no what-if is not read", () => {
  const good = whatIf({ kind: "tighter", percent: 50 });
  expect(readWhatIf(JSON.parse(JSON.stringify(good)))).toEqual(good);
  const bad: unknown[] = [
    ...[null, 1, "x", {}, { ...good, whatIf: 2 }, { ...good, from: -1 }, { ...good, from: Number.NaN }],
    ...[
      { ...good, changes: [] },
      { ...good, changes: Array.from({ length: 9 }, () => good.changes[0]) },
    ],
    ...[
      { kind: "drug", drug: "water", on: true },
      { kind: "tighter", percent: Number.POSITIVE_INFINITY },
      { kind: "silent", group: "C" },
      { kind: "pathway", pathway: "__proto__" },
      { kind: "seed", seed: 1.5 },
      { kind: "other" },
    ].map((change) => ({ ...good, changes: [change] })),
  ];
  for (const each of bad) expect(readWhatIf(each)).toBeUndefined();
});
