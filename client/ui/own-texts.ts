import { effect, signal } from "@preact/signals";
import { type Language, language } from "./locale.ts";

/**
 * Texts of one part of a page, as chunks of their own: no other page fetches them.
 * @returns reads them in the page's language; undefined until they are there
 */
export function ownTexts<T>(loaders: Readonly<Record<Language, () => Promise<T>>>): () => T | undefined {
  const loaded = signal<T | undefined>(undefined);
  // Follows the page's language; of two loads the one for the language that still stands wins.
  effect(() => {
    const wanted = language.value;
    void loaders[wanted]().then((texts) => {
      if (language.value === wanted) loaded.value = texts;
    });
  });
  return () => loaded.value;
}
