import type { QuestionTexts, ReasonTexts } from "../../shared/locales/quick-check/quick-check-texts.ts";
import { ownTexts } from "./own-texts.ts";

/** Texts of the quick check. They are fetched once a question is asked: a phone that only taps needs none. */

let questions: (() => QuestionTexts | undefined) | undefined;
let reasons: (() => ReasonTexts | undefined) | undefined;

/** The questions, as every page shows them. */
export function questionTexts(): QuestionTexts | undefined {
  questions ??= ownTexts<QuestionTexts>({
    en: () => import("../../shared/locales/quick-check/questions.en.ts").then(({ questionsEn }) => questionsEn),
    "pt-BR": () =>
      import("../../shared/locales/quick-check/questions.pt-BR.ts").then(({ questionsPtBR }) => questionsPtBR),
    es: () => import("../../shared/locales/quick-check/questions.es.ts").then(({ questionsEs }) => questionsEs),
  });
  return questions();
}

/** Why each option is right or tempts: for the stage. */
export function reasonTexts(): ReasonTexts | undefined {
  reasons ??= ownTexts<ReasonTexts>({
    en: async () => {
      const [{ reasonsEn }, { misconceptionsEn }] = await Promise.all([
        import("../../shared/locales/quick-check/reasons.en.ts"),
        import("../../shared/locales/quick-check/misconceptions.en.ts"),
      ]);
      return { reasons: reasonsEn, misconceptions: misconceptionsEn };
    },
    "pt-BR": async () => {
      const [{ reasonsPtBR }, { misconceptionsPtBR }] = await Promise.all([
        import("../../shared/locales/quick-check/reasons.pt-BR.ts"),
        import("../../shared/locales/quick-check/misconceptions.pt-BR.ts"),
      ]);
      return { reasons: reasonsPtBR, misconceptions: misconceptionsPtBR };
    },
    es: async () => {
      const [{ reasonsEs }, { misconceptionsEs }] = await Promise.all([
        import("../../shared/locales/quick-check/reasons.es.ts"),
        import("../../shared/locales/quick-check/misconceptions.es.ts"),
      ]);
      return { reasons: reasonsEs, misconceptions: misconceptionsEs };
    },
  });
  return reasons();
}
