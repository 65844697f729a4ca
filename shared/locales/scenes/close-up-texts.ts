import type { closeUpEn } from "./close-up.en.ts";

type Texts<T> = { readonly [K in keyof T]: T[K] extends string ? string : Texts<T[K]> };

/** The shape of the close-up's texts: the compiler reports a missing or extra one. */
export type CloseUpTexts = Texts<typeof closeUpEn>;
