import { classTapping } from "../../../shared/protocols/class-tapping.ts";
import { experiment, weight } from "./laboratory.ts";
import { lookUp, table } from "./reference.ts";
import { type Measure, near, nearShare, type Row } from "./row.ts";

const STUDENTS = 30;
const CLASS_CONTACTS = 84;
/** Classes whose mean is taken, each with taps of its own. */
const SEEDS = [1, 2, 3, 4, 5];

/** Mean weight of the students who tapped, 10 taps, over five classes. */
function meanWeight(slowMotion: number, humanHz: number, jitterMs: number, share = 1): number {
  let [sum, count] = [0, 0];
  for (const seed of jitterMs > 0 ? SEEDS : [0]) {
    const tapping = classTapping({ students: STUDENTS, share, taps: 10, humanHz, slowMotion, jitterMs, seed });
    const contacts = Array.from({ length: STUDENTS }, () => CLASS_CONTACTS / STUDENTS);
    const { cell } = experiment(contacts, tapping);
    for (let i = 0; i < tapping.trains.length; i++) {
      sum += weight(cell, i);
      count++;
    }
  }
  return sum / count;
}

/** The jitter at which half of a perfect class's potentiation is left, human ms. */
function halfMaximum(slowMotion: number, humanHz: number): number {
  const half = 1 + (meanWeight(slowMotion, humanHz, 0) - 1) / 2;
  let [more, less] = [0, 80 * slowMotion];
  while (less - more > 0.25 * slowMotion) {
    const middle = (more + less) / 2;
    if (meanWeight(slowMotion, humanHz, middle) > half) more = middle;
    else less = middle;
  }
  return (more + less) / 2;
}

function tolerance(): Measure[] {
  const modes = [
    [1, 2.5, 25],
    [2, 2.5, 62],
    [2.5, 2, 77],
    [4, 1.25, 123],
    [8, 0.625, 247],
  ] as const;
  return modes.map(([slowMotion, humanHz, required]) =>
    nearShare(`SD at S = ${slowMotion}, ms`, halfMaximum(slowMotion, humanHz), required, 0.15, 0),
  );
}

function participation(): Measure[] {
  const rows = table("class_synchrony");
  return [0.3, 0.5, 0.6, 1].flatMap((share) =>
    [0, 40].map((jitter) => {
      const where = { mode: "burst4", M_class: CLASS_CONTACTS, S: 4, sd_human_ms: jitter, fraction_tapping: share };
      const what = `${100 * share} % tap, SD ${jitter} ms`;
      return near(what, meanWeight(4, 1.25, jitter, share), lookUp(rows, where, "mean_w"), 0.05);
    }),
  );
}

export const classSynchrony: readonly Row[] = [
  {
    id: "D34",
    protocol: "30 students, 10 burst taps: jitter that halves the gain",
    literature: "none",
    measure: tolerance,
  },
  {
    id: "D35",
    protocol: "part of the class taps, S = 4",
    literature: "cooperativity",
    measure: participation,
  },
];
