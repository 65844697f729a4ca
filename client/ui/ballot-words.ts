import { OPTIONS } from "../../shared/lesson/quick-check/bank.ts";
import type { SharedBallot } from "../../shared/wire/ballot.ts";
import { lessonTexts } from "./lesson-locale.ts";
import { questionTexts } from "./question-locale.ts";

export interface BallotWords {
  readonly question: string;
  readonly options: readonly string[];
}

/** What the class is asked, in words; undefined until they are there. */
export function ballotWords({ bet, item, among }: SharedBallot): BallotWords | undefined {
  const texts = lessonTexts();
  if (!texts) return undefined;
  if (item) {
    const question = questionTexts()?.[item];
    return question && { question: question.stem, options: OPTIONS.map((option) => question[option]) };
  }
  if (bet === null) return { question: texts.vote, options: among.map((drug) => texts.drugs[drug]) };
  return texts.bets[bet];
}
