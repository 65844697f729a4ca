import { createTrace } from "../model/advance.ts";
import { biologicalTime, type Cell, createCell, restoreCell, SCALAR, saveCell } from "../model/cell.ts";
import type { Conditions } from "../model/conditions.ts";
import { tagOf } from "../model/consolidation.ts";
import { weightOf } from "../model/expression.ts";
import { earlyChange } from "../model/induction.ts";
import { MODEL_VERSION, type Parameters, standardParameters } from "../model/parameters.ts";
import { efficacy, restedUse } from "../model/release.ts";
import type { SessionEvent } from "../session/events.ts";
import { FORMAT, MAGIC, type SessionHeader } from "../session/header.ts";
import { Session } from "../session/session.ts";
import { durationOf, type Stimulation, stimulatePiece } from "../session/stimulation.ts";

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
  /** Constants before the conditions change them; the model's own unless given. */
  readonly parameters?: Parameters;
  /** Length of the voltage and calcium trace kept from the first stimulation's first pulse on, ms; 0: none. */
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
  /** The part of z that has settled for months. */
  readonly settled: readonly number[];
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

/** Ticks between looks: a lapse has 200, a stimulation as many as its pace makes. */
const LOOK_EVERY = 4;
/** Ticks between reports of progress. */
const REPORT_EVERY = 64;

/**
 * Performs an experiment in a session of its own.
 * @returns what happened; on the way it yields the share that is done, 0 … 1
 * @throws RangeError for conditions or settings that cannot be; it names what is allowed
 */
export function* runExperiment(experiment: Experiment, options: ExperimentOptions): Generator<number, Outcome> {
  const session = prepare(experiment, options);
  const { cell } = session;
  const inputs = experiment.inputs.map((_, input) => input);
  const samples: Sample[] = [];
  const spikes: number[] = [];
  let traces: Traces | undefined;
  const look = (): void => {
    if (samples.at(-1)?.seconds !== biologicalTime(cell) / 1000) samples.push(sampleOf(cell, inputs));
  };
  look();
  for (const [i, event] of experiment.events.entries()) {
    if (event.kind === "stimulate" && options.traceMs && !traces) {
      traces = traceAhead(session, event.stimulation, inputs, options.traceMs);
    }
    session.apply(event);
    const { turn } = session.state;
    for (let tick = 1; session.running && session.state.turn === turn; tick++) {
      session.step();
      if (tick % LOOK_EVERY === 0) look();
      if (tick % REPORT_EVERY === 0) yield (i + session.progress) / experiment.events.length;
    }
    if (event.kind === "stimulate") spikes.push(session.state.cellSpikes);
    if (event.kind === "stimulate" || event.kind === "lapse") look();
    yield (i + 1) / experiment.events.length;
  }
  return traces ? { samples, spikes, traces } : { samples, spikes };
}

/** Performs it at one go, for those whom nobody waits for. */
export function performExperiment(experiment: Experiment, options: ExperimentOptions): Outcome {
  const run = runExperiment(experiment, options);
  for (;;) {
    const { done, value } = run.next();
    if (done) return value;
  }
}

/** A session with the experiment's inputs on their seats, under its conditions. */
function prepare({ inputs }: Experiment, options: ExperimentOptions): Session {
  const { conditions, seed, expressionLag = true, parameters = standardParameters } = options;
  const header: SessionHeader = {
    magic: MAGIC,
    format: FORMAT,
    model: MODEL_VERSION,
    classId: "laboratory",
    startedAt: "1973-07-01T00:00:00.000Z",
    seed,
    parameters,
    script: [],
  };
  const session = new Session(header, { seats: inputs.length, expressionLag });
  const { pathway, modules, drugs } = conditions;
  const given: SessionEvent[] = [
    { kind: "pathway", pathway },
    ...modules.map((module) => ({ kind: "module", module, on: true }) as const),
    ...drugs.map((drug) => ({ kind: "drug", drug, on: true }) as const),
    ...inputs.map((_, seat) => ({ kind: "join", seat, name: 0, bot: true }) as const),
    ...inputs.map(({ contacts }, seat) => ({ kind: "contacts", seat, contacts }) as const),
  ];
  for (const event of given) session.apply(event);
  return session;
}

function sampleOf(cell: Cell, inputs: readonly number[]): Sample {
  const { scalars, parameters: p, rho, late } = cell;
  return {
    seconds: biologicalTime(cell) / 1000,
    // The EPSP's doing beyond the receptors (release, scaling) belongs to the weight that an electrode would measure.
    weight: inputs.map((i) => (weightOf(cell, i) * scalars[SCALAR.scale]! * restedUse(cell, i)) / p.U),
    early: inputs.map((i) => earlyChange(p, rho[i]!)),
    late: inputs.map((i) => late[i]!),
    settled: inputs.map((i) => cell.settled[i]!),
    gamma: inputs.map((i) => cell.gamma[i]!),
    receptors: inputs.map((i) => cell.receptors[i]!),
    strength: inputs.map((i) => efficacy(cell, i)),
    tag: inputs.map((i) => tagOf(cell, i)),
    kinase: scalars[SCALAR.kinase]!,
    programme: scalars[SCALAR.programme]!,
    proteins: scalars[SCALAR.proteins]!,
  };
}

/** Runs a stimulation on a copy of the cell, a millisecond at a time, for so long after its first pulse. */
function traceAhead(session: Session, stimulation: Stimulation, inputs: readonly number[], ms: number): Traces {
  const { cell } = session;
  const { capacity, seed, expressionLag, parameters } = cell;
  const copy = createCell(parameters, capacity, { seed, expressionLag });
  restoreCell(copy, saveCell(cell));
  const trace = createTrace(copy, 1);
  const first = Math.min(...[...stimulation.trains, ...(stimulation.forced ?? [])].map(({ start }) => start));
  const length = Math.min(ms, durationOf(stimulation) - first);
  const soma = new Float64Array(length);
  const dendrite = new Float64Array(length);
  const calcium = inputs.map(() => new Float64Array(length));
  for (let at = -first; at < length; at++) {
    stimulatePiece(copy, stimulation, inputs, first + at, first + at + 1, trace);
    if (at < 0) continue;
    soma[at] = trace.soma[0]!;
    dendrite[at] = trace.dendrite[0]!;
    for (const i of inputs) calcium[i]![at] = copy.calcium[i]!;
  }
  return { soma, dendrite, calcium };
}
