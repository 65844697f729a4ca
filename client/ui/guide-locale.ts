import type { GuideTexts } from "../../shared/locales/guide/guide-texts.ts";
import { ownTexts } from "./own-texts.ts";

/** Texts of the teacher's guide. */
export const guideTexts = ownTexts<GuideTexts>({
  en: () => import("../../shared/locales/guide/guide.en.ts").then(({ guideEn }) => guideEn),
  "pt-BR": () => import("../../shared/locales/guide/guide.pt-BR.ts").then(({ guidePtBR }) => guidePtBR),
  es: () => import("../../shared/locales/guide/guide.es.ts").then(({ guideEs }) => guideEs),
});
