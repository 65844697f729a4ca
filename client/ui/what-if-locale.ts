import type { WhatIfTexts } from "../../shared/locales/replay/what-if-texts.ts";
import { ownTexts } from "./own-texts.ts";

/** Texts of the what-if. */
export const whatIfTexts = ownTexts<WhatIfTexts>({
  en: () => import("../../shared/locales/replay/what-if.en.ts").then(({ whatIfEn }) => whatIfEn),
  "pt-BR": () => import("../../shared/locales/replay/what-if.pt-BR.ts").then(({ whatIfPtBR }) => whatIfPtBR),
  es: () => import("../../shared/locales/replay/what-if.es.ts").then(({ whatIfEs }) => whatIfEs),
});
