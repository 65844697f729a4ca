import type { ExtrasTexts } from "../../shared/locales/scenes/extras-texts.ts";
import { ownTexts } from "./own-texts.ts";

/** Texts of the phone's switches. */
export const extrasTexts = ownTexts<ExtrasTexts>({
  en: () => import("../../shared/locales/scenes/extras.en.ts").then(({ extrasEn }) => extrasEn),
  "pt-BR": () => import("../../shared/locales/scenes/extras.pt-BR.ts").then(({ extrasPtBR }) => extrasPtBR),
  es: () => import("../../shared/locales/scenes/extras.es.ts").then(({ extrasEs }) => extrasEs),
});
