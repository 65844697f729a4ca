import { effect, signal } from "@preact/signals";
import type { ZoomTexts } from "../../shared/locales/scenes/zoom-texts.ts";
import { type Language, language } from "./locale.ts";

/** The zooms' texts are chunks of their own: no phone ever fetches them. */
const LOADERS: Record<Language, () => Promise<ZoomTexts>> = {
  en: () => import("../../shared/locales/scenes/zoom.en.ts").then(({ zoomEn }) => zoomEn),
  "pt-BR": () => import("../../shared/locales/scenes/zoom.pt-BR.ts").then(({ zoomPtBR }) => zoomPtBR),
};

const loaded = signal<ZoomTexts | undefined>(undefined);

/** The zooms' texts in the page's language; undefined until they are there. */
export const zoomTexts = (): ZoomTexts | undefined => loaded.value;

// Follows the page's language; of two loads the one for the language that still stands wins.
effect(() => {
  const wanted = language.value;
  void LOADERS[wanted]().then((texts) => {
    if (language.value === wanted) loaded.value = texts;
  });
});
