import { expect, test } from "vitest";
import { en } from "../shared/locales/en.ts";
import { ptBR } from "../shared/locales/pt-BR.ts";

/** Every text with its place, such as `home.rounds.one`. */
function flat(node: unknown, path = ""): Map<string, string> {
  if (typeof node === "string") return new Map([[path, node]]);
  const found = new Map<string, string>();
  for (const [key, child] of Object.entries(node as object)) {
    for (const [place, text] of flat(child, path ? `${path}.${key}` : key)) found.set(place, text);
  }
  return found;
}

const slots = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!).sort();

const english = flat(en);
const portuguese = flat(ptBR);

test("every language says the same things", () => {
  expect([...portuguese.keys()].sort()).toEqual([...english.keys()].sort());
});

test("a text has the same slots in every language", () => {
  for (const [place, text] of english)
    expect([place, ...slots(portuguese.get(place)!)]).toEqual([place, ...slots(text)]);
});

test("no text is empty, padded or left over from an edit", () => {
  for (const [place, text] of [...english, ...portuguese]) {
    expect(text.trim(), place).toBe(text);
    expect(text, place).not.toMatch(/^$|TODO|\s{2}/);
  }
});
