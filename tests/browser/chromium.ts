import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

/** Where a Chromium may be, first found wins; else the one inside the npm package @sparticuz/chromium (Linux x64). */
const SYSTEM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Nothing of a test's browser talks to anyone but the server under test. */
const FLAGS = [
  "--no-sandbox",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // Pages of one class are windows that nobody looks at: their timers and frames must not be slowed.
  "--disable-background-timer-throttling",
  "--disable-backgrounding-occluded-windows",
  "--disable-renderer-backgrounding",
];

export interface LaunchOptions {
  /** Only the npm package's Chromium, so that golden images meet the build that made them. */
  readonly packaged?: boolean;
}

/** Starts a headless Chromium: CHROMIUM_PATH, a system one, or the npm package's. */
export async function launchChromium({ packaged = false }: LaunchOptions = {}): Promise<Browser> {
  const chosen = process.env.CHROMIUM_PATH ?? SYSTEM.find((path) => existsSync(path));
  if (chosen && !packaged) return chromium.launch({ executablePath: chosen, args: FLAGS });
  const { default: bundled } = await import("@sparticuz/chromium");
  const args = [...bundled.args.filter((arg) => !arg.startsWith("--headless")), ...FLAGS];
  return chromium.launch({ executablePath: await bundled.executablePath(), args });
}
