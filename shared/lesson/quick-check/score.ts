import { type ItemId, misconceptionOf, OPTIONS, rightOption } from "./bank.ts";

/**
 * Fewest answers of which shares are told. With fewer, a bar on the wall could be read as somebody's answer; five is the
 * usual smallest cell of published tables.
 */
export const LEAST_ANSWERS = 5;

/** A question that was asked, and what each seat chose: the option's number, or -1. */
export interface Check {
  readonly item: ItemId;
  readonly answers: readonly number[];
}

/** Number of the right option. */
export const rightOf = (item: ItemId): number => OPTIONS.indexOf(rightOption(item));

/** How often each option was chosen. */
export function tally({ answers }: Check): number[] {
  const counts = OPTIONS.map(() => 0);
  for (const option of answers) if (option >= 0) counts[option]!++;
  return counts;
}

/** What a class learnt of one idea: two questions on it, one asked before and one after. Only those count who answered both. */
export interface PairScore {
  readonly before: ItemId;
  readonly after: ItemId;
  /** How many answered both. */
  readonly answered: number;
  /** How many of them were right; undefined below LEAST_ANSWERS. */
  readonly right: { readonly before: number; readonly after: number } | undefined;
}

/** Pairs in the order in which their second question was asked. */
export function scorePairs(checks: readonly Check[]): PairScore[] {
  return checks.flatMap((after, i) => {
    const before = checks
      .slice(0, i)
      .find(({ item }) => item !== after.item && misconceptionOf(item) === misconceptionOf(after.item));
    return before ? [scorePair(before, after)] : [];
  });
}

function scorePair(before: Check, after: Check): PairScore {
  const both = after.answers.flatMap((second, seat) => {
    const first = before.answers[seat] ?? -1;
    return first >= 0 && second >= 0 ? [{ first, second }] : [];
  });
  const right = {
    before: both.filter(({ first }) => first === rightOf(before.item)).length,
    after: both.filter(({ second }) => second === rightOf(after.item)).length,
  };
  return {
    before: before.item,
    after: after.item,
    answered: both.length,
    right: both.length >= LEAST_ANSWERS ? right : undefined,
  };
}

/**
 * Normalised gain of a class: the part that was learnt of what there was to learn.
 *
 *   <g> = (after − before) / (1 − before)
 *
 * @param before, after  mean shares of right answers, 0 … 1
 * @returns 1 at most, negative after a loss; undefined when everybody was right before: there was nothing to gain
 * @source Hake 1998, Am J Phys 66:64
 */
export const normalisedGain = (before: number, after: number): number | undefined =>
  before >= 1 ? undefined : (after - before) / (1 - before);

/** The same over all pairs of which enough is known: every answer counts alike. */
export function classGain(pairs: readonly PairScore[]): number | undefined {
  let [answered, before, after] = [0, 0, 0];
  for (const pair of pairs) {
    if (!pair.right) continue;
    answered += pair.answered;
    before += pair.right.before;
    after += pair.right.after;
  }
  return answered === 0 ? undefined : normalisedGain(before / answered, after / answered);
}
