import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DRUGS } from "../../shared/model/drugs.ts";
import { MODULES } from "../../shared/model/modules.ts";
import { PATHWAYS } from "../../shared/model/pathways.ts";
import { Exploration } from "../../shared/recording/exploration.ts";
import { decodeLine, encodeEvent } from "../../shared/recording/lines.ts";
import { Playback } from "../../shared/recording/playback.ts";
import { readRecording, UnreadableRecording } from "../../shared/recording/recording.ts";
import { LONGEST_LAPSE, MODULATORS, type SessionEvent } from "../../shared/session/events.ts";
import { observe } from "../../shared/session/observe.ts";
import { PlayedClass, testHeader } from "../helpers/played-class.ts";
import { rewritten } from "../helpers/rewritten.ts";

const seat = fc.integer({ min: 0, max: 59 });
/** Bursts of at most 4 pulses 10 ms apart, and 100 ms from one to the next. */
const train = {
  start: fc.integer({ min: 0, max: 1000 }),
  bursts: fc.integer({ min: 1, max: 20 }),
  every: fc.integer({ min: 100, max: 1000 }),
  pulses: fc.integer({ min: 1, max: 4 }),
  apart: fc.integer({ min: 1, max: 10 }),
};
const anyEvent: fc.Arbitrary<SessionEvent> = fc.oneof(
  fc.record({
    kind: fc.constant("join" as const),
    seat,
    name: fc.integer({ min: 0, max: 255 }),
    bot: fc.boolean(),
  }),
  fc.record({ kind: fc.constantFrom("leave" as const, "return" as const), seat }),
  fc.record({ kind: fc.constant("tap" as const), seat, offset: fc.integer({ min: 0, max: 39 }) }),
  fc.record({ kind: fc.constant("bias" as const), seat, ms: fc.integer({ min: -250, max: 250 }) }),
  fc.record({
    kind: fc.constant("bots" as const),
    count: fc.integer({ min: 0, max: 60 }),
    jitterMs: fc.integer({ min: 0, max: 250 }),
  }),
  fc.record({ kind: fc.constant("start" as const), round: fc.integer({ min: 0, max: 63 }) }),
  fc.record({ kind: fc.constantFrom("pause" as const, "resume" as const, "next" as const, "end" as const) }),
  fc.record({ kind: fc.constant("drug" as const), drug: fc.constantFrom(...DRUGS), on: fc.boolean() }),
  fc.record({ kind: fc.constant("module" as const), module: fc.constantFrom(...MODULES), on: fc.boolean() }),
  fc.record({ kind: fc.constant("pathway" as const), pathway: fc.constantFrom(...PATHWAYS) }),
  fc.record({ kind: fc.constant("lapse" as const), seconds: fc.integer({ min: 1, max: LONGEST_LAPSE }) }),
  fc.record({
    kind: fc.constant("stimulate" as const),
    stimulation: fc.record(
      {
        trains: fc.array(fc.record({ ...train, at: fc.oneof(seat, fc.constantFrom("A", "B", "all")) }), {
          maxLength: 4,
        }),
        clamp: fc.integer({ min: -100, max: 60 }),
        forced: fc.array(fc.record(train), { maxLength: 2 }),
        pace: fc.integer({ min: 1, max: 1000 }),
      },
      { requiredKeys: ["trains", "pace"] },
    ),
  }),
  fc.record({ kind: fc.constant("contacts" as const), seat, contacts: fc.double({ min: 0, max: 84, noNaN: true }) }),
  fc.record({ kind: fc.constant("modulate" as const), modulator: fc.constantFrom(...MODULATORS) }),
);

test("every event survives its line", () => {
  fc.assert(
    fc.property(fc.nat(), anyEvent, (tick, event) => {
      expect(decodeLine(encodeEvent(tick, event))).toEqual({ tick, event });
    }),
  );
});

test.each([
  "",
  "{}",
  "[]",
  '["t",1,2,3]',
  '[1,"t",60,0]',
  '[1,"t",0,40]',
  '[1,"t",0.5,3]',
  '[-1,"p"]',
  '[1,"?"]',
  '[1,"#","xyz"]',
  "[1",
  '[1,"d","tea",1]',
  '[1,"m","retention",2]',
  '[1,"w",3]',
  '[1,"L",0]',
  '[1,"L",63072001]',
  '[1,"S",{"trains":[],"pace":0}]',
  '[1,"S",null]',
  '[1,"c",3,-1]',
  '[1,"M","caffeine"]',
])("%s is not a record", (line) => expect(() => decodeLine(line)).toThrow(SyntaxError));

describe("a class that was recorded", () => {
  const played = new PlayedClass(12, 3);
  const live = new Map<number, number[]>();
  const note = (): void => {
    live.set(
      played.session.state.tick,
      observe(played.session).seats.map((s) => s.receptors),
    );
  };
  played.step(40);
  note();
  played.play(2, (seat) => seat !== 5);
  note();
  played.accept({ kind: "leave", seat: 2 });
  played.step(120);
  played.play(3, () => true);
  note();
  played.accept({ kind: "end" });
  played.step();
  played.prove();
  const recording = readRecording(played.text());

  test("is simulated again with the same hash at every second", () => {
    const exploration = new Exploration(recording);
    exploration.run(1e9);
    expect(exploration.mismatchAt).toBeUndefined();
    expect(exploration.compared).toBe(recording.hashes.size);
    expect(exploration.compared).toBeGreaterThan(20);
    expect(exploration.marks.map((mark) => mark.kind)).toEqual(["round", "lapse", "round", "lapse", "end"]);
  });

  test("shows at any instant what was live, forwards and backwards", () => {
    const playback = new Playback(recording);
    const instants = [...live.keys()];
    for (const at of [...instants, ...instants.reverse()]) {
      playback.seek(at);
      expect(observe(playback.session).seats.map((s) => s.receptors)).toEqual(live.get(at));
      const recorded = recording.hashes.get(at);
      if (recorded) expect(playback.session.hash()).toBe(recorded);
    }
  });

  test("tells when a single tap was moved by a millisecond", () => {
    const moved = rewritten(played.text(), (lines) => {
      const index = lines.findIndex((line) => line.includes('"t"'));
      const line = lines[index]!.replace(/(\d+)\]$/, (_, offset: string) => `${(Number(offset) + 1) % 16}]`);
      return lines.with(index, line);
    });
    const exploration = new Exploration(readRecording(moved));
    exploration.run(1e9);
    expect(exploration.mismatchAt).toBeGreaterThan(0);
  });

  test("cut short anywhere, opens up to its last whole line", () => {
    const text = played.text();
    fc.assert(
      fc.property(fc.integer({ min: JSON.stringify(testHeader()).length + 40, max: text.length - 2 }), (end) => {
        const cut = readRecording(text.slice(0, end));
        expect(cut.damage).toBeDefined();
        expect(cut.events.length + cut.hashes.size).toBeLessThanOrEqual(
          recording.events.length + recording.hashes.size,
        );
        expect(recording.events).toEqual(expect.arrayContaining([...cut.events].slice(0, 3)));
      }),
      { numRuns: 50 },
    );
  });
});

test("what is no recording is refused with a reason", () => {
  const reason = (text: string): string => {
    try {
      readRecording(text);
      return "read";
    } catch (error) {
      return error instanceof UnreadableRecording ? error.reason : "other";
    }
  };
  expect(reason("hello")).toBe("not-a-recording");
  expect(reason("{}")).toBe("not-a-recording");
  expect(reason("null")).toBe("not-a-recording");
  expect(reason(JSON.stringify({ ...testHeader(), format: 99 }))).toBe("newer-format");
  expect(reason(JSON.stringify(testHeader()))).toBe("read");
});

describe("a class with a laboratory", () => {
  const seats = 6;
  const played = new PlayedClass(seats, 5);
  const { session } = played;
  const through = (event: SessionEvent): void => {
    expect(played.accept(event), JSON.stringify(event)).toBe(true);
    while (session.running) played.step();
  };
  const live = new Map<number, string>();
  const note = (): void => void live.set(session.state.tick, JSON.stringify(observe(session)));
  const tetanus = { at: "A", start: 0, bursts: 1, every: 1, pulses: 100, apart: 10 } as const;

  played.step(10);
  through({ kind: "module", module: "behavioural-time-scale", on: true });
  through({ kind: "module", module: "plasticity-noise", on: true });
  through({ kind: "drug", drug: "novelty", on: true });
  played.play(2, () => true);
  through({ kind: "modulate", modulator: "plateau" });
  note();
  played.step(7);
  through({ kind: "drug", drug: "novelty", on: false });
  through({ kind: "drug", drug: "anisomycin", on: true });
  through({ kind: "lapse", seconds: 86_400 });
  note();
  through({ kind: "pathway", pathway: "aplysia" });
  through({ kind: "contacts", seat: 2, contacts: 20 });
  through({ kind: "modulate", modulator: "serotonin" });
  played.step(3);
  note();
  played.accept({ kind: "stimulate", stimulation: { trains: [tetanus], pace: 16 } });
  played.step(20);
  note();
  through({ kind: "next" });
  played.step(3);
  through({ kind: "stimulate", stimulation: { trains: [{ ...tetanus, apart: 1000 }], pace: 1000, clamp: -40 } });
  through({ kind: "end" });
  played.step(30);
  note();
  played.prove();
  const recording = readRecording(played.text());

  test("plays again with every hash, and marks what was done", () => {
    const exploration = new Exploration(recording);
    exploration.run(1e9);
    expect(exploration.mismatchAt).toBeUndefined();
    expect(exploration.compared).toBe(recording.hashes.size);
    expect(exploration.marks.map(({ kind, condition, minutes }) => condition?.kind ?? minutes ?? kind)).toEqual([
      ...["module", "module", "drug", "round", 10, "modulate", "drug", "drug", 1440],
      ...["pathway", "modulate", "stimulation", "stimulation", "end"],
    ]);
  });

  test("shows the same conditions, proteins, tags and electrode at every instant, forwards and backwards", () => {
    const playback = new Playback(recording);
    const instants = [...live.keys()];
    for (const at of [...instants, ...instants.reverse()]) {
      playback.seek(at);
      expect(JSON.stringify(observe(playback.session))).toBe(live.get(at));
    }
  });
});
