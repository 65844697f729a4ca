import { execFileSync } from "node:child_process";
import { globSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { build } from "vite";

/** Code of ours in other engines than Node's. */

const ROOT = join(import.meta.dirname, "../..");

/** JavaScriptCore's shell (Debian's libjavascriptcoregtk-4.0-bin), where there is one. */
export const jsc = (process.env.PATH ?? "")
  .split(delimiter)
  .map((folder) => join(folder, "jsc"))
  .find((path) => globSync(path).length > 0);

/** A module and all that it imports as one classic script that defines `golden`. @param entry  from the root */
export async function bundle(entry: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: "error",
    build: {
      write: false,
      minify: false,
      lib: { entry: join(ROOT, entry), formats: ["iife"], name: "golden" },
    },
  });
  const [result] = Array.isArray(built) ? built : [built];
  if (!result || !("output" in result)) throw new Error("vite gave no output");
  return result.output[0].code;
}

/** Runs a script in JavaScriptCore. @returns what it printed, as JSON says it */
export function inJsc<T>(script: string): T {
  const folder = mkdtempSync(join(tmpdir(), "golden-"));
  try {
    const file = join(folder, "golden.js");
    writeFileSync(file, script);
    return JSON.parse(execFileSync(jsc!, [file], { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 })) as T;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
