import type { CompareTexts } from "../../shared/locales/replay/compare-texts.ts";
import { ownTexts } from "./own-texts.ts";

/** Texts of two classes compared. */
export const compareTexts = ownTexts<CompareTexts>({
  en: () => import("../../shared/locales/replay/compare.en.ts").then(({ compareEn }) => compareEn),
  "pt-BR": () => import("../../shared/locales/replay/compare.pt-BR.ts").then(({ comparePtBR }) => comparePtBR),
  es: () => import("../../shared/locales/replay/compare.es.ts").then(({ compareEs }) => compareEs),
});
