import { describe, expect, test } from "vitest";
import { SCALAR } from "../../shared/model/cell.ts";
import { STANDARD_CONDITIONS } from "../../shared/model/conditions.ts";
import { earlyChange } from "../../shared/model/induction.ts";
import { standardParameters } from "../../shared/model/parameters.ts";
import type { SessionEvent } from "../../shared/session/events.ts";
import { observe } from "../../shared/session/observe.ts";
import { Session } from "../../shared/session/session.ts";
import type { Stimulation } from "../../shared/session/stimulation.ts";
import { COUNT_IN_TICKS } from "../../shared/session/timing.ts";
import { PlayedClass, testHeader } from "../helpers/played-class.ts";

const TOGETHER = 2;
const [MINUTE, HOUR, DAY] = [60, 3600, 86_400];

const drug = (name: "apv" | "anisomycin" | "novelty", on = true): SessionEvent => ({ kind: "drug", drug: name, on });
const lapse = (seconds: number): SessionEvent => ({ kind: "lapse", seconds });
const SEROTONIN: SessionEvent = { kind: "modulate", modulator: "serotonin" };
const PLATEAU: SessionEvent = { kind: "modulate", modulator: "plateau" };
const burst = { start: 0, bursts: 10, every: 200, pulses: 4, apart: 10 };
const stimulate = (stimulation: Partial<Stimulation> = {}): SessionEvent => ({
  kind: "stimulate",
  stimulation: { trains: [{ at: "all", ...burst }], pace: 40, ...stimulation },
});

/** Applies events one after another, each to its end. */
function through(session: Session, ...events: readonly SessionEvent[]): Session {
  for (const event of events) {
    session.apply(event);
    while (session.running) session.step();
  }
  return session;
}
const seated = (seats = 8): Session => new PlayedClass(seats).session;
const grown = (session: Session): number => session.meanStrength("all") - 100;

describe("drugs, regions and mechanisms in force", () => {
  test("are seen by all, each once, in one order, whatever the order in which they came", () => {
    const session = through(
      seated(),
      drug("novelty"),
      drug("apv"),
      { kind: "module", module: "cross-talk", on: true },
      { kind: "module", module: "retention", on: true },
      { kind: "pathway", pathway: "dentate" },
    );
    expect(observe(session).conditions).toEqual({
      pathway: "dentate",
      drugs: ["apv", "novelty"],
      modules: ["retention", "cross-talk"],
    });
    expect(session.apply(drug("apv"))).toBe(false);
    expect(session.apply(drug("anisomycin", false))).toBe(false);
  });

  test("leave nothing behind when they end", () => {
    const [given, plain] = [seated(), seated()];
    for (const on of [true, false]) {
      given.apply(drug("apv", on));
      given.apply({ kind: "module", module: "metaplasticity", on });
      given.apply({ kind: "module", module: "homeostatic-shutdown", on });
    }
    expect(given.state.conditions).toEqual(STANDARD_CONDITIONS);
    expect(given.hash()).toBe(plain.hash());
  });

  test("a drug in the middle of a round works from then on", () => {
    const run = (at: number): Session => {
      const { session } = new PlayedClass(8);
      session.apply({ kind: "start", round: TOGETHER });
      while (session.running) {
        if (session.state.ran === at) session.apply(drug("apv"));
        if (session.state.phase === "round" && (session.state.ran - COUNT_IN_TICKS) % 50 === 0) {
          for (let seat = 0; seat < 8; seat++) session.apply({ kind: "tap", seat, offset: 2 });
        }
        session.step();
      }
      return session;
    };
    const [never, half, always] = [-1, COUNT_IN_TICKS + 120, 0].map((at) => grown(run(at)));
    expect(always).toBeCloseTo(0, 1);
    expect(half).toBeGreaterThan(always! + 2);
    expect(never).toBeGreaterThan(half! + 2);
  });

  test("another region's synapses are naive, and its clock goes on", () => {
    const session = through(seated(), stimulate(), lapse(10 * MINUTE));
    const { minutes } = session.state.plot.at(-1)!;
    expect(grown(session)).toBeGreaterThan(10);
    session.apply({ kind: "pathway", pathway: "ca1-neonatal" });
    expect(grown(session)).toBeCloseTo(0, 9);
    expect(session.state.plot.at(-1)!.minutes).toBe(minutes);
    expect(session.apply({ kind: "pathway", pathway: "ca1-neonatal" })).toBe(false);
  });

  test("what cannot be is refused, and nothing has changed", () => {
    const session = seated();
    const before = session.hash();
    for (const wrong of [
      { kind: "drug", drug: "tea" as never, on: true },
      { kind: "module", module: "sleep" as never, on: true },
      { kind: "pathway", pathway: "olfactory" as never },
      lapse(0),
      lapse(1.5),
      lapse(3 * 365 * DAY),
      { kind: "contacts", seat: 0, contacts: -1 },
      { kind: "contacts", seat: 40, contacts: 5 },
      stimulate({ pace: 0 }),
      stimulate({ clamp: 200 }),
      stimulate({ trains: [{ at: 99, ...burst }] }),
      // Bursts that run into each other would put hundreds of spikes on one millisecond.
      stimulate({ trains: [{ at: "all", ...burst, pulses: 10_000, every: 1 }] }),
      stimulate({ trains: [{ at: "all", ...burst, every: 30 }] }),
      stimulate({ forced: [{ ...burst, bursts: 0.5 }] }),
      stimulate({ trains: [{ at: 0, ...burst, start: 4e6 }] }),
    ] satisfies SessionEvent[]) {
      expect(() => session.apply(wrong), JSON.stringify(wrong)).toThrow(RangeError);
    }
    expect(session.hash()).toBe(before);
  });

  test("regions, lapses and the electrode wait until nothing runs", () => {
    const { session } = new PlayedClass(8);
    session.apply({ kind: "start", round: TOGETHER });
    session.step();
    for (const early of [{ kind: "pathway", pathway: "dentate" } as const, lapse(60), stimulate()]) {
      expect(session.apply(early)).toBe(false);
    }
    session.apply({ kind: "end" });
    for (const late of [{ kind: "pathway", pathway: "dentate" } as const, lapse(60), stimulate(), SEROTONIN]) {
      expect(session.apply(late)).toBe(false);
    }
  });
});

describe("what happens after a lapse finds the cell where the lapse left it", () => {
  test("serotonin given three days and five hours after anything else is all there when the class goes on", () => {
    const session = through(seated(), { kind: "pathway", pathway: "aplysia" }, lapse(3 * DAY + 5 * HOUR), SEROTONIN);
    session.apply({ kind: "start", round: TOGETHER });
    session.step();
    expect(session.cell.scalars[SCALAR.serotonin]).toBeCloseTo(1, 9);
    expect(session.meanStrength("all")).toBeCloseTo(130, 0);
  });

  test("a drug does not work back into the time before it was given", () => {
    const session = through(seated(), stimulate());
    session.cell.late.fill(0.5);
    through(session, lapse(3 * DAY + 5 * HOUR), { kind: "drug", drug: "zip", on: true });
    session.apply({ kind: "start", round: TOGETHER });
    session.step();
    expect(session.cell.late[0]).toBeCloseTo(0.5, 2);
  });

  test("a plateau potentiates what has fired in the seconds before, and nothing after a lapse", () => {
    const module: SessionEvent = { kind: "module", module: "behavioural-time-scale", on: true };
    const lone = stimulate({ trains: [{ at: 0, start: 0, bursts: 1, every: 1, pulses: 5, apart: 40 }] });
    const gained = (...events: SessionEvent[]): number => {
      const session = through(seated(), module, ...events);
      const before = session.cell.rho[0]!;
      session.apply(PLATEAU);
      return session.cell.rho[0]! - before;
    };
    expect(gained(lone)).toBeGreaterThan(0.1);
    expect(gained(lone, lapse(60))).toBeLessThan(1e-9);
    expect(gained()).toBe(0);
  });
});

describe("a class smaller than the room it has", () => {
  test("seats that nobody took are no synapses: they do not hold back a homeostatic shutdown", () => {
    const twelve = seated(12);
    twelve.apply({ kind: "module", module: "homeostatic-shutdown", on: true });
    twelve.apply({ kind: "start", round: TOGETHER });
    twelve.step();
    for (let seat = 0; seat < 12; seat++) twelve.cell.late[seat] = 1;
    for (let i = 0; i < 70; i++) twelve.step();
    expect(earlyChange(standardParameters, twelve.cell.rho[0]!)).toBeCloseTo(0, 2);
    expect(twelve.cell.scalars[SCALAR.potency]).toBe(0);
  });
});

describe("a copy of a class under conditions", () => {
  test("goes on alike in a session that knew nothing of them", () => {
    const session = through(seated(), drug("apv"), { kind: "module", module: "plasticity-noise", on: true });
    session.apply(stimulate());
    for (let i = 0; i < 20; i++) session.step();
    const other = new Session(testHeader());
    other.restore(session.save());
    for (const each of [session, other]) through(each, drug("apv", false), stimulate(), lapse(DAY), SEROTONIN, PLATEAU);
    expect(other.hash()).toBe(session.hash());
  });
});
