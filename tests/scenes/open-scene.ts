import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { createServer, type ViteDevServer } from "vite";

/** Opens the scene's test page in headless Chromium; used by measurements and by whoever wants to look. */
export interface SceneBrowser {
  page(width: number, height: number): Promise<Page>;
  close(): Promise<void>;
}

/** @throws when no Chromium is found (CHROMIUM_PATH, else the system's) */
export async function openScene(): Promise<SceneBrowser> {
  const executablePath = [process.env.CHROMIUM_PATH, "/usr/bin/chromium", "/usr/bin/chromium-browser"].find(
    (path) => path !== undefined && existsSync(path),
  );
  if (executablePath === undefined) throw new Error("no Chromium: set CHROMIUM_PATH");
  const root = resolve(import.meta.dirname, "page");
  const server: ViteDevServer = await createServer({
    root,
    configFile: false,
    logLevel: "error",
    cacheDir: resolve(import.meta.dirname, "../../node_modules/.vite-scenes"),
    optimizeDeps: { include: ["phaser"] },
    server: { port: 0, strictPort: false, host: "127.0.0.1", fs: { strict: false }, hmr: false, watch: null },
  });
  await server.listen();
  const address = server.resolvedUrls?.local[0];
  const browser: Browser = await chromium.launch({
    executablePath,
    args: "--headless --no-sandbox --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync".split(
      " ",
    ),
  });
  return {
    async page(width, height) {
      const page = await browser.newPage({ viewport: { width, height } });
      page.on("pageerror", (error) => console.error("page:", error.message));
      page.on("console", (message) => message.type() === "error" && console.error("console:", message.text()));
      await page.goto(`${address}`);
      await page.waitForFunction(() => "scene" in window);
      return page;
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}
