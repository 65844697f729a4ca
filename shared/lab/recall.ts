import { parametersUnder } from "../model/conditions.ts";
import { standardParameters } from "../model/parameters.ts";
import { stream } from "../model/random.ts";
import { createClassCells, storePattern, weightsOf } from "../protocols/associative-memory.ts";
import { hopfieldCapacity } from "../protocols/hopfield.ts";
import { capacity, clipped, drawPatterns, tryOne } from "../protocols/willshaw.ts";
import { range } from "./curve.ts";
import type { Figure, Series } from "./figure.ts";
import { part } from "./laboratory.ts";
import type { Procedure } from "./procedure.ts";

/** Classes of real cells, each with patterns of its own, and cues tried in each after every pattern. */
const CLASSES = 3;
const CUES = 40;
/** Share of the work that the real cells are; the two binary networks are fast. */
const CELLS_SHARE = 0.8;
/** A pattern counts as recalled when so much of what is missing comes back. */
const RECALLED = 0.9;

interface Memory {
  readonly students: number;
  readonly active: number;
  readonly cue: number;
  readonly patterns: number;
}

/** Share of the missing students that a class of real cells finds again, after each further pattern; mean of the classes. */
function* recallByCells(
  { students, active, cue, patterns }: Memory,
  conditions: Parameters<typeof parametersUnder>[1],
  seed: number,
): Generator<number, number[]> {
  const parameters = parametersUnder(standardParameters, conditions);
  const sums = Array.from({ length: patterns }, () => 0);
  for (let each = 0; each < CLASSES; each++) {
    const stored = drawPatterns(patterns, students, active, stream(seed, each));
    const cells = createClassCells(students, active, { parameters });
    for (const [i, pattern] of stored.entries()) {
      storePattern(cells, pattern);
      const weights = clipped(weightsOf(cells));
      const cues = stream(seed, CLASSES * (i + 1) + each);
      for (let trial = 0; trial < CUES; trial++) sums[i]! += tryOne(weights, stored.slice(0, i + 1), cue, cues);
      yield (each * patterns + i + 1) / (CLASSES * patterns);
    }
  }
  return sums.map((sum) => sum / (CLASSES * CUES));
}

export const recallSweep: Procedure<"recall"> = function* (lab, settings) {
  const { students: n, active, cue, patterns, trials } = settings;
  const { seed } = lab.request;
  const values = range(1, patterns, 1);
  const cells = yield* part(recallByCells(settings, lab.conditions, seed), 0, CELLS_SHARE);
  const [binary, perfect, hopfield]: [number[], number[], number[]] = [[], [], []];
  for (const stored of values) {
    const found = capacity({ n, active, cue, patterns: stored, trials, seed });
    binary.push(found.meanScore);
    perfect.push(found.perfect);
    hopfield.push(hopfieldCapacity({ n, patterns: stored, trials: Math.ceil(trials / 5), seed }).perfect);
    yield CELLS_SHARE + ((1 - CELLS_SHARE) * stored) / patterns;
  }
  const line = (id: string, y: readonly number[]): Series => ({ id, kind: "line", x: values, y });
  // Who guesses finds so many of the missing among all who are not in the cue.
  const guessed = (active - cue) / (n - cue);
  const figure: Figure = {
    ...{ id: "recall", x: "patterns", y: "share" },
    series: [
      line("cells", cells),
      line("binary", binary),
      line("binary-perfect", perfect),
      line("hopfield-perfect", hopfield),
      line(
        "chance",
        values.map(() => guessed),
      ),
    ],
  };
  const lost = cells.findIndex((share) => share < RECALLED);
  return {
    figures: [figure],
    summary: [{ id: "patterns-recalled", value: lost < 0 ? patterns : lost, unit: "patterns" }],
  };
};
