import type { ViewerTexts } from "../../shared/locales/scenes/viewer-texts.ts";
import { ownTexts } from "./own-texts.ts";

/** Texts of how a screen shows the class. */
export const viewerTexts = ownTexts<ViewerTexts>({
  en: () => import("../../shared/locales/scenes/viewer.en.ts").then(({ viewerEn }) => viewerEn),
  "pt-BR": () => import("../../shared/locales/scenes/viewer.pt-BR.ts").then(({ viewerPtBR }) => viewerPtBR),
  es: () => import("../../shared/locales/scenes/viewer.es.ts").then(({ viewerEs }) => viewerEs),
});
