import { type Cell, csv } from "../csv.ts";
import { classGain } from "../lesson/quick-check/score.ts";
import { TICK_MS } from "../session/events.ts";
import { observe } from "../session/observe.ts";
import { type PhaseReport, phasesOf, withOwnLapses } from "./phases.ts";
import type { Recording } from "./recording.ts";
import { atOnce, partOf, type Walk } from "./walk.ts";

/** One of two classes that are compared, as a whole. */
export interface ClassSummary {
  /** When it began, ISO 8601. */
  readonly startedAt: string;
  readonly seats: number;
  readonly taps: number;
  /** Mean strength of each half at its end, percent of baseline. */
  readonly a: number;
  readonly b: number;
  /** Normalised gain over the quick check's pairs of questions (Hake 1998); undefined where too few answered. */
  readonly learnt: number | undefined;
  /** Where its file was cut or damaged: how much of it is known, session ms. */
  readonly cutAt: number | undefined;
  /** Where its states begin to differ from those that were recorded, session ms. */
  readonly differsAt: number | undefined;
}

/** A phase (a round counts with its lapse) of the one class beside the same phase of the other; one that only one of them has stands alone. */
export type Aligned = readonly [PhaseReport | undefined, PhaseReport | undefined];

export interface Comparison {
  readonly classes: readonly [ClassSummary, ClassSummary];
  readonly rows: readonly Aligned[];
}

/** Most phases of a class that are compared: a lesson has some twenty. */
const MOST_PHASES = 500;

/** Two classes side by side. @throws what a recording's simulation throws */
export function* comparing(first: Recording, second: Recording): Walk<Comparison> {
  const one = yield* partOf(summed(first), 0, 2);
  const other = yield* partOf(summed(second), 1, 2);
  return { classes: [one.summary, other.summary], rows: aligned(one.phases, other.phases) };
}

/** The same at once. */
export const compare = (first: Recording, second: Recording): Comparison => atOnce(comparing(first, second));

function* summed(recording: Recording): Walk<{ summary: ClassSummary; phases: readonly PhaseReport[] }> {
  const { phases, session, differsAt } = yield* phasesOf(recording);
  const { seats, learnt } = observe(session);
  const summary = {
    startedAt: recording.header.startedAt,
    seats: seats.length,
    taps: recording.events.filter(({ event }) => event.kind === "tap").length,
    a: Math.round(session.meanStrength("A")),
    b: Math.round(session.meanStrength("B")),
    learnt: classGain(learnt),
    cutAt: recording.damage === undefined ? undefined : recording.ticks * TICK_MS,
    differsAt: differsAt === undefined ? undefined : differsAt * TICK_MS,
  };
  return { summary, phases: withOwnLapses(phases).slice(0, MOST_PHASES) };
}

/** By what phases are the same: a round its kind, a lapse how long it is. */
const keyOf = ({ kind, id, minutes }: PhaseReport): string => `${kind} ${id ?? ""} ${Math.round(minutes)}`;

/** As many phases as can stand beside each other, in both classes' order (their longest common subsequence). */
export function aligned(one: readonly PhaseReport[], other: readonly PhaseReport[]): Aligned[] {
  const same = (i: number, j: number): boolean => keyOf(one[i]!) === keyOf(other[j]!);
  // How many can be paired from the i-th of the one and the j-th of the other on.
  const most = Array.from({ length: one.length + 1 }, () => new Uint16Array(other.length + 1));
  for (let i = one.length - 1; i >= 0; i--) {
    for (let j = other.length - 1; j >= 0; j--) {
      most[i]![j] = same(i, j) ? most[i + 1]![j + 1]! + 1 : Math.max(most[i + 1]![j]!, most[i]![j + 1]!);
    }
  }
  const rows: Aligned[] = [];
  let [i, j] = [0, 0];
  while (i < one.length || j < other.length) {
    if (i < one.length && j < other.length && same(i, j)) rows.push([one[i++], other[j++]]);
    else if (j >= other.length || (i < one.length && most[i + 1]![j]! >= most[i]![j + 1]!))
      rows.push([one[i++], undefined]);
    else rows.push([undefined, other[j++]]);
  }
  return rows;
}

/** The phases of both as a table for spreadsheets (UTF-8 with a byte-order mark). */
export function comparisonCsv({ rows }: Comparison): string {
  const figures = ["strength_a_percent", "strength_b_percent", "gain_points", "synchrony_percent", "spikes"];
  const head: Cell[] = ["phase", "round", "minutes", ...[1, 2].flatMap((n) => figures.map((name) => `${name}_${n}`))];
  const lines = rows.map((row): Cell[] => {
    const { kind, id, minutes } = (row[0] ?? row[1])!;
    return [kind, id ?? "", kind === "lapse" ? minutes : "", ...row.flatMap(fields)];
  });
  return `\ufeff${csv([head, ...lines])}`;
}

function fields(phase: PhaseReport | undefined): Cell[] {
  if (!phase) return ["", "", "", "", ""];
  const { a, b, gain, synchrony, spikes, kind } = phase;
  return [a, b, gain, synchrony < 0 ? "" : synchrony, kind === "round" ? spikes : ""];
}
