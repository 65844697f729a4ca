import { parametersUnder } from "../model/conditions.ts";
import { standardParameters } from "../model/parameters.ts";
import { discrimination, ONLY_A, ONLY_B, SHARED } from "../protocols/laboratory/conditioning.ts";
import { associativity, cooperation, frequency, spikePairs, tappingClass } from "../protocols/laboratory/pairs.ts";
import { crossing, drawCurve, extremes, range } from "./curve.ts";
import type { Figure, LabResult, Series } from "./figure.ts";
import { type Findings, part, type Run, strengthAtEnd } from "./laboratory.ts";
import type { Procedure } from "./procedure.ts";
import { graupnerBrunelPairs, graupnerBrunelPulses, isPlain, isPlainCa1, mishra } from "./published/literature.ts";
import { biPoo, dudekBear, levySteward } from "./published/signs.ts";

/** The protocols that repeat an experiment over a range of one quantity. */

export const stdpSweep: Procedure<"stdp"> = function* (lab, settings) {
  const { pathway } = lab.request;
  const values = range(-100, 100, 5);
  const plain = isPlain(lab.request);
  const figure = yield* drawCurve(lab, {
    ...{ x: "lag", values },
    arms: [{ plan: (dt) => spikePairs(dt, settings), read: { change: (run) => strengthAtEnd(run) } }],
    published: plain
      ? [...graupnerBrunelPairs(pathway, values, settings), ...(pathway === "ca3-recurrent" ? [mishra()] : [])]
      : [],
    reported: plain && pathway === "culture" ? biPoo : [],
  });
  return { figures: [figure], summary: extremes(figure, "change") };
};

export const frequencySweep: Procedure<"frequency"> = function* (lab, settings) {
  // Times are whole ms, so the rates are those that come near; a session's stimulation takes an hour at most.
  const values = [0.5, 1, 2, 3, 5, 7, 10, 12, 15, 20, 30, 50, 100];
  const { pathway } = lab.request;
  const figure = yield* drawCurve(lab, {
    ...{ x: "hertz", logX: true, values },
    arms: [{ plan: (hz) => frequency(hz, settings), read: { change: (run) => strengthAtEnd(run) } }],
    published: isPlain(lab.request) ? graupnerBrunelPulses(pathway, values, settings.pulses) : [],
    reported: isPlainCa1(lab.request) && settings.pulses === 900 ? dudekBear : [],
  });
  return { figures: [figure], summary: extremes(figure, "change") };
};

export const associativitySweep: Procedure<"associativity"> = function* (lab, settings) {
  const values = [-200, -150, -100, -75, -50, -40, -30, -20, -10, 0, 10, 20, 30, 40, 50, 75, 100, 150, 200];
  const figure = yield* drawCurve(lab, {
    ...{ x: "lag", values },
    arms: [
      {
        plan: (lag) => associativity(lag, settings),
        read: { weak: (run) => strengthAtEnd(run, 0), strong: (run) => strengthAtEnd(run, 1) },
      },
    ],
    reported: isPlain(lab.request) ? levySteward : [],
  });
  return { figures: [figure], summary: extremes(figure, "weak") };
};

const CONTACTS = [4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 56, 64, 72, 96, 120, 160, 200, 240];

export const cooperativitySweep: Procedure<"cooperativity"> = function* (lab, settings) {
  const arm = (by: "tetanus" | "theta-burst") => ({
    plan: (contacts: number) => cooperation(contacts, by, settings),
    read: { [by]: (run: Run) => strengthAtEnd(run) },
  });
  const figure = yield* drawCurve(lab, { x: "contacts", values: CONTACTS, arms: [arm("tetanus"), arm("theta-burst")] });
  const fewest = crossing(figure.series.find(({ id }) => id === "theta-burst")!, 105);
  return {
    figures: [figure],
    summary: [
      ...(fewest === undefined ? [] : [{ id: "fewest-contacts", value: fewest, unit: "contacts" as const }]),
      ...extremes(figure, "tetanus"),
    ],
  };
};

/** Jitter that a curve has points at, ms on the wall clock, at a slow motion of 2.5. */
const JITTERS = [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 120, 140, 160, 200];
const STANDARD_SLOW_MOTION = 2.5;

export const synchronySweep: Procedure<"synchrony"> = function* (lab, settings) {
  const values = JITTERS.map((ms) => (ms * settings["slow-motion"]) / STANDARD_SLOW_MOTION);
  const classes = Array.from({ length: settings.classes }, (_, i) => lab.request.seed + i);
  const [x, y]: [number[], number[]] = [[], []];
  const means: number[] = [];
  const count = values.length * classes.length;
  for (const jitter of values) {
    let sum = 0;
    for (const seed of classes) {
      const plan = tappingClass(jitter, { ...settings, seed });
      const run = yield* part(lab.perform(plan, { seed }), y.length / count, (y.length + 1) / count);
      const students = plan.inputs.map((_, student) => strengthAtEnd(run, student));
      const mean = students.reduce((total, each) => total + each, 0) / students.length;
      x.push(jitter);
      y.push(mean);
      sum += mean;
    }
    means.push(sum / classes.length);
  }
  const mean: Series = { id: "mean", kind: "line", x: values, y: means };
  const half = crossing(mean, (100 + means[0]!) / 2);
  const figure: Figure = {
    ...{ id: "curve", x: "jitter", y: "percent-of-baseline", baseline: 100 },
    series: [mean, { id: "classes", kind: "points", x, y }],
  };
  return {
    figures: [figure],
    summary: [
      { id: "highest", value: Math.max(...means), unit: "percent-of-baseline" },
      ...(half === undefined ? [] : [{ id: "half-at", value: half, unit: "jitter" as const }]),
    ],
  };
};

/**
 * How well one look at the EPSP tells A from B: the difference of their means over their SD, which is that of release from
 * contact to contact (a contact that releases with chance U and then counts W/U has the variance W²·(1 - U)/U).
 */
function discriminability(run: Run, use: number): number {
  const { inputs } = run.experiment;
  const { strength } = run.outcome.samples.at(-1)!;
  const sum = (seats: readonly number[], of: (weight: number) => number): number =>
    seats.reduce((total, seat) => total + inputs[seat]!.contacts * of(strength[seat]!), 0);
  const [a, b] = [
    [SHARED, ONLY_A],
    [SHARED, ONLY_B],
  ] as const;
  const noise = (seats: readonly number[]) => sum(seats, (weight) => (weight * weight * (1 - use)) / use);
  const drive = (seats: readonly number[]) => sum(seats, (weight) => weight);
  return (drive(a) - drive(b)) / Math.sqrt((noise(a) + noise(b)) / 2);
}

export const discriminationSweep: Procedure<"discrimination"> = function* (lab, settings): Generator<number, Findings> {
  const values = range(0, 1, 0.1);
  const { U } = parametersUnder(standardParameters, lab.conditions);
  const [withFood, withoutFood, d]: [number[], number[], number[]] = [[], [], []];
  for (const [i, overlap] of values.entries()) {
    const plan = discrimination(overlap, settings);
    const run = yield* part(lab.perform(plan), i / values.length, (i + 1) / values.length);
    withFood.push(run.outcome.spikes.at(-2)!);
    withoutFood.push(run.outcome.spikes.at(-1)!);
    d.push(discriminability(run, U));
  }
  const line = (id: string, y: readonly number[]): Series => ({ id, kind: "line", x: values, y });
  const confused = withoutFood.findIndex((spikes) => spikes > 0);
  const told = confused < 0 ? values.length - 1 : confused - 1;
  const summary: LabResult["summary"] =
    told >= 0 && withFood[0]! > 0 ? [{ id: "most-overlap", value: values[told]!, unit: "overlap" }] : [];
  return {
    figures: [
      {
        ...{ id: "responses", x: "overlap", y: "spikes", baseline: 0 },
        series: [line("with-food", withFood), line("without-food", withoutFood)],
      },
      { id: "telling-apart", x: "overlap", y: "discriminability", baseline: 0, series: [line("discriminability", d)] },
    ],
    summary,
  };
};
