import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SCALAR } from "../../shared/model/cell.ts";
import { DRUGS } from "../../shared/model/drugs.ts";
import { isSound } from "../../shared/model/fingerprint.ts";
import { MODULES } from "../../shared/model/modules.ts";
import { PATHWAYS } from "../../shared/model/pathways.ts";
import { Exploration } from "../../shared/recording/exploration.ts";
import { encodeEvent, encodeHash } from "../../shared/recording/lines.ts";
import { readRecording } from "../../shared/recording/recording.ts";
import { MODULATORS, type SessionEvent } from "../../shared/session/events.ts";
import { Session } from "../../shared/session/session.ts";
import { isPossible, type SeatTrain, type Stimulation } from "../../shared/session/stimulation.ts";
import { testHeader } from "../helpers/played-class.ts";

const SEATS = 6;
const [BASELINE, TOGETHER] = [1, 2];

const train = fc.record({
  start: fc.integer({ min: 0, max: 300 }),
  bursts: fc.integer({ min: 1, max: 12 }),
  every: fc.integer({ min: 1, max: 400 }),
  pulses: fc.integer({ min: 1, max: 12 }),
  apart: fc.integer({ min: 1, max: 40 }),
});
const stimulation: fc.Arbitrary<Stimulation> = fc
  .record(
    {
      trains: fc.array(
        fc.tuple(train, fc.constantFrom<SeatTrain["at"]>(0, 1, "A", "B", "all")).map(([t, at]) => ({ ...t, at })),
        { maxLength: 3 },
      ),
      clamp: fc.integer({ min: -100, max: 60 }),
      forced: fc.array(train, { maxLength: 2 }),
      pace: fc.constantFrom(16, 40, 250, 1000),
    },
    { requiredKeys: ["trains", "pace"] },
  )
  .filter(isPossible);

/** What can be done to a class between two of its ticks. */
const event: fc.Arbitrary<SessionEvent> = fc.oneof(
  fc.constantFrom<SessionEvent>(
    { kind: "start", round: BASELINE },
    { kind: "start", round: TOGETHER },
    { kind: "next" },
  ),
  fc.record({ kind: fc.constant("drug" as const), drug: fc.constantFrom(...DRUGS), on: fc.boolean() }),
  fc.record({ kind: fc.constant("module" as const), module: fc.constantFrom(...MODULES), on: fc.boolean() }),
  fc.record({ kind: fc.constant("pathway" as const), pathway: fc.constantFrom(...PATHWAYS) }),
  fc.record({
    kind: fc.constant("lapse" as const),
    seconds: fc.oneof(fc.integer({ min: 1, max: 900 }), fc.integer({ min: 1, max: 4e7 })),
  }),
  fc.record({ kind: fc.constant("stimulate" as const), stimulation }),
  fc.record({
    kind: fc.constant("contacts" as const),
    seat: fc.nat(SEATS - 1),
    // By chance less than one contact releases nothing, or more than all of it.
    contacts: fc.oneof(fc.constant(0), fc.double({ min: 1, max: 500, noNaN: true })),
  }),
  fc.record({ kind: fc.constant("modulate" as const), modulator: fc.constantFrom(...MODULATORS) }),
  fc.record({ kind: fc.constant("tap" as const), seat: fc.nat(SEATS - 1), offset: fc.nat(15) }),
);
type Story = readonly (readonly [number, SessionEvent])[];
/** Events, each some ticks after the one before; in a tick taps come last, as the room applies them. */
const story: fc.Arbitrary<Story> = fc
  .array(fc.tuple(fc.oneof(fc.constant(0), fc.nat(120)), event), { maxLength: 14 })
  .map((of) => {
    let tick = 0;
    const timed = of.map(([ticks, each]) => {
      tick += ticks;
      return { tick, each, tap: each.kind === "tap" };
    });
    timed.sort((a, b) => a.tick - b.tick || Number(a.tap) - Number(b.tap));
    return timed.map(({ tick: at, each }, i) => [at - (timed[i - 1]?.tick ?? 0), each] as const);
  });

function seated(): Session {
  const session = new Session(testHeader(7), { seats: SEATS });
  for (let seat = 0; seat < SEATS; seat++) session.apply({ kind: "join", seat, name: seat, bot: false });
  return session;
}

function* told(session: Session, of: Story): Generator<SessionEvent | undefined> {
  for (const [ticks, next] of of) {
    for (let i = 0; i < ticks; i++) {
      session.step();
      yield undefined;
    }
    session.apply(next);
    yield next;
  }
  for (let i = 0; i < 60; i++) {
    session.step();
    yield undefined;
  }
}

const play = (of: Story): Session => {
  const session = seated();
  for (const _ of told(session, of));
  return session;
};

/** What no state may leave, whatever was done. Plain comparisons: vitest's would take most of the time here. */
function expectWithinBounds({ cell }: Session): void {
  if (!isSound(cell)) throw new Error("a number is not finite");
  const bounds = cell.parameters.gN > 0 ? { ...BOUNDS, ...NMDA_BOUNDS } : BOUNDS;
  for (const [what, [low, high]] of Object.entries(bounds)) {
    const values = cell[what as keyof typeof BOUNDS];
    for (const x of values) if (!(x >= low && x <= high)) throw new Error(`${what} ${x}: ${low} to ${high}`);
  }
  for (const [what, [low, high]] of Object.entries(SCALAR_BOUNDS)) {
    const x = cell.scalars[SCALAR[what as keyof typeof SCALAR_BOUNDS]]!;
    if (!(x >= low && x <= high)) throw new Error(`${what} ${x}: ${low} to ${high}`);
  }
}
/** A facilitated spike binds more than is free: s passes 1, and what binds next is negative. The calibration rests on it. */
const NMDA_BOUNDS = { glutamate: [0, 4], bound: [-2, 4] } as const;
const [SHARE, NONE_BELOW] = [[0, 1] as const, [0, Number.POSITIVE_INFINITY] as const];
const BOUNDS = {
  rho: SHARE,
  vesicles: SHARE,
  facilitation: SHARE,
  potentiated: SHARE,
  late: [-0.5, 1],
  settled: [-0.5, 1],
  gamma: [0.1, 1.5],
  receptors: [0, 150],
  strength: [0, 3.75],
  calcium: NONE_BELOW,
  slowCalcium: NONE_BELOW,
  eligibility: NONE_BELOW,
  variance: NONE_BELOW,
  meanWeak: SHARE,
  meanStrong: SHARE,
} as const;
const SCALAR_BOUNDS = {
  ...{ y: SHARE, programme: SHARE, proteins: SHARE, reward: SHARE, potency: SHARE, growth: SHARE, xI: SHARE },
  ...{ gA: NONE_BELOW, gI: NONE_BELOW, gK: NONE_BELOW, kinase: NONE_BELOW, rate: NONE_BELOW, serotonin: NONE_BELOW },
  scale: [0.5, 2],
  threshold: [0.8, 1.4],
  v: [-100, 60],
} as const;

describe("whatever is done to a class", () => {
  test("every number stays finite and within its bounds", () => {
    fc.assert(
      fc.property(story, (of) => {
        const session = seated();
        let ticks = 0;
        for (const _ of told(session, of)) if (ticks++ % 5 === 0) expectWithinBounds(session);
        expectWithinBounds(session);
      }),
      { numRuns: 150, seed: 3 },
    );
  });

  test("copied in the middle, with its conditions, it goes on bit for bit", () => {
    fc.assert(
      fc.property(story, story, (before, after) => {
        const session = play(before);
        const saved = session.save();
        const other = new Session(testHeader(7), { seats: SEATS });
        other.restore(saved);
        for (const _ of told(session, after));
        for (const _ of told(other, after));
        expect(other.hash()).toBe(session.hash());
      }),
      { numRuns: 60, seed: 4 },
    );
  });

  test("its recording reads back and plays with every hash as it was", () => {
    fc.assert(
      fc.property(story, (of) => {
        // A recorded class has all seats.
        const session = new Session(testHeader(7));
        const lines = [JSON.stringify(session.header)];
        const note = (event: SessionEvent): void => void lines.push(encodeEvent(session.state.tick, event));
        for (let seat = 0; seat < SEATS; seat++) {
          const join: SessionEvent = { kind: "join", seat, name: seat, bot: false };
          note(join);
          session.apply(join);
        }
        for (const event of told(session, of)) {
          if (event) note(event);
          else lines.push(encodeHash(session.state.tick, session.hash()));
        }
        const exploration = new Exploration(readRecording(lines.join("\n")));
        while (!exploration.done) exploration.run(1000);
        expect(exploration.mismatchAt).toBeUndefined();
        expect(exploration.compared).toBeGreaterThan(0);
      }),
      { numRuns: 40, seed: 5 },
    );
  });

  test("taps of one tick leave the same state in whatever order they come", () => {
    const taps = fc.array(fc.record({ seat: fc.nat(SEATS - 1), offset: fc.nat(15) }), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(taps, fc.constantFrom(...PATHWAYS), fc.subarray([...MODULES]), (of, pathway, modules) => {
        const ending = (order: typeof of): string => {
          const session = seated();
          session.apply({ kind: "pathway", pathway });
          for (const module of modules) session.apply({ kind: "module", module, on: true });
          session.apply({ kind: "start", round: BASELINE });
          for (let i = 0; i < 80; i++) session.step();
          for (const { seat, offset } of order) session.apply({ kind: "tap", seat, offset });
          for (let i = 0; i < 40; i++) session.step();
          return session.hash();
        };
        expect(ending([...of].reverse())).toBe(ending(of));
      }),
      { numRuns: 40, seed: 6 },
    );
  });

  test("a lapse at one go equals the same lapse tick by tick", () => {
    fc.assert(
      fc.property(story, fc.integer({ min: 1, max: 4e7 }), (before, seconds) => {
        const ended = (hurried: boolean): number[] => {
          const session = play(before);
          while (session.running) session.step();
          if (!session.apply({ kind: "lapse", seconds })) return [];
          if (hurried) session.apply({ kind: "next" });
          while (session.running) session.step();
          const { rho, late, settled, receptors, gamma } = session.cell;
          return [rho, late, settled, receptors, gamma].flatMap((values) => [...values]);
        };
        expect(ended(true)).toEqual(ended(false));
      }),
      { numRuns: 40, seed: 8 },
    );
  });

  test("seed 3: a soma held where calcium would flow out leaves none below nothing", () => {
    const pulse = { at: 0, start: 0, bursts: 1, every: 1, pulses: 1, apart: 1 };
    const stimulation: Stimulation = { trains: [pulse], clamp: 58, pace: 16 };
    const session = seated();
    for (const _ of told(session, [[0, { kind: "stimulate", stimulation }]])) expectWithinBounds(session);
  });
});
