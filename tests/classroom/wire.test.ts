import { Decoder, Encoder, StateView } from "@colyseus/schema";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DRUGS } from "../../shared/model/drugs.ts";
import { MODULES } from "../../shared/model/modules.ts";
import { PATHWAYS } from "../../shared/model/pathways.ts";
import { observe } from "../../shared/session/observe.ts";
import type { ClassView } from "../../shared/session/view.ts";
import { isTap, tapMessage } from "../../shared/wire/messages.ts";
import { ClassState, project, STAGE } from "../../shared/wire/state.ts";
import { viewOf } from "../../shared/wire/view-of.ts";
import { PlayedClass } from "../helpers/played-class.ts";

/** What a stage reads of a class after everything has been over the wire, and come as a later change, too. */
function overTheWire(...views: readonly ClassView[]): ClassView {
  const state = new ClassState();
  const encoder = new Encoder(state);
  const stage = new StateView();
  stage.add(state);
  stage.add(state.stage, STAGE);
  const received = new ClassState();
  const decoder = new Decoder(received);
  const take = (bytes: Uint8Array): void => void decoder.decode(bytes);
  const all = { offset: 0 };
  encoder.encodeAll(all);
  take(encoder.encodeAllView(stage, all.offset, { offset: all.offset }).slice());
  encoder.discardChanges();
  for (const view of views) {
    project(view, state);
    const it = { offset: 0 };
    encoder.encode(it);
    take(encoder.encodeView(stage, it.offset, { offset: it.offset }).slice());
    encoder.discardChanges();
  }
  return viewOf(received);
}

const { session } = new PlayedClass(5);
session.step();
const plain = observe(session);

/** The wire carries tenths. */
const rounded = (view: ClassView): ClassView => ({
  ...view,
  contacts: Math.round(view.contacts * 10) / 10,
  lapse: { minutes: Math.floor(view.lapse.minutes), of: Math.round(view.lapse.of) },
  plot: view.plot.map(({ minutes, a, b }) => ({
    minutes: Math.round(minutes * 10) / 10,
    a: Math.round(a * 10) / 10,
    b: Math.round(b * 10) / 10,
  })),
});

describe("what a stage is told of a class's conditions", () => {
  test.each(PATHWAYS)("%s is the region that it was", (pathway) => {
    expect(overTheWire({ ...plain, conditions: { pathway, drugs: [], modules: [] } }).conditions.pathway).toBe(pathway);
  });

  test.each(DRUGS)("%s comes and goes alone", (drug) => {
    const given = { ...plain, conditions: { ...plain.conditions, drugs: [drug] } };
    expect(overTheWire(plain, given).conditions.drugs).toEqual([drug]);
    expect(overTheWire(plain, given, plain).conditions.drugs).toEqual([]);
  });

  test("all drugs and mechanisms at once", () => {
    const conditions = { pathway: "gb-cortical-slices", drugs: DRUGS, modules: MODULES } as const;
    expect(overTheWire({ ...plain, conditions }).conditions).toEqual(conditions);
  });
});

test("a tap is told from all else as its schema tells it", () => {
  const number = fc.oneof(fc.nat(), fc.integer(), fc.double(), fc.constantFrom(0xffffffff, 0x100000000, -0, "1", null));
  const message = fc.oneof(
    fc.record({ seq: number, at: number }, { requiredKeys: [] }),
    fc.record({ seq: fc.nat(), at: fc.nat(), more: fc.anything() }),
    fc.anything(),
  );
  const agree = fc.property(message, (each) => isTap(each) === tapMessage.safeParse(each).success);
  fc.assert(agree, { seed: 8, numRuns: 2000 });
});

test("a lapse of two years, its proteins and its tags arrive whole", () => {
  const of = 2 * 365 * 1440;
  const seats = plain.seats.map((seat, i) => ({
    ...seat,
    tag: ((i % 3) - 1) as -1 | 0 | 1,
    release: 60_000,
    strength: 900,
  }));
  const view: ClassView = {
    ...plain,
    phase: "lapse",
    behind: "lapse",
    lapse: { minutes: of - 1, of },
    proteins: 100,
    seats,
    plot: [{ minutes: of + 12, a: 341.2, b: 88.8 }],
  };
  expect(overTheWire(plain, view)).toEqual(rounded(view));
});

test("what the electrode does is told while it does it, and no longer", () => {
  const { session: stimulated } = new PlayedClass(5);
  const train = { at: "B", start: 0, bursts: 1, every: 1, pulses: 900, apart: 1000 } as const;
  stimulated.apply({ kind: "stimulate", stimulation: { trains: [train], pace: 1000 } });
  for (let i = 0; i < 30; i++) stimulated.step();
  const during = observe(stimulated);
  const received = overTheWire(plain, during);
  expect(received.electrode).toEqual({ at: "B", given: 30, pulses: 900, bursts: 1, apart: 1000, pace: 1000 });
  expect(received).toEqual(rounded(during));
  stimulated.apply({ kind: "next" });
  expect(overTheWire(plain, during, observe(stimulated))).toEqual(rounded(observe(stimulated)));
});
