import type { CloseUpTexts } from "../../shared/locales/scenes/close-up-texts.ts";
import { ownTexts } from "./own-texts.ts";

/** The close-up's texts. */
export const closeUpTexts = ownTexts<CloseUpTexts>({
  en: () => import("../../shared/locales/scenes/close-up.en.ts").then(({ closeUpEn }) => closeUpEn),
  "pt-BR": () => import("../../shared/locales/scenes/close-up.pt-BR.ts").then(({ closeUpPtBR }) => closeUpPtBR),
  es: () => import("../../shared/locales/scenes/close-up.es.ts").then(({ closeUpEs }) => closeUpEs),
});
