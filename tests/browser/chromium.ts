import { existsSync } from "node:fs";
import { setPriority } from "node:os";
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

/** WebGL alone by the processor: did it put the page together that way too, a screenshot would take seconds. */
const WEBGL_FLAGS = ["--use-gl=angle", "--use-angle=swiftshader-webgl", "--enable-unsafe-swiftshader"];

/** Its threads that draw have -8. */
const BEFORE_CHROMIUM = -9;

export interface LaunchOptions {
  /**
   * Only the npm package's Chromium with the package's own flags, so that golden images meet the build that made them. It is
   * one process, as for a cloud function: a page that is closed takes the browser with it.
   */
  readonly packaged?: boolean;
  /**
   * WebGL, drawn by the processor. It queues up pictures for half a minute where a whole class is drawn, so pages are tested
   * as a school's computer without a graphics card has them.
   */
  readonly webgl?: boolean;
}

/** Starts a headless Chromium: CHROMIUM_PATH, a system one, or the npm package's. */
export async function launchChromium(options: LaunchOptions = {}): Promise<Browser> {
  const browser = await launched(options);
  keepUp();
  return browser;
}

/**
 * Where it may (as root), Chromium takes precedence for what it draws, and without a graphics card that is all there is of
 * two cores. The server under test and its pupils come before it.
 */
function keepUp(): void {
  try {
    setPriority(BEFORE_CHROMIUM);
  } catch {
    // Nor may Chromium.
  }
}

async function launched({ packaged = false, webgl = false }: LaunchOptions): Promise<Browser> {
  const args = webgl ? [...FLAGS, ...WEBGL_FLAGS] : FLAGS;
  const chosen = process.env.CHROMIUM_PATH ?? SYSTEM.find((path) => existsSync(path));
  if (chosen && !packaged) return chromium.launch({ executablePath: chosen, args });
  const { default: bundled } = await import("@sparticuz/chromium");
  const executablePath = await bundled.executablePath();
  if (!packaged) return chromium.launch({ executablePath, args });
  const own = bundled.args.filter((arg) => !arg.startsWith("--headless"));
  return chromium.launch({ executablePath, args: [...own, ...FLAGS] });
}
