import { effect, signal } from "@preact/signals";
import type { WallTexts } from "../../shared/locales/wall/wall-texts.ts";
import { type Language, language } from "./locale.ts";

/** Each language is a chunk of its own; phones fetch none of them. */
const LOADERS: Record<Language, () => Promise<WallTexts>> = {
  en: () => import("../../shared/locales/wall/wall.en.ts").then(({ wallEn }) => wallEn),
  "pt-BR": () => import("../../shared/locales/wall/wall.pt-BR.ts").then(({ wallPtBR }) => wallPtBR),
  es: () => import("../../shared/locales/wall/wall.es.ts").then(({ wallEs }) => wallEs),
};

const loaded = signal<WallTexts | undefined>(undefined);

async function load(to: Language): Promise<void> {
  const texts = await LOADERS[to]();
  if (language.peek() === to) loaded.value = texts;
}

/** A page of a wall is drawn once this is there. */
export const wallReady: Promise<void> = load(language.peek());
effect(() => void load(language.value));

/** Texts of stage and replay, in the page's language. @throws before `wallReady` */
export function wallTexts(): WallTexts {
  if (!loaded.value) throw new Error("texts were read before they were there");
  return loaded.value;
}
