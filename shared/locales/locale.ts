import type { en } from "./en.ts";

/** Languages of every text, each in one table or more; the first is shown to those who speak none of them. */
export const LANGUAGES = ["en", "pt-BR", "es"] as const;
export type Language = (typeof LANGUAGES)[number];

export type Texts<T> = { readonly [K in keyof T]: T[K] extends string ? string : Texts<T[K]> };

/** The shape every language must have: the compiler reports a missing or extra text. */
export type Locale = Texts<typeof en>;
