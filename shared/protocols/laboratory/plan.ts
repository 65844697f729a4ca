import type { DrugId } from "../../model/drugs.ts";
import type { SessionEvent } from "../../session/events.ts";
import { durationOf, type SeatTrain, type Stimulation, type Train } from "../../session/stimulation.ts";
import type { Experiment, ExperimentInput } from "../experiment.ts";

/**
 * A laboratory's day as a timetable. A plan says what happens when, in seconds from the first stimulation; `experimentOf`
 * turns it into session events with the lapses between them.
 */

export const MINUTE = 60;
export const HOUR = 3600;
export const DAY = 24 * HOUR;

/** One thing that is done. */
export interface Step {
  /** Seconds after the first stimulation; below 0 before it. */
  readonly at: number;
  readonly event: SessionEvent;
  /** A test: it asks what the cell answers, and is not meant to change it. */
  readonly test?: boolean;
}

export interface Plan {
  readonly inputs: readonly ExperimentInput[];
  /** In any order; those of one instant happen in the order of the list. */
  readonly steps: readonly Step[];
  /** When the last look is taken, seconds after the first stimulation. */
  readonly until: number;
}

/** An experiment, which of its seconds is the plan's 0, and when its steps really come. */
export interface TimedExperiment extends Experiment {
  readonly zero: number;
  /** In order of time. */
  readonly steps: readonly Step[];
}

/** Quiet before the first stimulation, s: the line of 100 %, and long enough for a drug to be washed in. Huang & Kandel 1994 */
export const BASELINE = 35 * MINUTE;

/** Inputs with so many contacts each, in the order of their seats. */
export const inputsOf = (contacts: Readonly<Record<string, number>>): readonly ExperimentInput[] =>
  Object.entries(contacts).map(([id, m]) => ({ id, contacts: m }));

/** Biological ms that a tick covers: short stimulations 200, long ones the most that a session allows. */
const paceOf = (ms: number): number => (ms <= 120_000 ? 200 : 1000);

export function stimulate(trains: readonly SeatTrain[], more: Partial<Stimulation> = {}): SessionEvent {
  const stimulation = { trains, pace: 1, ...more };
  return { kind: "stimulate", stimulation: { ...stimulation, pace: more.pace ?? paceOf(durationOf(stimulation)) } };
}

export const train = (start: number, bursts: number, every: number, pulses = 1, apart = 1): Train => ({
  ...{ start, bursts, every, pulses, apart },
});

/** Single pulses at a steady rate, `apart` whole ms from one to the next, on the seat `at`. */
export const pulsesAt = (at: number, count: number, apart: number, start = 0): SeatTrain => ({
  ...{ at, start, bursts: 1, every: 1, pulses: count, apart },
});

/** Whole ms between pulses at `hz`. */
export const apartOf = (hz: number): number => Math.round(1000 / hz);

/** Bursts of 4 pulses at 100 Hz, as in theta-burst stimulation. */
export const burstsAt = (at: number, bursts: number, every = 200, start = 0): SeatTrain => ({
  ...{ at, start, bursts, every, pulses: 4, apart: 10 },
});

/** Pulses at 100 Hz: with 100 of them a tetanus, with 21 a weak one. */
export const tetanusAt = (at: number, pulses = 100): SessionEvent => stimulate([pulsesAt(at, pulses, 10)]);

export const drug = (name: DrugId, on: boolean): SessionEvent => ({ kind: "drug", drug: name, on });

/** The same thing several times, `gap` seconds apart. */
export const repeated = (times: number, gap: number, event: SessionEvent, from = 0): Step[] =>
  Array.from({ length: times }, (_, i) => ({ at: from + i * gap, event }));

/** The plan with drugs in the bath from a moment to another; beyond the plan's end they stay. */
export function during(plan: Plan, drugs: readonly DrugId[], from: number, to: number): Plan {
  const there = drugs.flatMap((name) => [
    { at: from, event: drug(name, true) },
    ...(to < plan.until ? [{ at: to, event: drug(name, false) }] : []),
  ]);
  return from < plan.until && from < to ? { ...plan, steps: [...there, ...plan.steps] } : plan;
}

/** Seconds after something happened at which to look closely, then less so: what is new there changes fast. */
const CLOSE_LOOKS = [10 * MINUTE, HOUR, DAY, 30 * DAY];

function lapses(seconds: number): SessionEvent[] {
  const whole = Math.round(seconds);
  const ends = [...CLOSE_LOOKS.filter((end) => end < whole), whole];
  return ends.flatMap((end, i) => {
    const part = end - (ends[i - 1] ?? 0);
    return part > 0 ? [{ kind: "lapse", seconds: part } as const] : [];
  });
}

/** How long an event takes, s: a stimulation runs to the end of its last tick. */
export function takes(event: SessionEvent): number {
  if (event.kind === "lapse") return event.seconds;
  if (event.kind !== "stimulate") return 0;
  const { pace } = event.stimulation;
  return (Math.ceil(durationOf(event.stimulation) / pace) * pace) / 1000;
}

/**
 * The plan as session events, with the lapses between its steps. Lapses are whole seconds: a step comes within half a second
 * of its time, or at once if the one before took longer.
 */
export function experimentOf({ inputs, steps, until }: Plan): TimedExperiment {
  const sorted = [...steps].sort((a, b) => a.at - b.at);
  const zero = Math.round(Math.max(BASELINE, -(sorted[0]?.at ?? 0)));
  const events: SessionEvent[] = [];
  const done: Step[] = [];
  let now = -zero;
  const waitFor = (at: number): void => {
    for (const event of lapses(at - now)) {
      events.push(event);
      now += takes(event);
    }
  };
  for (const step of sorted) {
    waitFor(step.at);
    events.push(step.event);
    done.push({ ...step, at: now });
    now += takes(step.event);
  }
  waitFor(until);
  return { inputs, events, zero, steps: done };
}
