import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { extname, join, relative, sep } from "node:path";
import type { Request, RequestHandler, Response } from "express";
import type { PageName, PageSource } from "./pages.ts";

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".mp3": "audio/mpeg",
  ".ogg": "audio/ogg",
  ".png": "image/png",
  ".svg": "image/svg+xml; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".webp": "image/webp",
  ".woff": "font/woff",
  ".woff2": "font/woff2",
};

/** Files under assets/ carry a hash of their content in their name: they never change. */
const FOREVER = "public, max-age=31536000, immutable";
/** The rest is asked for each time, and answered with 304 while it is the same. */
const REVALIDATE = "no-cache";

interface StoredFile {
  readonly type: string;
  readonly caching: string;
  readonly etag: string;
  readonly plain: Buffer;
  readonly br?: Buffer;
  readonly gzip?: Buffer;
}

/**
 * The pages as `npm run build` wrote them, held in memory (a few megabytes): a class loading at once costs no disk,
 * only files that exist can be asked for, and a build during a lesson breaks nothing.
 *
 * @param folder client/dist; without it the server answers pages with 503
 */
export async function builtPages(folder: string): Promise<PageSource> {
  const files = await readFolder(folder);
  const page = (name: PageName): RequestHandler => {
    const file = files.get(`/${name}.html`);
    return (req, res) => {
      if (file) return send(req, res, file);
      res.status(503).type("text").send("The pages are not built: stop the server and start it with npm start.\n");
    };
  };
  const assets: RequestHandler = (req, res, next) => {
    const file = req.path.endsWith(".html") ? undefined : files.get(req.path);
    if (file === undefined || (req.method !== "GET" && req.method !== "HEAD")) return next();
    send(req, res, file);
  };
  return { live: false, page, assets, close: async () => {} };
}

function send(req: Request, res: Response, file: StoredFile): void {
  res.set({ "Content-Type": file.type, "Cache-Control": file.caching, ETag: file.etag, Vary: "Accept-Encoding" });
  const best = req.acceptsEncodings([...(file.br ? ["br"] : []), ...(file.gzip ? ["gzip"] : []), "identity"]);
  const body = best === "br" ? file.br : best === "gzip" ? file.gzip : undefined;
  if (body) res.set("Content-Encoding", best || "identity");
  res.send(body ?? file.plain);
}

async function readFolder(folder: string): Promise<ReadonlyMap<string, StoredFile>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const contents = new Map<string, Buffer>();
  for (const entry of entries) {
    if (!entry.isFile() || entry.name.startsWith(".")) continue;
    const path = join(entry.parentPath, entry.name);
    contents.set(`/${relative(folder, path).split(sep).join("/")}`, await readFile(path));
  }
  const files = new Map<string, StoredFile>();
  for (const [path, plain] of contents) {
    const type = TYPES[extname(path)];
    if (type === undefined) continue;
    const br = contents.get(`${path}.br`);
    const gzip = contents.get(`${path}.gz`);
    files.set(path, {
      type,
      caching: path.startsWith("/assets/") ? FOREVER : REVALIDATE,
      // Weak: the same page has the same tag however it is compressed.
      etag: `W/"${createHash("sha256").update(plain).digest("base64url").slice(0, 22)}"`,
      plain,
      ...(br ? { br } : {}),
      ...(gzip ? { gzip } : {}),
    });
  }
  return files;
}
