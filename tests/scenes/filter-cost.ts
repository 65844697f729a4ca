import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";

const tokens = readFileSync(join(import.meta.dirname, "../../client/ui/tokens.css"), "utf8");
/** The CSS filter that turns the picture to light colours. */
export const LIGHT = tokens.match(/--picture: (invert[^;]+);/)![1]!;

/** Processor time of all the browser's processes, ms. */
async function processorTime(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  return 1000 * processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
}

/**
 * What the light colours' filter adds to a frame of the stage, ms of processor time in all processes: without a graphics
 * card all of it is the processor's.
 * @param page    that `openScene().page(1920, 1080)` opened
 */
export async function measureFilter(page: Page, frames = 30): Promise<number> {
  const browser = page.context().browser()!;
  await page.evaluate(() => window.scene.openBusy("canvas"));
  const took = async (filter: string): Promise<number> => {
    const from = await processorTime(browser);
    await page.evaluate(
      async ([look, n]) => {
        document.querySelector("canvas")!.style.filter = look;
        for (let i = 0; i < n; i++) {
          window.scene.drawBusy(1);
          await new Promise((next) => requestAnimationFrame(next));
        }
      },
      [filter, frames] as const,
    );
    return (await processorTime(browser)) - from;
  };
  await took(LIGHT);
  return ((await took(LIGHT)) - (await took("none"))) / frames;
}
