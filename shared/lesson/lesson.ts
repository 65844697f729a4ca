import { DRUGS, type DrugId } from "../model/drugs.ts";
import { PATHWAYS, type PathwayId } from "../model/pathways.ts";
import { LONGEST_LAPSE } from "../session/events.ts";
import { BET_IDS, type BetId } from "./bets.ts";
import { ELECTRODE, type ElectrodeId } from "./electrode.ts";
import { type ItemId, isItemId, misconceptionOf, twinOf } from "./quick-check/bank.ts";
import { ROUND_IDS, type RoundId } from "./round.ts";

/** A lesson is a list of steps: plain data that can be saved, shared and loaded. */

/** What is put in force when a step begins; what is not said stays as it is. */
export interface Setting {
  /** Exactly these drugs from now on. */
  readonly drugs?: readonly DrugId[];
  readonly pathway?: PathwayId;
  /** Another cell: every synapse is naive again. */
  readonly fresh?: true;
}

export type Step = Setting &
  (
    | { readonly do: "round"; readonly round: RoundId }
    /** Time passes, whole biological seconds. */
    | { readonly do: "lapse"; readonly seconds: number }
    | { readonly do: "stimulate"; readonly protocol: ElectrodeId; readonly at: "all" | "A" | "B" }
    /** The class predicts what will have come true when the `over`-th step from here is over. */
    | { readonly do: "bet"; readonly bet: BetId; readonly over: number }
    /** A question of the quick check: asked before what it is about, and its twin after. */
    | { readonly do: "check"; readonly item: ItemId }
    /** The class chooses one of these drugs for what follows. */
    | { readonly do: "vote"; readonly among: readonly DrugId[] }
  );

export interface Lesson {
  /** Version of this form. */
  readonly lesson: 1;
  /** What its maker calls it. */
  readonly title: string;
  readonly steps: readonly Step[];
}

export const MOST_STEPS = 100;
/** Drugs that can be voted on at once: what a phone shows as buttons. */
const MOST_CHOICES = 4;

/** What is wrong with a step, for people; undefined when nothing is. */
export function faultOf(step: Step): string | undefined {
  const wrong = (what: string, value: unknown): string => `${what}: ${JSON.stringify(value)?.slice(0, 60)}`;
  const { drugs = [], pathway = "ca1", fresh } = step;
  if (fresh !== undefined && fresh !== true) return wrong("fresh", fresh);
  if (!Array.isArray(drugs) || drugs.length > DRUGS.length) return wrong("drugs", drugs);
  if (!drugs.every((drug) => DRUGS.includes(drug))) return wrong("drugs", drugs);
  if (!PATHWAYS.includes(pathway)) return wrong("pathway", pathway);
  switch (step.do) {
    case "round":
      return ROUND_IDS.includes(step.round) ? undefined : wrong("round", step.round);
    case "lapse":
      return Number.isInteger(step.seconds) && step.seconds >= 1 && step.seconds <= LONGEST_LAPSE
        ? undefined
        : wrong("seconds", step.seconds);
    case "stimulate":
      if (!ELECTRODE.includes(step.protocol)) return wrong("protocol", step.protocol);
      return ["all", "A", "B"].includes(step.at) ? undefined : wrong("at", step.at);
    case "bet":
      if (!BET_IDS.includes(step.bet)) return wrong("bet", step.bet);
      return Number.isInteger(step.over) && step.over >= 1 && step.over <= MOST_STEPS
        ? undefined
        : wrong("over", step.over);
    case "check":
      return isItemId(step.item) ? undefined : wrong("item", step.item);
    case "vote":
      return Array.isArray(step.among) &&
        step.among.length >= 2 &&
        step.among.length <= MOST_CHOICES &&
        new Set(step.among).size === step.among.length &&
        step.among.every((drug) => DRUGS.includes(drug))
        ? undefined
        : wrong("among", step.among);
    default:
      return wrong("do", (step as { do?: unknown }).do);
  }
}

/** @throws RangeError naming the step that cannot be, and why */
export function checkSteps(steps: readonly Step[]): void {
  if (!Array.isArray(steps) || steps.length > MOST_STEPS)
    throw new RangeError(`a lesson has up to ${MOST_STEPS} steps`);
  steps.forEach((step, i) => {
    const fault = typeof step === "object" && step !== null ? faultOf(step) : "not a step";
    if (fault) throw new RangeError(`step ${i + 1}: ${fault}`);
  });
}

/** Largest file that is read, characters: a hundred steps take a tenth of it. */
export const LONGEST_FILE = 100_000;
const LONGEST_TITLE = 120;

export type ReadLesson =
  | { readonly ok: true; readonly lesson: Lesson }
  | { readonly ok: false; readonly reason: "not-a-lesson" | "newer" | "step"; readonly detail: string };

/** Reads a lesson from a file's text; whatever the text is, it says what is wrong with it. */
export function readLesson(text: string): ReadLesson {
  const refuse = (reason: "not-a-lesson" | "newer" | "step", detail: string): ReadLesson => ({
    ok: false,
    reason,
    detail,
  });
  if (text.length > LONGEST_FILE) return refuse("not-a-lesson", `${text.length} characters`);
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    return refuse("not-a-lesson", error instanceof Error ? error.message : "");
  }
  const { lesson, title, steps } = (data ?? {}) as Partial<Record<"lesson" | "title" | "steps", unknown>>;
  if (typeof lesson !== "number" || !Array.isArray(steps)) return refuse("not-a-lesson", "no steps");
  if (lesson !== 1) return refuse(lesson > 1 ? "newer" : "not-a-lesson", `version ${lesson}`);
  try {
    checkSteps(steps as readonly Step[]);
  } catch (error) {
    return refuse("step", error instanceof Error ? error.message : "");
  }
  const name = typeof title === "string" ? title.slice(0, LONGEST_TITLE) : "";
  return { ok: true, lesson: { lesson: 1, title: name, steps: (steps as readonly Step[]).map(plain) } };
}

/** A step with nothing besides what a step has: what else a file or a browser says is not sent on. */
export function plain(step: Step): Step {
  const { drugs, pathway, fresh } = step;
  const setting = { ...(drugs && { drugs }), ...(pathway && { pathway }), ...(fresh && { fresh }) };
  switch (step.do) {
    case "round":
      return { do: "round", round: step.round, ...setting };
    case "lapse":
      return { do: "lapse", seconds: step.seconds, ...setting };
    case "stimulate":
      return { do: "stimulate", protocol: step.protocol, at: step.at, ...setting };
    case "bet":
      return { do: "bet", bet: step.bet, over: step.over, ...setting };
    case "check":
      return { do: "check", item: step.item, ...setting };
    case "vote":
      return { do: "vote", among: step.among, ...setting };
  }
}

/**
 * Chooses which question of each pair comes first, so that over many classes neither is the harder "after".
 * @param swaps whether a pair's questions change places, by its misconception
 */
export function withTwins(steps: readonly Step[], swaps: (misconception: string) => boolean): Step[] {
  return steps.map((step) =>
    step.do === "check" && swaps(misconceptionOf(step.item)) ? { ...step, item: twinOf(step.item) } : step,
  );
}
