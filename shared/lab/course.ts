import { parametersUnder } from "../model/conditions.ts";
import { standardParameters } from "../model/parameters.ts";
import type { Sample, Traces } from "../protocols/experiment.ts";
import { DAY, HOUR, MINUTE, type Step } from "../protocols/laboratory/plan.ts";
import type { AxisId, Figure, LabResult, Series } from "./figure.ts";
import type { MarkId, SummaryId } from "./ids.ts";
import { type Laboratory, type Run, strengthAt, strengthAtEnd } from "./laboratory.ts";
import type { Overlay } from "./published/overlay.ts";

/** The figures of an experiment that follows synapses through time. */

/** Most points of a series: more than a screen's width has no use. */
const MOST_POINTS = 600;

export interface CourseOptions {
  readonly lab: Laboratory;
  /** The input that the protocol is about. */
  readonly subject: number;
  /** When its own stimulation begins, seconds after the experiment's first: times in the summary count from there. */
  readonly from?: number;
  readonly overlay?: Overlay | undefined;
  /** Of the first training, if there was any. */
  readonly traces?: Traces | undefined;
}

/** Length of a unit of time, s. */
const UNITS = { minutes: MINUTE, hours: HOUR, days: DAY } as const;
type TimeUnit = keyof typeof UNITS;

/** The unit in which a time axis up to so many seconds is best read. */
const unitFor = (seconds: number): TimeUnit =>
  seconds <= 3 * HOUR ? "minutes" : seconds <= 3 * DAY ? "hours" : "days";

export function courseFigures(run: Run, options: CourseOptions): Figure[] {
  return [
    strength(run, options),
    ...responses(run),
    expression(run, options),
    consolidation(run, options),
    ...traces(run, options),
  ];
}

/** When the last look was taken, s; whole seconds of lapses may end it a moment before what was planned. */
const endOf = ({ experiment, outcome }: Run): number =>
  Math.ceil(outcome.samples.at(-1)!.seconds - experiment.zero + 0.5);

/** Samples of a run, thinned, over a time axis that has its 0 at the first stimulation. */
function timed({ experiment: { zero }, outcome: { samples } }: Run) {
  const unit = unitFor(samples.at(-1)!.seconds - zero);
  const step = Math.ceil(samples.length / MOST_POINTS);
  const shown = samples.filter((_, i) => i % step === 0 || i === samples.length - 1);
  const x = shown.map(({ seconds }) => (seconds - zero) / UNITS[unit]);
  const line = (id: string, read: (sample: Sample) => number, more: Partial<Series> = {}): Series => ({
    ...{ id, kind: "line", x, y: shown.map(read) },
    ...more,
  });
  return { unit, line, scale: UNITS[unit] };
}

function markOf({ event, test }: Step): MarkId | undefined {
  if (test) return "test";
  if (event.kind === "drug") return event.on ? "drug-begins" : "drug-ends";
  if (event.kind === "modulate") return event.modulator;
  return event.kind === "stimulate" ? "stimulation" : undefined;
}

function marks({ experiment }: Run, scale: number): { readonly x: number; readonly id: string }[] {
  return experiment.steps.flatMap((step) => {
    const id = markOf(step);
    return id === undefined ? [] : [{ x: step.at / scale, id }];
  });
}

function strength(run: Run, { overlay }: CourseOptions): Figure {
  const { unit, line, scale } = timed(run);
  const inputs = run.experiment.inputs.map(({ id }, i) => line(id, (sample) => 100 * sample.strength[i]!));
  const end = endOf(run);
  const published = (overlay?.series ?? []).map(({ id, seconds, percent }): Series => {
    const within = seconds.flatMap((s, i) => (s <= end ? [[s / scale, percent[i]!] as const] : []));
    return { id, kind: "points", published: true, x: within.map(([x]) => x), y: within.map(([, y]) => y) };
  });
  const reported = (overlay?.reported ?? []).flatMap((each) => (each.x <= end ? [{ ...each, x: each.x / scale }] : []));
  return {
    ...{ id: "strength", x: unit, y: "percent-of-baseline", baseline: 100, marks: marks(run, scale) },
    series: [...inputs, ...published.filter(({ x }) => x.length > 0)],
    ...(reported.length > 0 ? { reported } : {}),
  };
}

/** Spikes of the cell to each test, if there were tests. */
function responses(run: Run): Figure[] {
  const { steps, inputs } = run.experiment;
  const stimulations = steps.filter(({ event }) => event.kind === "stimulate");
  const tests = stimulations.flatMap(({ at, test, event }, i) => {
    if (!test || event.kind !== "stimulate") return [];
    return [{ at, spikes: run.outcome.spikes[i]!, input: Number(event.stimulation.trains[0]!.at) }];
  });
  if (tests.length === 0) return [];
  const { unit, scale } = timed(run);
  const tested = [...new Set(tests.map(({ input }) => input))];
  const series = tested.map((input): Series => {
    const own = tests.filter((test) => test.input === input);
    return {
      id: inputs[input]!.id,
      kind: "points",
      x: own.map(({ at }) => at / scale),
      y: own.map(({ spikes }) => spikes),
    };
  });
  return [{ id: "responses", x: unit, y: "spikes", baseline: 0, series, marks: marks(run, scale) }];
}

function expression(run: Run, { subject }: CourseOptions): Figure {
  const { unit, line, scale } = timed(run);
  return {
    ...{ id: "expression", x: unit, y: "relative", right: "receptors", baseline: 1, marks: marks(run, scale) },
    series: [
      line("gamma", ({ gamma }) => gamma[subject]!),
      line("receptors", ({ receptors }) => receptors[subject]!, { right: true }),
    ],
  };
}

/** Which inputs are stimulated at all: their tags are worth a line. */
function stimulated({ experiment: { steps, inputs } }: Run): number[] {
  const trains = steps.flatMap(({ event, test }) =>
    event.kind === "stimulate" && !test ? event.stimulation.trains : [],
  );
  return inputs.flatMap((_, i) => (trains.some(({ at }) => at === i) ? [i] : []));
}

function consolidation(run: Run, { subject }: CourseOptions): Figure {
  const { unit, line, scale } = timed(run);
  const tagged = stimulated(run);
  const settles = run.outcome.samples.some(({ settled }) => settled[subject]! > 0);
  return {
    ...{ id: "consolidation", x: unit, y: "level", baseline: 0, marks: marks(run, scale) },
    series: [
      line("early", ({ early }) => early[subject]!),
      line("late", ({ late }) => late[subject]!),
      ...(settles ? [line("settled", ({ settled }) => settled[subject]!)] : []),
      ...(tagged.length > 1
        ? tagged.map((i) => line(`tag-${run.experiment.inputs[i]!.id}`, ({ tag }) => tag[i]!))
        : [line("tag", ({ tag }) => tag[subject]!)]),
      line("kinase", ({ kinase }) => kinase),
      line("programme", ({ programme }) => programme),
      line("proteins", ({ proteins }) => proteins),
    ],
  };
}

/** Potentials and calcium in the first stimulation. */
function traces({ experiment }: Run, { lab, traces: kept }: CourseOptions): Figure[] {
  if (!kept) return [];
  const x = Array.from(kept.soma, (_, ms) => ms);
  const line = (id: string, y: ArrayLike<number>): Series => ({ id, kind: "line", x, y: Array.from(y) });
  const { thD, thP } = parametersUnder(standardParameters, lab.conditions);
  const level = (id: string, y: number): Series => ({ id, kind: "line", x: [0, x.length - 1], y: [y, y] });
  return [
    {
      ...{ id: "voltage", x: "milliseconds", y: "millivolts" },
      series: [line("soma", kept.soma), line("dendrite", kept.dendrite)],
    },
    {
      ...{ id: "calcium", x: "milliseconds", y: "calcium", baseline: 0 },
      series: [
        ...experiment.inputs.map(({ id }, i) => line(id, kept.calcium[i]!)),
        level("depression-threshold", thD),
        level("potentiation-threshold", thP),
      ],
    },
  ];
}

const LOOKS: readonly (readonly [id: SummaryId, seconds: number])[] = [
  ["after-15-min", 15 * MINUTE],
  ["after-1-h", HOUR],
  ["after-3-h", 3 * HOUR],
  ["after-8-h", 8 * HOUR],
  ["after-24-h", DAY],
  ["after-7-d", 7 * DAY],
  ["after-30-d", 30 * DAY],
  ["after-180-d", 180 * DAY],
  ["after-365-d", 365 * DAY],
];

/** Strength of the subject at the usual times, and how often the cell fired in the first stimulation. */
export function courseSummary(run: Run, { subject, from = 0 }: CourseOptions): LabResult["summary"] {
  const { experiment, outcome } = run;
  const end = endOf(run);
  const percent: AxisId = "percent-of-baseline";
  const looks = LOOKS.filter(([, seconds]) => from + seconds <= end);
  const firstTrained = experiment.steps
    .filter(({ event }) => event.kind === "stimulate")
    .findIndex(({ test }) => !test);
  return [
    ...looks.map(([id, seconds]) => ({ id, value: strengthAt(run, from + seconds, subject), unit: percent })),
    { id: "at-the-end", value: strengthAtEnd(run, subject), unit: percent },
    ...(firstTrained < 0
      ? []
      : [{ id: "spikes-in-stimulation", value: outcome.spikes[firstTrained]!, unit: "spikes" as const }]),
  ];
}
