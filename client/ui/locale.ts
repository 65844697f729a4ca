import { batch, effect, signal } from "@preact/signals";
import { LANGUAGES, type Language, type Locale } from "../../shared/locales/locale.ts";
import { remember, remembered } from "./remember.ts";

export type { Language };

const KEY = "fire-together.language";

/** The page's language: what the person chose before, else the first that the browser asks for and we have. */
function preferred(): Language {
  const ours = (tag: string): Language | undefined =>
    LANGUAGES.find((language) => language.slice(0, 2) === tag.slice(0, 2).toLowerCase());
  const wanted = [remembered(KEY) ?? "", ...navigator.languages].map(ours);
  return wanted.find((language) => language !== undefined) ?? LANGUAGES[0];
}

/** Each language is a chunk of its own: a phone fetches the one it shows. */
const LOADERS: Record<Language, () => Promise<Locale>> = {
  en: () => import("../../shared/locales/en.ts").then(({ en }) => en),
  "pt-BR": () => import("../../shared/locales/pt-BR.ts").then(({ ptBR }) => ptBR),
  es: () => import("../../shared/locales/es.ts").then(({ es }) => es),
};

export const language = signal<Language>(preferred());
const loaded = signal<Locale | undefined>(undefined);

/** Every text of the page, in its language; reading it in a component redraws on a switch. @throws before `textsReady` */
export function texts(): Locale {
  if (!loaded.value) throw new Error("texts were read before they were there");
  return loaded.value;
}

async function load(to: Language): Promise<void> {
  const texts = await LOADERS[to]();
  batch(() => {
    language.value = to;
    loaded.value = texts;
  });
}

/** A page is drawn once this is there. */
export const textsReady: Promise<void> = load(language.value);

export async function switchLanguage(to: Language): Promise<void> {
  remember(KEY, to);
  await load(to);
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
