import { stream, uniform } from "../model/random.ts";

/**
 * An associative memory over a class, in its simplest form: student i and student j are linked once both were in one
 * pattern (Hebb's rule, clipped to 0 or 1, nobody linked to themselves). Part of a pattern then calls back the rest: the
 * students with most links to the cue win. associative-memory.ts makes the same matrix with the cell's own rule.
 *
 * @source Willshaw, Buneman & Longuet-Higgins 1969, Nature 222:960
 */

/** Students of a pattern, by number, each once; in any order. */
export type Pattern = readonly number[];

/** Weights of all inputs on all cells: cell k, which stands for student k, has that of student i at `values[k * n + i]`. */
export interface Weights {
  readonly n: number;
  readonly values: Float64Array;
}

/** How well patterns came back, over many trials. */
export interface Recollection {
  /** Mean share of what was to be found again, 0 … 1 (of a Hopfield network: overlap, -1 … 1). */
  readonly meanScore: number;
  /** Standard deviation of that share between trials. */
  readonly deviation: number;
  /** Share of the trials in which all of it came back, 0 … 1. */
  readonly perfect: number;
}

/** What a capacity is measured for. */
export interface Memory {
  /** Students, and how many of them are in a pattern. */
  readonly n: number;
  readonly active: number;
  /** How many of a pattern's students are the cue. */
  readonly cue: number;
  /** Patterns stored in one matrix. */
  readonly patterns: number;
  /** Classes, each with patterns and a cue of its own. */
  readonly trials: number;
  readonly seed: number;
}

/** `count` of the items, each choice equally likely, in random order (Fisher & Yates). */
export function sample<T>(items: readonly T[], count: number, random: Uint32Array): T[] {
  const pool = [...items];
  for (let i = 0; i < count; i++) {
    const other = i + Math.floor(uniform(random) * (pool.length - i));
    [pool[i], pool[other]] = [pool[other]!, pool[i]!];
  }
  return pool.slice(0, count);
}

/** The numbers 0 … n - 1. */
export const everyone = (n: number): number[] => Array.from({ length: n }, (_, i) => i);

/** Random patterns of `active` out of n students; they may overlap, and may be equal. @throws RangeError */
export function drawPatterns(count: number, n: number, active: number, random: Uint32Array): number[][] {
  checkWhole("patterns", count, 1);
  checkWhole("students", n, 2);
  checkWhole("students in a pattern", active, 1, n);
  return Array.from({ length: count }, () => sample(everyone(n), active, random).sort((a, b) => a - b));
}

/** The matrix of the patterns: 1 where two students share one, else 0. @throws RangeError */
export function hebbian(patterns: readonly Pattern[], n: number): Weights {
  checkWhole("students", n, 2);
  const values = new Float64Array(n * n);
  for (const pattern of patterns) {
    checkPattern(pattern, n);
    for (const k of pattern) for (const i of pattern) if (i !== k) values[k * n + i] = 1;
  }
  return { n, values };
}

/** Weight above which a synapse counts as potentiated, relative to rest: less than half of what ten bursts give. [K] */
export const CLIP = 1.2;

/** What the read-out sees of real weights: 1 above the threshold, else 0; nobody is linked to themselves. */
export function clipped({ n, values }: Weights, threshold = CLIP): Weights {
  return { n, values: values.map((w, at) => (w > threshold && at % n !== Math.floor(at / n) ? 1 : 0)) };
}

/**
 * Completes a pattern: of the students outside the cue, those who receive most from it win, until there are `active` with
 * the cue. Equals are chosen by chance, each as likely as the other.
 * @returns the winners, without the cue, the strongest first
 * @throws RangeError
 */
export function recall({ n, values }: Weights, cue: Pattern, active: number, random: Uint32Array): number[] {
  checkPattern(cue, n);
  checkWhole("students in a pattern", active, cue.length, n);
  const drive = new Float64Array(n);
  for (let k = 0; k < n; k++) for (const i of cue) drive[k]! += values[k * n + i]!;
  // The sort keeps the order of equals, which is random here.
  const others = everyone(n).filter((k) => !cue.includes(k));
  return sample(others, others.length, random)
    .sort((a, b) => drive[b]! - drive[a]!)
    .slice(0, active - cue.length);
}

/** Share of the pattern's students outside the cue who were recalled, 0 … 1; 1 when none was missing. */
export function recalledShare(pattern: Pattern, cue: Pattern, recalled: readonly number[]): number {
  const missing = pattern.filter((student) => !cue.includes(student));
  if (missing.length === 0) return 1;
  return missing.filter((student) => recalled.includes(student)).length / missing.length;
}

/** Recalls one of the patterns, drawn by chance, from a random part of it. @returns the share of the missing, 0 … 1 */
export function tryOne(weights: Weights, patterns: readonly Pattern[], cueSize: number, random: Uint32Array): number {
  const [pattern] = sample(patterns, 1, random);
  if (pattern === undefined) throw new RangeError("0 patterns: 1 or more");
  checkWhole("students in the cue", cueSize, 1, pattern.length);
  const cue = sample(pattern, cueSize, random);
  return recalledShare(pattern, cue, recall(weights, cue, pattern.length, random));
}

/** Cued recall of the binary matrix, over random classes. @throws RangeError */
export function capacity({ n, active, cue, patterns, trials, seed }: Memory): Recollection {
  checkWhole("trials", trials, 1);
  checkWhole("students in the cue", cue, 1, active);
  const random = stream(seed, RECALL_STREAM);
  return summary(trials, () => {
    const stored = drawPatterns(patterns, n, active, random);
    return tryOne(hebbian(stored, n), stored, cue, random);
  });
}
const RECALL_STREAM = 0x3e3;

/** Mean and spread of the trials' scores, and the share of those that are 1. */
export function summary(trials: number, trial: () => number): Recollection {
  let [sum, squares, perfect] = [0, 0, 0];
  for (let t = 0; t < trials; t++) {
    const score = trial();
    sum += score;
    squares += score * score;
    if (score === 1) perfect++;
  }
  const meanScore = sum / trials;
  const deviation = Math.sqrt(Math.max(0, squares / trials - meanScore * meanScore));
  return { meanScore, deviation, perfect: perfect / trials };
}

/** @throws RangeError unless the students are whole numbers below n, each there once, at least one */
export function checkPattern(pattern: Pattern, n: number): void {
  const sound = pattern.every((student) => Number.isInteger(student) && student >= 0 && student < n);
  if (!sound || pattern.length === 0 || new Set(pattern).size < pattern.length) {
    throw new RangeError(`students [${pattern.join(", ")}]: one or more, each once, from 0 to ${n - 1}`);
  }
}

/** @throws RangeError unless `count` is a whole number within the bounds */
export function checkWhole(what: string, count: number, least: number, most = Number.POSITIVE_INFINITY): void {
  if (Number.isInteger(count) && count >= least && count <= most) return;
  const allowed = most === Number.POSITIVE_INFINITY ? `${least} or more` : `${least} to ${most}`;
  throw new RangeError(`${count} ${what}: a whole number, ${allowed}`);
}
