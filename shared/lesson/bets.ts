import type { PartId } from "./round.ts";

/** Predictions that a class makes before it tries: each with what it is measured by. */

export const BET_IDS = [
  "alone",
  "weak",
  "bell",
  "late",
  "tomorrow",
  "blocked",
  "rescue",
  "months",
  "elsewhere",
  "half",
] as const;
export type BetId = (typeof BET_IDS)[number];

export type BetMeasure =
  /** Options: the cell fires; it does not. */
  | { readonly kind: "fires" }
  /** Options: the part's synapses grow; they stay; they shrink. */
  | { readonly kind: "change"; readonly of: PartId | "all" }
  /** Options: all of the rest of the pictures comes back; a part of it; nothing. */
  | { readonly kind: "recalled" }
  /** Options: most of what was won is left; a part of it; nothing. */
  | { readonly kind: "left"; readonly of: PartId | "all" };

export interface Bet {
  /** Also the key of its texts: question and options. */
  readonly id: BetId;
  readonly measure: BetMeasure;
}

export const bets: Readonly<Record<BetId, Bet>> = {
  alone: { id: "alone", measure: { kind: "fires" } },
  weak: { id: "weak", measure: { kind: "change", of: "A" } },
  bell: { id: "bell", measure: { kind: "fires" } },
  late: { id: "late", measure: { kind: "change", of: "A" } },
  tomorrow: { id: "tomorrow", measure: { kind: "left", of: "all" } },
  blocked: { id: "blocked", measure: { kind: "left", of: "all" } },
  rescue: { id: "rescue", measure: { kind: "left", of: "A" } },
  months: { id: "months", measure: { kind: "left", of: "all" } },
  elsewhere: { id: "elsewhere", measure: { kind: "change", of: "all" } },
  half: { id: "half", measure: { kind: "recalled" } },
};

/** How many options a bet has. */
export const optionsOf = ({ measure }: Bet): number => (measure.kind === "fires" ? 2 : 3);

/** Percent of baseline by which strength must change to have changed. */
const GREW = 5;
const SHRANK = 3;
/** Shares of a gain that count as most of it, and as nothing. */
const MOST = 0.5;
const NOTHING = 0.15;

/** What was measured when the class bet, or when it is settled: mean strengths, percent of baseline. */
export type Strengths = Readonly<Record<PartId | "all", number>>;

/** What became of what was bet on. */
export interface Upshot {
  readonly strengths: Strengths;
  /** Spikes of the cell. */
  readonly spikes: number;
  /** Share of the pictures' other neurons that came back, 0 … 1. */
  readonly recalled: number;
}

/** Share that counts as all, and as a part. */
const ALL_BACK = 0.95;
const SOME_BACK = 0.1;

/** Which option came true, by number. @param before mean strengths when the class bet */
export function cameTrue({ measure }: Bet, before: Strengths, { strengths: now, spikes, recalled }: Upshot): number {
  switch (measure.kind) {
    case "fires":
      return spikes > 0 ? 0 : 1;
    case "recalled":
      return recalled >= ALL_BACK ? 0 : recalled > SOME_BACK ? 1 : 2;
    case "change": {
      const change = now[measure.of] - before[measure.of];
      return change >= GREW ? 0 : change > -SHRANK ? 1 : 2;
    }
    case "left": {
      const left = (now[measure.of] - 100) / Math.max(1, before[measure.of] - 100);
      return left >= MOST ? 0 : left > NOTHING ? 1 : 2;
    }
  }
}
