import { effect, signal } from "@preact/signals";
import type { LabTexts } from "../../shared/locales/lab/lab-texts.ts";
import { type Language, language } from "./locale.ts";

/** The lab's texts are chunks of their own: no phone ever fetches them. */
const LOADERS: Record<Language, () => Promise<LabTexts>> = {
  en: () => import("../../shared/locales/lab/en.ts").then(({ labEn }) => labEn),
  "pt-BR": () => import("../../shared/locales/lab/pt-BR.ts").then(({ labPtBR }) => labPtBR),
  es: () => import("../../shared/locales/lab/es.ts").then(({ labEs }) => labEs),
};

const loaded = signal<LabTexts | undefined>(undefined);

/** The lab's texts and the names of drugs and regions, in the page's language. @throws before `labReady` */
export function labTexts(): LabTexts {
  if (!loaded.value) throw new Error("the lab's texts were read before they were there");
  return loaded.value;
}

/** The same where a page does without names until they are there. */
export const labTextsIfThere = (): LabTexts | undefined => loaded.value;

let first: () => void = () => {};
/** The first texts are there. */
export const labReady: Promise<void> = new Promise((resolve) => {
  first = resolve;
});

// Follows the page's language; of two loads the one for the language that still stands wins.
effect(() => {
  const wanted = language.value;
  void LOADERS[wanted]().then((texts) => {
    if (language.value !== wanted) return;
    loaded.value = texts;
    first();
  });
});
