import type { ZoomTexts } from "../../shared/locales/scenes/zoom-texts.ts";
import { ownTexts } from "./own-texts.ts";

/** The zooms' texts. */
export const zoomTexts = ownTexts<ZoomTexts>({
  en: () => import("../../shared/locales/scenes/zoom.en.ts").then(({ zoomEn }) => zoomEn),
  "pt-BR": () => import("../../shared/locales/scenes/zoom.pt-BR.ts").then(({ zoomPtBR }) => zoomPtBR),
  es: () => import("../../shared/locales/scenes/zoom.es.ts").then(({ zoomEs }) => zoomEs),
});
