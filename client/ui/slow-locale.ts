import type { SlowTexts } from "../../shared/locales/scenes/slow-texts.ts";
import { ownTexts } from "./own-texts.ts";

/** Texts of the slow-motion moment. */
export const slowTexts = ownTexts<SlowTexts>({
  en: () => import("../../shared/locales/scenes/slow.en.ts").then(({ slowEn }) => slowEn),
  "pt-BR": () => import("../../shared/locales/scenes/slow.pt-BR.ts").then(({ slowPtBR }) => slowPtBR),
  es: () => import("../../shared/locales/scenes/slow.es.ts").then(({ slowEs }) => slowEs),
});
