import type { ExperimentInput } from "../experiment.ts";
import {
  apartOf,
  burstsAt,
  DAY,
  HOUR,
  inputsOf,
  MINUTE,
  type Plan,
  pulsesAt,
  repeated,
  type Step,
  stimulate,
} from "./plan.ts";

/**
 * Classical conditioning on one cell: the tone (CS) alone stays below threshold, the food (US) makes the cell fire, and a
 * tone that is never paired (CS-) is the control. Contacts: 28, 80, 28.
 */
const INPUTS = inputsOf({ cs: 28, us: 80, "cs-minus": 28 });
export const [CS, US, CS_MINUS] = [0, 1, 2] as const;

/** Between trials, ms, and between the beginnings of two blocks, s. */
const TRIAL_MS = 200;
const BLOCK = 10 * MINUTE;

/** One burst of an input, to hear whether the cell answers; it changes next to nothing. */
export const probe = (at: number, input: number): Step => ({ at, event: stimulate([burstsAt(input, 1)]), test: true });
/** Long before the first trial, so that the first answer is the untrained cell's, s. */
const BEFORE = -5 * MINUTE;

export interface ConditioningSettings {
  /** From the tone's onset to the food's, ms. */
  readonly lag?: number;
  readonly blocks?: number;
  readonly trials?: number;
  /** Whether there is a tone, and food: 0 or 1. */
  readonly tone?: number;
  readonly food?: number;
  /** Whether the tone is tried alone: before, ten minutes after the last block, and a day later. */
  readonly probes?: boolean;
}

/** Blocks of trials, ten minutes apart; the weights are looked at until a day later. Rows D32, D33 */
export function conditioning({
  lag = 10,
  blocks = 3,
  trials = 10,
  tone = 1,
  food = 1,
  probes = false,
}: ConditioningSettings = {}): Plan {
  const trains = [
    ...(tone === 0 ? [] : [burstsAt(CS, trials, TRIAL_MS)]),
    ...(food === 0 ? [] : [burstsAt(US, trials, TRIAL_MS, lag)]),
  ];
  const last = lastBlock(blocks);
  const tests = [probe(BEFORE, CS), probe(last + 10 * MINUTE, CS), probe(last + DAY, CS)];
  return {
    inputs: INPUTS,
    steps: [...(trains.length === 0 ? [] : repeated(blocks, BLOCK, stimulate(trains))), ...(probes ? tests : [])],
    until: last + DAY + HOUR,
  };
}

/** When the last of so many blocks begins, s. */
export const lastBlock = (blocks: number): number => (blocks - 1) * BLOCK;

export interface ExtinctionSettings {
  readonly lag?: number;
  readonly blocks?: number;
  /** The tone alone, so often and so fast, a day after training. */
  readonly pulses?: number;
  readonly hz?: number;
  readonly probes?: boolean;
}

/** When extinction begins, s. */
export const extinctionAt = (blocks: number): number => lastBlock(blocks) + DAY + HOUR;

/**
 * Conditioning, and a day later the tone alone, again and again. It weakens the tone's synapses in part; in life extinction
 * is mostly new learning elsewhere.
 */
export function extinction({
  lag = 10,
  blocks = 3,
  pulses = 900,
  hz = 1,
  probes = false,
}: ExtinctionSettings = {}): Plan {
  const training = conditioning({ lag, blocks, probes });
  const at = extinctionAt(blocks);
  const over = at + (pulses * apartOf(hz)) / 1000;
  return {
    inputs: INPUTS,
    steps: [
      ...training.steps,
      { at, event: stimulate([pulsesAt(CS, pulses, apartOf(hz))]) },
      ...(probes ? [probe(over + 10 * MINUTE, CS), probe(over + DAY, CS)] : []),
    ],
    until: over + DAY + HOUR,
  };
}

/** Contacts of a tone in the discrimination experiment, and the seats of its parts. */
export const TONE_CONTACTS = 28;
export const [SHARED, ONLY_A, ONLY_B, FOOD] = [0, 1, 2, 3] as const;

/**
 * Two tones, one with food (A) and one without (B), in turn; a share of their neurons belongs to both. After ten minutes each
 * is tried alone: the last two stimulations are A and B.
 *
 * @param overlap share of a tone's contacts that the other has, too, 0 … 1
 */
export function discrimination(overlap: number, { lag = 10, blocks = 3, trials = 10 } = {}): Plan {
  const own = TONE_CONTACTS * (1 - overlap);
  const inputs: readonly ExperimentInput[] = inputsOf({
    shared: TONE_CONTACTS * overlap,
    a: own,
    b: own,
    food: 80,
  });
  const [rewarded, plain] = [0, TRIAL_MS];
  const block = stimulate([
    ...[SHARED, ONLY_A].map((input) => burstsAt(input, trials, 2 * TRIAL_MS, rewarded)),
    burstsAt(FOOD, trials, 2 * TRIAL_MS, rewarded + lag),
    ...[SHARED, ONLY_B].map((input) => burstsAt(input, trials, 2 * TRIAL_MS, plain)),
  ]);
  const test = lastBlock(blocks) + 10 * MINUTE;
  const trial = (at: number, own_: number): Step => ({
    at,
    event: stimulate([SHARED, own_].map((input) => burstsAt(input, 1))),
    test: true,
  });
  return {
    inputs,
    steps: [...repeated(blocks, BLOCK, block), trial(test, ONLY_A), trial(test + MINUTE, ONLY_B)],
    until: test + 2 * MINUTE,
  };
}
