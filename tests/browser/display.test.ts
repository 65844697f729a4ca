import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { startTestServer } from "../helpers/running-class.ts";
import { launchChromium } from "./chromium.ts";
import { hostClass, openWindow, viewOn, viewUntil } from "./pages.ts";

const TOGETHER = 2;

/** The middle of the picture, where no word stands over it. */
async function picture(page: Page): Promise<string> {
  const box = (await page.getByTestId("scene").boundingBox())!;
  const clip = {
    x: box.x + box.width * 0.3,
    y: box.y + box.height * 0.35,
    width: box.width * 0.4,
    height: box.height / 4,
  };
  return (await page.screenshot({ clip })).toString("base64");
}

test("a viewer holds the picture while the class goes on, and lets it go again without a storm", async () => {
  const server = await startTestServer();
  const browser = await launchChromium();
  const complaints: string[] = [];
  try {
    const { page } = await openWindow(browser, complaints);
    await hostClass(page, server);
    for (let i = 0; i < 16; i++) await page.getByTestId("bots-more").click();
    await page.getByTestId("round-select").selectOption({ index: TOGETHER });
    await page.getByTestId("start").click();
    const { beat } = await viewUntil(page, (view) => view.phase === "round" && view.beat >= 3);
    const moving = await picture(page);
    await expect.poll(() => picture(page)).not.toBe(moving);

    await page.keyboard.press("h");
    await page.getByTestId("held").waitFor();
    const still = await picture(page);
    for (let i = 0; i < 4; i++) {
      await page.waitForTimeout(300);
      expect(await picture(page)).toBe(still);
    }
    // The class was not told.
    expect((await viewOn(page))!.paused).toBe(false);
    expect((await viewOn(page))!.beat).toBeGreaterThan(beat);

    await page.keyboard.press("h");
    await page.getByTestId("held").waitFor({ state: "detached" });
    await expect.poll(() => picture(page)).not.toBe(still);

    await page.getByTestId("display").click();
    await page.getByTestId("display-theme").click();
    const theme = (): Promise<string | undefined> => page.evaluate(() => document.documentElement.dataset.theme);
    expect(await theme()).toBe("light");
    await page.reload();
    await page.getByTestId("scene").waitFor();
    expect(await theme()).toBe("light");
    await page.keyboard.press("t");
    expect(await theme()).toBe("dark");
    expect(complaints).toEqual([]);
  } finally {
    await browser.close();
    await server.close();
  }
}, 180_000);
