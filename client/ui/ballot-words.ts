import type { SharedBallot } from "../../shared/wire/ballot.ts";
import { lessonTexts } from "./lesson-locale.ts";

/** What the class is asked, in words; undefined until they are there. */
export function ballotWords({
  bet,
  among,
}: SharedBallot): { question: string; options: readonly string[] } | undefined {
  const texts = lessonTexts();
  if (!texts) return undefined;
  if (bet === null) return { question: texts.vote, options: among.map((drug) => texts.drugs[drug]) };
  return texts.bets[bet];
}
