import { type Conditions, STANDARD_CONDITIONS } from "../../../shared/model/conditions.ts";
import type { DrugId } from "../../../shared/model/drugs.ts";
import { type Outcome, performExperiment } from "../../../shared/protocols/experiment.ts";
import type { SessionEvent } from "../../../shared/session/events.ts";
import type { SeatTrain, Stimulation, Train } from "../../../shared/session/stimulation.ts";

/** The steps of a laboratory's day as session events. Times of stimulations count: a lapse fills up to the next one. */

export const MINUTE = 60;
export const HOUR = 3600;

/** Real time: a tick is 40 ms. Whole protocols run faster, with the same steps of the model. */
const PACE = 200;

export const stimulate = (trains: readonly SeatTrain[], more: Partial<Stimulation> = {}): SessionEvent => ({
  kind: "stimulate",
  stimulation: { trains, pace: PACE, ...more },
});

/** Single pulses at a steady rate of which the period is whole ms. */
export const pulsesAt = (at: number, count: number, apart: number, start = 0): SeatTrain => ({
  ...{ at, start, bursts: 1, every: 1, pulses: count, apart },
});

export const tetanusAt = (at: number, pulses = 100): SessionEvent => stimulate([pulsesAt(at, pulses, 10)]);

export const burstsAt = (at: number, bursts: number, every = 200, start = 0): SeatTrain => ({
  ...{ at, start, bursts, every, pulses: 4, apart: 10 },
});

export const train = (start: number, bursts: number, every: number, pulses = 1, apart = 1): Train => ({
  ...{ start, bursts, every, pulses, apart },
});

export const lapse = (seconds: number): SessionEvent => ({ kind: "lapse", seconds: Math.round(seconds) });
export const drug = (name: DrugId, on: boolean): SessionEvent => ({ kind: "drug", drug: name, on });

/** The same stimulation several times, `gap` seconds from beginning to beginning; `takes` is how long one lasts, s. */
export const repeated = (times: number, gap: number, event: SessionEvent, takes = 1.5): SessionEvent[] =>
  Array.from({ length: times }, (_, i) => (i === 0 ? [event] : [lapse(gap - takes), event])).flat();

export const under = (change: Partial<Conditions>): Conditions => ({ ...STANDARD_CONDITIONS, ...change });

/** Performs events on inputs of so many contacts; transmission follows the weight at once, as in all of the table. */
export const performed = (
  contacts: readonly number[],
  events: readonly SessionEvent[],
  conditions: Partial<Conditions> = {},
) =>
  performExperiment(
    { inputs: contacts.map((m, i) => ({ id: String(i), contacts: m })), events },
    { conditions: under(conditions), seed: 1, expressionLag: false },
  );

/** Weight of an input so many hours into an experiment, between two samples on the line that joins them. */
export function weightAt({ samples }: Outcome, hours: number, input = 0): number {
  const seconds = hours * HOUR;
  const after = samples.findIndex((sample) => sample.seconds >= seconds);
  const [a, b] = [samples[Math.max(0, after - 1)], samples[after]];
  if (!a || !b) throw new RangeError(`the experiment is over after ${samples.at(-1)?.seconds} s`);
  const share = b.seconds > a.seconds ? (seconds - a.seconds) / (b.seconds - a.seconds) : 1;
  return a.weight[input]! + share * (b.weight[input]! - a.weight[input]!);
}

/** Weight of an input at the end. */
export const weightAtEnd = ({ samples }: Outcome, input = 0): number => samples.at(-1)!.weight[input]!;
