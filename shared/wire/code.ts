/** Join codes: six symbols without vowels (no words) and without look-alikes; 25^6 = 2.4e8. */
export const CODE_ALPHABET = "23456789BCDFGHJKMNPQRTVWX";
export const CODE_LENGTH = 6;

/** Moves a seat to another device; lasts five minutes. */
export const RESUME_LENGTH = 4;
/** Leads a class from another computer; 25^12 = 6e16. */
export const PHRASE_LENGTH = 12;

/** What a person typed, made a code: any case, spaces and hyphens ignored. Undefined when it cannot be one. */
export function normaliseCode(typed: string, length = CODE_LENGTH): string | undefined {
  const code = typed.toUpperCase().replace(/[\s-]/g, "");
  if (code.length !== length) return undefined;
  for (const symbol of code) if (!CODE_ALPHABET.includes(symbol)) return undefined;
  return code;
}

/** The code as it is shown: `KRM 4T7`. */
export const spokenCode = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`;

/** A recovery phrase as it is written down: `KRM4 T7BC DFGH`. */
export const spokenPhrase = (phrase: string): string => phrase.replace(/.{4}(?=.)/g, "$& ");
