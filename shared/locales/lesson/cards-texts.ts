import type { ConditionCard } from "../../lesson/condition-cards.ts";
import type { Step } from "../../lesson/lesson.ts";
import type { RoundId } from "../../lesson/round.ts";

/** What a teacher may say at a step, and one question to ask: sixty words at most, read from a phone in the hand. */
export interface Card {
  readonly say: string;
  readonly ask: string;
}

export interface CardTexts {
  readonly title: string;
  /** Before the question. */
  readonly asks: string;
  readonly rounds: Readonly<Record<RoundId, Card>>;
  /** Instead of a round's where a drug or another region makes another story of it. */
  readonly conditions: Readonly<Record<ConditionCard, Card>>;
  /** Steps that are no rounds. */
  readonly steps: Readonly<Record<Exclude<Step["do"], "round">, Card>>;
  /** Before anything has begun. */
  readonly start: Card;
}
