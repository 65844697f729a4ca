/** `npm run dev`: the same server on the same port, with the pages straight from their sources through Vite. */
import { readFile } from "node:fs/promises";
import type { Server as HttpServer } from "node:http";
import { join, resolve } from "node:path";
import type { RequestHandler } from "express";
import { createServer } from "vite";
import type { PageSource } from "./http/pages.ts";
import { run } from "./run.ts";

const CLIENT = resolve(import.meta.dirname, "../client");

async function livePages(http: HttpServer): Promise<PageSource> {
  const vite = await createServer({
    configFile: join(CLIENT, "vite.config.ts"),
    appType: "custom",
    server: { middlewareMode: true, hmr: { server: http } },
  });
  return {
    live: true,
    page: (name): RequestHandler => {
      const file = join(CLIENT, `${name}.html`);
      return async (req, res) => {
        const html = await vite.transformIndexHtml(`/${name}.html`, await readFile(file, "utf8"), req.originalUrl);
        res.set("Cache-Control", "no-cache").type("html").send(html);
      };
    },
    assets: vite.middlewares,
    close: () => vite.close(),
  };
}

await run({ pages: livePages });
