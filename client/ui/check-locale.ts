import type { CheckTexts } from "../../shared/locales/check/check-texts.ts";
import { ownTexts } from "./own-texts.ts";

/** Texts of the network check. */
export const checkTexts = ownTexts<CheckTexts>({
  en: () => import("../../shared/locales/check/check.en.ts").then(({ checkEn }) => checkEn),
  "pt-BR": () => import("../../shared/locales/check/check.pt-BR.ts").then(({ checkPtBR }) => checkPtBR),
  es: () => import("../../shared/locales/check/check.es.ts").then(({ checkEs }) => checkEs),
});
