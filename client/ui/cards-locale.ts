import { conditionCardOf } from "../../shared/lesson/condition-cards.ts";
import type { Round } from "../../shared/lesson/round.ts";
import type { Card, CardTexts } from "../../shared/locales/lesson/cards-texts.ts";
import type { ClassView } from "../../shared/session/view.ts";
import { ownTexts } from "./own-texts.ts";

/** What a teacher may say at each step. */
export const cardTexts = ownTexts<CardTexts>({
  en: () => import("../../shared/locales/lesson/cards.en.ts").then(({ cardsEn }) => cardsEn),
  "pt-BR": () => import("../../shared/locales/lesson/cards.pt-BR.ts").then(({ cardsPtBR }) => cardsPtBR),
  es: () => import("../../shared/locales/lesson/cards.es.ts").then(({ cardsEs }) => cardsEs),
});

/** The card of what the class does, or did last; undefined until the texts are there. */
export function cardOf(
  { phase, behind, ballot, round, conditions }: ClassView,
  script: readonly Round[],
): Card | undefined {
  const texts = cardTexts();
  if (!texts) return undefined;
  const last = script[round];
  if (phase === "bet") return ballot?.item ? texts.steps.check : texts.steps[ballot?.bet ? "bet" : "vote"];
  if (phase === "stimulation" || behind === "stimulation") return texts.steps.stimulate;
  if (behind === "lapse" && phase !== "round") return texts.steps.lapse;
  if (!last) return texts.start;
  const instead = conditionCardOf(last, conditions);
  return instead ? texts.conditions[instead] : texts.rounds[last.id];
}
