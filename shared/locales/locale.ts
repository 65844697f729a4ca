import type { en } from "./en.ts";

export type Texts<T> = { readonly [K in keyof T]: T[K] extends string ? string : Texts<T[K]> };

/** The shape every language must have: the compiler reports a missing or extra text. */
export type Locale = Texts<typeof en>;
