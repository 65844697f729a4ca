import { resolve } from "node:path";
import type { Page } from "playwright-core";
import { createServer, type ViteDevServer } from "vite";
import { type LaunchOptions, launchChromium } from "../browser/chromium.ts";

/** Opens the scene's test page in headless Chromium; used by measurements and by whoever wants to look. */
export interface SceneBrowser {
  /** @param ratio  device px per CSS px */
  page(width: number, height: number, ratio?: number): Promise<Page>;
  /** What its pages reported as errors. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

/** @throws when no Chromium starts (tests/browser/chromium.ts) */
export async function openScene(options: LaunchOptions = {}): Promise<SceneBrowser> {
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
  const browser = await launchChromium({ webgl: true, ...options });
  const complaints: string[] = [];
  const complain = (text: string): void => {
    complaints.push(text);
    console.error(text);
  };
  return {
    complaints,
    async page(width, height, ratio = 1) {
      const page = await browser.newPage({ viewport: { width, height }, deviceScaleFactor: ratio });
      page.on("pageerror", (error) => complain(`page: ${error.message}`));
      page.on("console", (message) => message.type() === "error" && complain(`console: ${message.text()}`));
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
