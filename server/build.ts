/**
 * Builds the pages: Vite, then compressed copies of what is worth it, then a note of what they were built from, by
 * which `npm start` knows whether to build again. `npm run build` builds whatever has changed or not.
 */
import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { build } from "vite";

const ROOT = resolve(import.meta.dirname, "..");
const CLIENT = join(ROOT, "client");
const DIST = join(CLIENT, "dist");
/** What pages are made of. */
const SOURCES = [CLIENT, join(ROOT, "shared"), join(ROOT, "package-lock.json"), join(ROOT, "tsconfig.json")];
const NOTE = join(DIST, ".built-from");

/** Fonts and pictures are compressed already. */
const COMPRESSIBLE = /\.(css|html|js|json|svg|txt|wasm|webmanifest)$/;
/** Below this a header outweighs the gain, bytes. */
const WORTH_IT = 1024;

const toGzip = promisify(gzip);
const toBrotli = promisify(brotliCompress);

async function filesUnder(path: string): Promise<string[]> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => undefined);
  if (entries === undefined) return [path];
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** Hash of everything that pages are built from: paths and contents, so that a checkout's dates do not matter. */
async function sourceHash(): Promise<string> {
  const paths = (await Promise.all(SOURCES.map(filesUnder))).flat().filter((path) => !path.startsWith(DIST));
  const hash = createHash("sha256");
  for (const path of paths.sort()) {
    hash.update(`${path.slice(ROOT.length)}\0`).update(await readFile(path));
    hash.update("\0");
  }
  return hash.digest("hex");
}

async function compress(path: string): Promise<void> {
  const plain = await readFile(path);
  if (plain.length < WORTH_IT) return;
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
  };
  // Browsers ask for Brotli only over https; in a classroom's LAN they get gzip.
  const copies = await Promise.all([toGzip(plain, { level: 9 }), toBrotli(plain, { params })]);
  await writeFile(`${path}.gz`, copies[0]);
  await writeFile(`${path}.br`, copies[1]);
}

/** Builds the pages. @param logLevel how much Vite says */
export async function buildPages(logLevel: "info" | "warn" = "info"): Promise<void> {
  const from = await sourceHash();
  // Under a test runner NODE_ENV says "test", and JSX would carry every file's name and line into the pages.
  const { NODE_ENV } = process.env;
  process.env.NODE_ENV = "production";
  try {
    await build({ configFile: join(CLIENT, "vite.config.ts"), mode: "production", logLevel });
  } finally {
    if (NODE_ENV === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = NODE_ENV;
  }
  const files = (await filesUnder(DIST)).filter((path) => COMPRESSIBLE.test(path));
  await Promise.all(files.map(compress));
  await writeFile(NOTE, from);
}

/** Whether the built pages are those of the present sources. */
export async function pagesAreFresh(): Promise<boolean> {
  const note = await readFile(NOTE, "utf8").catch(() => undefined);
  return note !== undefined && note === (await sourceHash());
}

if (import.meta.main) await buildPages();
