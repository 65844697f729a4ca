import { type Cell, createCell, setContacts } from "../model/cell.ts";
import { earlyChange } from "../model/induction.ts";
import { type Parameters, standardParameters } from "../model/parameters.ts";
import { lapse } from "../model/slow.ts";
import { perform, protocol, type Train } from "./protocol.ts";
import { thetaBurst } from "./trains.ts";
import { checkPattern, checkWhole, type Pattern, type Weights } from "./willshaw.ts";

/**
 * A class as an associative memory of real cells: cell k stands for student k and hears all the others. To teach a
 * pattern its students burst together, and a detonator (the cell's US, as a mossy fibre is to a CA3 cell) makes the cells
 * of the pattern's own students fire. There the pattern's synapses potentiate. On every other cell the same bursts stay
 * below threshold, and nothing is learnt: Hebb's rule, by the magnesium block. willshaw.ts reads the weights.
 *
 * @source Marr 1971, Phil Trans R Soc B 262:23; tests/science/rows/associative-memory.ts has what came of it
 */

/** How patterns are stored. */
export interface StorageOptions {
  readonly parameters?: Parameters;
  /**
   * Contacts of a whole pattern on a cell. A burst fires a rested cell from 35.9 on; 16 stay below even when every one of
   * them is potentiated to the ceiling (16 · 1.83 = 29). 28 hold at rest, but a few synapses that earlier patterns
   * potentiated lift them over it: the cell fires outside its patterns, which wears down what it has learnt (12 patterns in
   * a class of 30 then lose 1 or 2 links in a hundred) and now and then adds a link that nobody taught. At most 28.
   */
  readonly patternContacts?: number;
  /** Contacts of the detonator: more than twice what fires the cell. */
  readonly detonatorContacts?: number;
  /** Bursts of 4 at 5 Hz that teach a pattern; ten take a synapse to 1.47, past what the read-out asks. */
  readonly bursts?: number;
  /** Whole seconds of rest after each pattern. Minutes count: the early change fades with 115 min. */
  readonly gapSeconds?: number;
  /** Whether transmission follows the receptors with their lags (in class) or the weight at once (laboratory). */
  readonly expressionLag?: boolean;
}

export const STORAGE: Required<StorageOptions> = {
  parameters: standardParameters,
  patternContacts: 16,
  detonatorContacts: 80,
  bursts: 10,
  gapSeconds: 10,
  expressionLag: false,
};

/** Most contacts that a pattern may have on a cell: together they must not fire it before anything was learnt. */
export const MOST_PATTERN_CONTACTS = 28;

/** The cells of a class. Input i of each is student i (without contacts on the own cell); the last is the detonator. */
export interface ClassCells {
  readonly n: number;
  /** Students of the largest pattern that they can be taught. */
  readonly active: number;
  readonly cells: readonly Cell[];
  readonly options: Required<StorageOptions>;
}

/**
 * Naive cells for a class of n.
 * @param active students of the largest pattern to come; its contacts are shared among so many
 * @throws RangeError
 */
export function createClassCells(n: number, active: number, options: StorageOptions = {}): ClassCells {
  const all = { ...STORAGE, ...options };
  checkWhole("students", n, 2);
  checkWhole("students in a pattern", active, 2, n);
  checkWhole("bursts", all.bursts, 1);
  checkWhole("seconds of rest", all.gapSeconds, 0);
  if (!(all.patternContacts > 0 && all.patternContacts <= MOST_PATTERN_CONTACTS)) {
    throw new RangeError(`${all.patternContacts} contacts of a pattern: above 0, at most ${MOST_PATTERN_CONTACTS}`);
  }
  const cells = Array.from({ length: n }, (_, k) => {
    const cell = createCell(all.parameters, n + 1, { expressionLag: all.expressionLag });
    for (let i = 0; i < n; i++) if (i !== k) setContacts(cell, i, all.patternContacts / active);
    setContacts(cell, n, all.detonatorContacts);
    return cell;
  });
  return { n, active, cells, options: all };
}

/**
 * Teaches one pattern, then lets the cells rest.
 * @returns spikes of each cell: one outside the pattern that fired has learnt what it should not
 * @throws RangeError; nothing is then taught
 */
export function storePattern({ n, active, cells, options }: ClassCells, pattern: Pattern): number[] {
  checkPattern(pattern, n);
  checkWhole("students in a pattern", pattern.length, 1, active);
  const train = thetaBurst(options.bursts);
  const silent: Train = [];
  const members = new Set(pattern);
  const trains = Array.from({ length: n }, (_, i) => (members.has(i) ? train : silent));
  return cells.map((cell, k) => {
    const spikes = perform(cell, protocol([...trains, members.has(k) ? train : silent]));
    lapse(cell, options.gapSeconds);
    return spikes;
  });
}

/** Weights of the students' synapses relative to rest, 1 + E + z; 0 on the own cell, where there is none. */
export function weightsOf({ n, cells }: ClassCells): Weights {
  const values = new Float64Array(n * n);
  cells.forEach((cell, k) => {
    for (let i = 0; i < n; i++) {
      if (i !== k) values[k * n + i] = 1 + earlyChange(cell.parameters, cell.rho[i]!) + cell.late[i]!;
    }
  });
  return { n, values };
}

/** Teaches the patterns one after the other to a naive class of n. @throws RangeError */
export function storePatterns(patterns: readonly Pattern[], n: number, options: StorageOptions = {}): Weights {
  for (const pattern of patterns) checkPattern(pattern, n);
  const active = patterns.reduce((most, { length }) => Math.max(most, length), 2);
  const classCells = createClassCells(n, active, options);
  for (const pattern of patterns) storePattern(classCells, pattern);
  return weightsOf(classCells);
}

/** Where two matrices of 0 and 1 differ, in links (a pair of students has two, one on each one's cell). */
export interface Differences {
  /** Links that should be there and are not: depressed since by weak co-activity, or faded. */
  readonly missing: number;
  /** Links that nobody taught: the cell fired outside the pattern. */
  readonly extra: number;
  /** Links that should be there. */
  readonly links: number;
}

export function differences(found: Weights, wanted: Weights): Differences {
  let [missing, extra, links] = [0, 0, 0];
  wanted.values.forEach((link, at) => {
    links += link;
    if (link > found.values[at]!) missing++;
    if (link < found.values[at]!) extra++;
  });
  return { missing, extra, links };
}
