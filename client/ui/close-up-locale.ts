import { effect, signal } from "@preact/signals";
import type { CloseUpTexts } from "../../shared/locales/scenes/close-up-texts.ts";
import { type Language, language } from "./locale.ts";

/** The close-up's texts are chunks of their own: no phone ever fetches them. */
const LOADERS: Record<Language, () => Promise<CloseUpTexts>> = {
  en: () => import("../../shared/locales/scenes/close-up.en.ts").then(({ closeUpEn }) => closeUpEn),
  "pt-BR": () => import("../../shared/locales/scenes/close-up.pt-BR.ts").then(({ closeUpPtBR }) => closeUpPtBR),
};

const loaded = signal<CloseUpTexts | undefined>(undefined);

/** The close-up's texts in the page's language; undefined until they are there. */
export const closeUpTexts = (): CloseUpTexts | undefined => loaded.value;

// Follows the page's language; of two loads the one for the language that still stands wins.
effect(() => {
  const wanted = language.value;
  void LOADERS[wanted]().then((texts) => {
    if (language.value === wanted) loaded.value = texts;
  });
});
