import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { BUILT_PAGES } from "../../server/main.ts";
import { LANGUAGES } from "../../shared/locales/locale.ts";
import { setup as buildPages } from "../helpers/build-pages.ts";

/**
 * Compressed JavaScript that a phone needs before it can fire, bytes: the play page's script, all it imports, and the
 * largest of the languages. What is fetched later (the drawing of the synapse) does not count.
 */
export async function measurePhoneBundle(): Promise<{ readonly bytes: number; readonly files: readonly string[] }> {
  await buildPages();
  const html = await readFile(join(BUILT_PAGES, "play.html"), "utf8");
  const files = new Set<string>();
  const read = (name: string): Promise<string> => readFile(join(BUILT_PAGES, "assets", name), "utf8");
  const follow = async (name: string): Promise<void> => {
    if (files.has(name)) return;
    files.add(name);
    const code = await read(name);
    for (const [, next] of code.matchAll(/(?:from|import)\s*"\.\/([\w.-]+\.js)"/g)) await follow(next!);
  };
  for (const [, name] of html.matchAll(/assets\/([\w.-]+\.js)"/g)) await follow(name!);
  const zip = async (name: string): Promise<number> => gzipSync(await read(name), { level: 9 }).length;
  const chunks = new RegExp(`\\./((?:${LANGUAGES.join("|")})-[\\w-]+\\.js)`, "g");
  const all = (await Promise.all([...files].map(async (name) => (await read(name)).matchAll(chunks)))).flatMap(
    (matches) => [...matches].map(([, name]) => name!),
  );
  const languages = await Promise.all([...new Set(all)].map(zip));
  if (languages.length !== LANGUAGES.length) throw new Error(`${languages.length} chunks for ${LANGUAGES.join(", ")}`);
  const sizes = await Promise.all([...files].map(zip));
  return { bytes: sizes.reduce((a, b) => a + b, 0) + Math.max(...languages), files: [...files] };
}
