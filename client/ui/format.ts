import { fill, language } from "./locale.ts";

/** A text in the forms that counting needs; the browser knows which one a language takes. */
export interface Plural {
  readonly one: string;
  readonly other: string;
}

/** The form for `count`, with `{count}` filled in. */
export function plural(forms: Plural, count: number): string {
  const form = new Intl.PluralRules(language.value).select(count) === "one" ? forms.one : forms.other;
  return fill(form, { count });
}

/** A change with its sign: `+15`, `−3`. */
export const signed = (change: number): string => `${change < 0 ? "−" : "+"}${Math.abs(change)}`;

/** A share of 0 … 1 in percent, as the language writes it. */
export const share = (part: number): string =>
  part.toLocaleString(language.value, { style: "percent", maximumFractionDigits: 0 });

/** Day and time in the page's language: `23 Nov 2026, 08:15`. @param at epoch ms */
export const dayAndTime = (at: number): string =>
  new Date(at).toLocaleString(language.value, { dateStyle: "medium", timeStyle: "short" });

/** A seat as people count: the first is 1. */
export const seatNumber = (seat: number): number => seat + 1;
