import type { Conditions } from "../model/conditions.ts";
import { DRUGS } from "../model/drugs.ts";
import { MODULES } from "../model/modules.ts";
import { standardParameters } from "../model/parameters.ts";
import { type Outcome, runExperiment, type Sample } from "../protocols/experiment.ts";
import { during, experimentOf, HOUR, type Plan, type TimedExperiment } from "../protocols/laboratory/plan.ts";
import type { Figure, LabResult } from "./figure.ts";
import type { LabRequest } from "./request.ts";

/** An experiment that was made, and what came of it. */
export interface Run {
  readonly experiment: TimedExperiment;
  readonly outcome: Outcome;
}

/** What a protocol of the lab gives. */
export interface Findings {
  readonly figures: readonly Figure[];
  readonly summary: LabResult["summary"];
}

/** Part of a longer piece of work: its progress, 0 … 1, becomes that from `from` to `to`. */
export function* part<T>(work: Generator<number, T>, from: number, to: number): Generator<number, T> {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    yield from + (to - from) * value;
  }
}

/** Beginning of the first stimulation of which traces are kept, ms: five points of every six that a figure may have. */
const TRACE_MS = 500;

/** The bench at which plans are performed: region, drugs, mechanisms and seed of the request. */
export class Laboratory {
  readonly request: LabRequest;
  readonly #window: readonly [from: number, to: number] | undefined;

  /** @param settings all settings of the protocol; those of the drugs' window count here */
  constructor(request: LabRequest, settings: Readonly<Record<string, number>>) {
    this.request = request;
    const [from, to] = [settings["drug-from"], settings["drug-to"]];
    const always = from === undefined || to === undefined || (from <= FROM_THE_BEGINNING && to >= TO_THE_END);
    this.#window = always ? undefined : [from * HOUR, to * HOUR];
  }

  /** Conditions from the first second on: with drugs that come later, without them. */
  get conditions(): Conditions {
    const { pathway, drugs, modules } = this.request;
    return {
      pathway,
      drugs: this.#window ? [] : DRUGS.filter((drug) => drugs.includes(drug)),
      modules: MODULES.filter((module) => modules.includes(module)),
    };
  }

  /**
   * Performs a plan. As in the validation table, transmission during the stimulation follows the weight at once.
   * @param traces whether the first stimulation's traces are kept
   */
  *perform(plan: Plan, { traces = false, seed = this.request.seed } = {}): Generator<number, Run> {
    const whole = this.#window ? during(plan, this.request.drugs, ...this.#window) : plan;
    const experiment = experimentOf(whole);
    const { gammaShare = standardParameters.gammaShare } = this.request;
    const options = {
      ...{ conditions: this.conditions, seed, expressionLag: false, traceMs: traces ? TRACE_MS : 0 },
      parameters: { ...standardParameters, gammaShare },
    };
    return { experiment, outcome: yield* runExperiment(experiment, options) };
  }
}
/** Limits of the window in the catalogue, hours. */
const FROM_THE_BEGINNING = -1;
const TO_THE_END = 17_520;

/**
 * A number of an input `seconds` after the first stimulation, on the line between the samples before and after; at the
 * experiment's end for all that is later.
 */
export function valueAt(
  { experiment: { zero }, outcome: { samples } }: Run,
  seconds: number,
  read: (sample: Sample) => number,
): number {
  const at = zero + seconds;
  const next = samples.findIndex((sample) => sample.seconds >= at);
  const b = samples.at(next)!;
  const a = samples[next - 1] ?? b;
  if (next < 0 || b.seconds === a.seconds) return read(b);
  return read(a) + ((at - a.seconds) / (b.seconds - a.seconds)) * (read(b) - read(a));
}

/** Strength of an input at the end, percent of baseline. */
export const strengthAtEnd = ({ outcome }: Run, input = 0): number => 100 * outcome.samples.at(-1)!.strength[input]!;

/** Its strength some seconds after the first stimulation. */
export const strengthAt = (run: Run, seconds: number, input = 0): number =>
  100 * valueAt(run, seconds, ({ strength }) => strength[input]!);
