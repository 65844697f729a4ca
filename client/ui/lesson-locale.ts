import type { Step } from "../../shared/lesson/lesson.ts";
import type { RoundId } from "../../shared/lesson/round.ts";
import type { LessonTexts, RoundTexts } from "../../shared/locales/lesson/lesson-texts.ts";
import { duration } from "./duration.ts";
import { fill } from "./locale.ts";
import { ownTexts } from "./own-texts.ts";

/** Texts of the lesson. */
export const lessonTexts = ownTexts<LessonTexts>({
  en: () => import("../../shared/locales/lesson/lesson.en.ts").then(({ lessonEn }) => lessonEn),
  "pt-BR": () => import("../../shared/locales/lesson/lesson.pt-BR.ts").then(({ lessonPtBR }) => lessonPtBR),
  es: () => import("../../shared/locales/lesson/lesson.es.ts").then(({ lessonEs }) => lessonEs),
});

const NOT_YET: RoundTexts = { title: "", instruction: "", happened: "", missed: "" };

/** What is said of a round; nothing for the moment until the texts are there. */
export const roundTexts = (id: RoundId): RoundTexts => lessonTexts()?.rounds[id] ?? NOT_YET;

/** A step of a lesson, by name. */
export function stepTitle(step: Step): string {
  const texts = lessonTexts();
  if (!texts) return "";
  switch (step.do) {
    case "round":
      return texts.rounds[step.round].title;
    case "lapse":
      return fill(texts.steps.lapse, { time: duration(step.seconds / 60) });
    case "stimulate":
    case "bet":
    case "vote":
    case "check":
      return texts.steps[step.do];
  }
}
