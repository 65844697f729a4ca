import { effect, signal } from "@preact/signals";
import { en } from "../../shared/locales/en.ts";
import type { Locale } from "../../shared/locales/locale.ts";
import { ptBR } from "../../shared/locales/pt-BR.ts";

/** The page's language: what the person chose before, else what the browser asks for, else English. */
export type Language = "en" | "pt-BR";
const KEY = "fire-together.language";

function preferred(): Language {
  const stored = localStorage.getItem(KEY);
  if (stored === "en" || stored === "pt-BR") return stored;
  return navigator.languages.some((tag) => tag.toLowerCase().startsWith("pt")) ? "pt-BR" : "en";
}

export const language = signal<Language>(preferred());

/** Every text of the page, in its language; reading it in a component redraws on a switch. */
export const texts = (): Locale => (language.value === "en" ? en : ptBR);

export function switchLanguage(to: Language): void {
  localStorage.setItem(KEY, to);
  language.value = to;
}

effect(() => {
  document.documentElement.lang = language.value;
});

/** Fills `{name}` slots of a text. @throws when the text names a slot that is not given */
export function fill(text: string, slots: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = slots[name];
    if (value === undefined) throw new Error(`text has no value for {${name}}: ${text}`);
    return typeof value === "number" ? value.toLocaleString(language.value) : value;
  });
}
