import type { Browser } from "playwright-core";
import { hostClass, openWindow } from "../browser/pages.ts";
import type { TestServer } from "../helpers/running-class.ts";

/** What a phone's page costs on a slow phone, and how much it jumps. */
export interface PhonePage {
  /** From the start of the visit until the button is there and its neuron is in the class, ms. */
  readonly usable: number;
  /** Cumulative layout shift until then and two seconds after. */
  readonly shift: number;
}

/** How many times slower than this machine. */
const THROTTLE = 6;

/** Opens the page as a newcomer's phone does: an empty cache, a seat not yet taken. */
export async function measurePhonePage(browser: Browser, server: TestServer): Promise<PhonePage> {
  const { page: stage, context: teacher } = await openWindow(browser, []);
  const code = await hostClass(stage, server);
  // The projector's drawing is another computer's.
  await teacher.close();
  const { page, context } = await openWindow(browser, [], { width: 360, height: 640 });
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: THROTTLE });
  await page.addInitScript(() => {
    const seen = { shift: 0, usable: 0 };
    Object.assign(window, { seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.shift += (entry as PerformanceEntry & { value: number }).value;
    }).observe({ type: "layout-shift", buffered: true });
    const look = (): void => {
      const live = document.querySelector('[data-testid="status"][data-status="live"]');
      if (live && document.querySelector('[data-testid="fire"]')) seen.usable = performance.now();
      else requestAnimationFrame(look);
    };
    look();
  });
  await page.goto(`${server.url}/play/${code}`);
  await page.waitForFunction(() => (window as unknown as { seen: PhonePage }).seen.usable > 0);
  await page.waitForTimeout(2000);
  const seen = await page.evaluate(() => (window as unknown as { seen: PhonePage }).seen);
  await context.close();
  return seen;
}
