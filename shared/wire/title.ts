/** Longest title of a session, characters; the rest is cut off. What is typed may be longer. */
export const MOST_TITLE = 80;
export const MOST_TITLE_TYPED = 400;

/**
 * What is kept of a title that somebody typed: text in one line, composed, without control, bidi or invisible characters.
 * It is text everywhere and never markup, so that nothing else needs to go.
 */
export function normaliseTitle(typed: string): string {
  const text = typed
    .normalize("NFC")
    .replace(/\s+/gu, " ")
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, "")
    .trim();
  return [...text].slice(0, MOST_TITLE).join("").trim();
}
