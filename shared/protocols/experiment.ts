import type { Conditions } from "../model/conditions.ts";
import type { SessionEvent } from "../session/events.ts";

/** One input of a laboratory protocol; its place in the list is its seat in the session. */
export interface ExperimentInput {
  /** Key of its name: "strong", "weak", "control", "cs", "us" … */
  readonly id: string;
  readonly contacts: number;
}

/**
 * A laboratory protocol as data: who is on the cell, and what is done to them, one session event after another. The next
 * one is given when the one before is over (a stimulation has been delivered, a lapse has passed).
 */
export interface Experiment {
  readonly inputs: readonly ExperimentInput[];
  readonly events: readonly SessionEvent[];
}

export interface ExperimentOptions {
  readonly conditions: Conditions;
  readonly seed: number;
  /** Whether transmission follows the receptors with their lags, as in class; the validation table is without. */
  readonly expressionLag?: boolean;
  /** Length of the voltage and calcium trace kept from the first stimulation, ms; 0: none. */
  readonly traceMs?: number;
}

/** The slow state at an instant; by input where it is an array. */
export interface Sample {
  /** Biological seconds since the experiment began. */
  readonly seconds: number;
  /** Weight 1 + E + z, early change E, late change z, relative to rest. */
  readonly weight: readonly number[];
  readonly early: readonly number[];
  readonly late: readonly number[];
  /** Conductance relative to rest, AMPA receptors, and the strength that transmission has of both. */
  readonly gamma: readonly number[];
  readonly receptors: readonly number[];
  readonly strength: readonly number[];
  /** Tag: 1 set for potentiation, -1 for depression, 0 none. */
  readonly tag: readonly number[];
  /** Episode counter K, programme L and proteins P of the cell. */
  readonly kinase: number;
  readonly programme: number;
  readonly proteins: number;
}

/** The fast state in the first stimulation, a value a millisecond. */
export interface Traces {
  readonly soma: Float64Array;
  readonly dendrite: Float64Array;
  /** By input. */
  readonly calcium: readonly Float64Array[];
}

export interface Outcome {
  readonly samples: readonly Sample[];
  /** Spikes of the cell in each stimulation, in order. */
  readonly spikes: readonly number[];
  readonly traces?: Traces;
}

/** Points at which a lapse is looked at, and least time between two of them, s. */
const LAPSE_POINTS = 60;
const LEAST_APART = 10;
/** Seconds between looks during a stimulation. */
const STIMULATION_EVERY = 5;

/**
 * Performs an experiment in a session of its own.
 * @returns what happened; on the way it yields the share that is done, 0 … 1
 * @throws RangeError for conditions or settings that cannot be; it names what is allowed
 */
export function* runExperiment(experiment: Experiment, options: ExperimentOptions): Generator<number, Outcome> {
  const session = prepare(experiment, options);
  const watch = new Watch(session, experiment.inputs.length, options.traceMs ?? 0);
  watch.sample();
  const { events } = experiment;
  for (const [i, event] of events.entries()) {
    session.apply(event);
    // What has no duration shows at the next look.
    let moved = 0;
    while (session.running) {
      watch.step();
      if (++moved % YIELD_EVERY === 0) yield (i + progress(session)) / events.length;
    }
    if (moved > 0) watch.settle(event);
    yield (i + 1) / events.length;
  }
  return watch.outcome();
}
