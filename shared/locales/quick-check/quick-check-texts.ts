import type { ItemId, Misconception, OptionId } from "../../lesson/quick-check/bank.ts";

/** A question as a phone shows it. At most 120 letters for the stem and 60 for an option: it fits a small screen. */
export type Question = { readonly stem: string } & Readonly<Record<OptionId, string>>;
export type QuestionTexts = Readonly<Record<ItemId, Question>>;

/**
 * What the teacher says of the answers: of the right option why it is right, of each other one why it tempts. Phones do
 * not get these.
 */
export interface ReasonTexts {
  readonly reasons: Readonly<Record<ItemId, Readonly<Record<OptionId, string>>>>;
  /** What many believe, and what the class sees instead. */
  readonly misconceptions: Readonly<Record<Misconception, { readonly thought: string; readonly instead: string }>>;
}
