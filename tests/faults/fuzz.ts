import fc from "fast-check";

/** What fuzz has in common, whatever it is sent over: how long it goes on, from which seeds, and values that nobody expects. */

/** Of each seed. FUZZ_RUNS=1000 for a long run, with FUZZ_SEED in place of those that are pinned. */
export const RUNS = Number(process.env.FUZZ_RUNS ?? 10);
/** How long a run may take, ms. */
export const LONG = 30_000 + RUNS * 400;

/** @param pinned a seed that ever failed stays among them */
export const seeds = (pinned: readonly number[]): readonly number[] =>
  process.env.FUZZ_SEED ? [Number(process.env.FUZZ_SEED)] : pinned;

export const odd = fc.oneof(
  fc.constantFrom(-1, 0, 1, 63, 64, 255, 2 ** 31, 2 ** 32, 2 ** 53, -0, 1e308, Number.NaN, Number.POSITIVE_INFINITY),
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.string({ maxLength: 20 }),
  fc.constantFrom(null, undefined, [], {}, "__proto__", "all", "A"),
);
