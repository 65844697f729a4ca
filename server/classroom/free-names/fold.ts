/** Letters of other scripts, digits and signs that are read as a Latin letter. */
const LOOKS_LIKE: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ["а@4α", "a"],
    ["в8β", "b"],
    ["сς", "c"],
    ["е3ε", "e"],
    ["нη", "h"],
    ["і1!|ι", "i"],
    ["ј", "j"],
    ["кκ", "k"],
    ["м", "m"],
    ["п", "n"],
    ["о0οσ", "o"],
    ["рρ", "p"],
    ["ѕ5$", "s"],
    ["т7τ", "t"],
    ["уγυ", "y"],
    ["х×χ", "x"],
    ["ν", "v"],
    ["ω", "w"],
    ["ø", "o"],
    ["ł", "l"],
    ["đ", "d"],
    ["ß", "s"],
    ["ı", "i"],
  ].flatMap(([alike = "", letter = ""]) => [...alike].map((each) => [each, letter] as const)),
);

/** What a name reads like: small Latin letters without accents where it looks like them, words apart by one space. */
export function fold(name: string): string {
  const plain = name.normalize("NFKD").toLowerCase().replace(/\p{M}/gu, "");
  const read = [...plain].map((each) => LOOKS_LIKE[each] ?? each).join("");
  return read.replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}
