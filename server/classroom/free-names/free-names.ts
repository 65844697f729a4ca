import { MOST_GRAPHEMES } from "../../../shared/wire/limits.ts";
import { fold } from "./fold.ts";
import { TAKEN_ROLES, UNFIT } from "./unfit-words.ts";

/** A second one of a name becomes "name 2", up to this. */
const MOST_NUMBER = 9;

const segmenter = new Intl.Segmenter();
const graphemes = (text: string): string[] => [...segmenter.segment(text)].map(({ segment }) => segment);

/**
 * What remains of what somebody typed: letters, digits, and what stands between them in names. No control, bidi or invisible
 * characters, no towers of accents, no signs that a program could take for its own.
 */
export function clean(typed: string): string {
  const text = typed
    .normalize("NFKC")
    .replace(/[\p{C}\p{Default_Ignorable_Code_Point}]/gu, "")
    .replace(/[^\p{L}\p{M}\p{N} '’.-]/gu, " ")
    .replace(/(\p{M}{2})\p{M}+/gu, "$1")
    .replace(/\s+/gu, " ")
    .replace(/^[\p{M} '’.-]+/u, "");
  return graphemes(text).slice(0, MOST_GRAPHEMES).join("").trim();
}

/** Whether a name may stand on the wall of a classroom. */
function isFit(typed: string): boolean {
  const read = fold(typed.normalize("NFKC").replace(/[\p{C}\p{Default_Ignorable_Code_Point}]/gu, ""));
  // Also where letters are drawn out, or set apart.
  for (const form of [read, read.replace(/(.)\1+/gu, "$1")]) {
    const together = form.replaceAll(" ", "");
    for (const { within, whole } of Object.values(UNFIT)) {
      if (within.some((word) => together.includes(word))) return false;
      const words = [...form.split(" "), together];
      if (whole.some((word) => words.includes(word))) return false;
    }
  }
  return true;
}

/** What names have in common that differ by digits alone; empty for a name of digits. */
export const stemOf = (name: string): string => fold(name.replace(/\p{N}+/gu, ""));

/**
 * The name that somebody gets for what they typed.
 * @param others names that others have: no two may read alike
 * @returns undefined when nothing of it can be a name here; they keep the one they have, and nobody is told why
 */
export function nameFor(typed: string, others: Iterable<string>): string | undefined {
  const name = clean(typed);
  if (!/[\p{L}\p{N}]/u.test(name) || !isFit(typed) || !isFit(name)) return undefined;
  const taken = new Set<string>(TAKEN_ROLES);
  if (taken.has(fold(name))) return undefined;
  for (const other of others) taken.add(fold(other));
  if (!taken.has(fold(name))) return name;
  for (let number = 2; number <= MOST_NUMBER; number++) {
    const base = graphemes(name)
      .slice(0, MOST_GRAPHEMES - 2)
      .join("")
      .trim();
    const numbered = `${base} ${number}`;
    if (!taken.has(fold(numbered))) return numbered;
  }
  return undefined;
}
