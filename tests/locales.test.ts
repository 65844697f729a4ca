import { globSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { NAMES } from "../shared/lesson/names.ts";
import { LANGUAGES } from "../shared/locales/locale.ts";

const ROOT = join(import.meta.dirname, "../shared/locales");

/** Every text with its place, such as `home.rounds.one`. */
function flat(node: unknown, path = ""): Map<string, string> {
  if (typeof node === "string") return new Map([[path, node]]);
  const found = new Map<string, string>();
  for (const [key, child] of Object.entries(node as object)) {
    for (const [place, text] of flat(child, path ? `${path}.${key}` : key)) found.set(place, text);
  }
  return found;
}

/** The one table that a file of texts exports, flat. */
async function table(file: string): Promise<Map<string, string>> {
  const exported = Object.values((await import(join(ROOT, file))) as object);
  expect(exported.length, file).toBe(1);
  return flat(exported[0]);
}

const slots = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!).sort();

/** Tables by their English file: `en.ts`, `lesson/lesson.en.ts`, … */
const english = globSync("**/{en,*.en}.ts", { cwd: ROOT }).sort();
const inLanguage = (file: string, language: string): string =>
  join(dirname(file), basename(file).replace(/en\.ts$/, `${language}.ts`));

test("every table of texts is there in every language, and no other", () => {
  expect(english.length).toBeGreaterThan(15);
  const tables = globSync("**/*.ts", { cwd: ROOT }).filter((file) => !/(^locale|-texts)\.ts$/.test(file));
  const wanted = english.flatMap((file) => LANGUAGES.map((language) => inLanguage(file, language)));
  expect(tables.sort()).toEqual(wanted.sort());
});

describe.each(LANGUAGES)("in %s", (language) => {
  test.each(english)("%s says the same things, with the same slots", async (file) => {
    const [source, own] = await Promise.all([table(file), table(inLanguage(file, language))]);
    expect([...own.keys()].sort()).toEqual([...source.keys()].sort());
    for (const [place, text] of source) {
      expect([place, ...slots(own.get(place)!)]).toEqual([place, ...slots(text)]);
      expect(own.get(place) === "", place).toBe(text === "");
    }
  });

  test.each(english)("%s has no text that is padded, left over from an edit, or another language's", async (file) => {
    const own = await table(inLanguage(file, language));
    for (const [place, text] of own) {
      expect(text.trim(), place).toBe(text);
      expect(text, place).not.toMatch(/TODO|\s{2}/);
      if (language === "es") expect(text, place).not.toMatch(/[ãõêâôàçÃÕÇ]/);
      if (language === "pt-BR") expect(text, place).not.toMatch(/[ñ¿¡]/);
      if (language === "en") expect(text, place).not.toMatch(/[ãõêâôàçñáíóúÃÕÇ¿¡]/);
    }
  });

  test("two neurons of a class never have the same name", () => {
    expect(new Set(NAMES.map((name) => name[language])).size).toBe(NAMES.length);
    for (const name of NAMES) expect(name[language].length, name.en).toBeLessThanOrEqual(16);
  });
});
