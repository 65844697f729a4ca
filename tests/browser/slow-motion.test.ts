import { expect, test } from "vitest";
import { startTestServer } from "../helpers/running-class.ts";
import { launchChromium } from "./chromium.ts";
import { endClass, hostClass, openWindow, viewUntil } from "./pages.ts";

const TOGETHER = 2;

test("after a round its decisive moment is watched slowly, step by step, forwards and back, live and in the replay", async () => {
  const server = await startTestServer();
  const browser = await launchChromium();
  const complaints: string[] = [];
  try {
    const { page } = await openWindow(browser, complaints);
    await hostClass(page, server);
    for (let i = 0; i < 16; i++) await page.getByTestId("bots-more").click();
    await page.getByTestId("round-select").selectOption({ index: TOGETHER });
    await page.getByTestId("start").click();
    await viewUntil(page, (view) => view.phase === "round" && view.beat > 2);
    expect(await page.getByTestId("slow").count()).toBe(0);
    // What happens for the first time is told over the picture.
    const banner = (kind: string): Promise<void> =>
      page.locator(`[data-testid="banner"][data-kind="${kind}"]`).waitFor({ timeout: 20_000 });
    await banner("spike");
    await viewUntil(page, (view) => view.phase === "lapse", 90_000);
    await banner("recruit");

    const step = (): Promise<string | null> => page.getByTestId("slow-step").getAttribute("data-step");
    const walk = async (): Promise<void> => {
      await page.getByTestId("slow").click();
      // It plays by itself, and reaches calcium.
      await expect.poll(step, { timeout: 25_000 }).toBe("calcium");
      const seen = [await step()];
      for (let i = 0; i < 8 && (await step()) !== "begin"; i++) {
        await page.getByTestId("slow-back").click();
        seen.push(await step());
      }
      expect(seen).toContain("magnesium");
      expect(seen.slice(-2)).toEqual(["arrive", "begin"]);
      await page.keyboard.press("ArrowRight");
      expect(await step()).toBe("arrive");
      await page.keyboard.press("Escape");
      await page.getByTestId("slow-panel").waitFor({ state: "detached" });
    };
    await walk();
    // What begins next closes it.
    await viewUntil(page, (view) => view.phase === "between", 30_000);
    await page.keyboard.press("s");
    await page.getByTestId("slow-panel").waitFor();
    await page.getByTestId("start").click();
    await page.getByTestId("slow-panel").waitFor({ state: "detached" });
    await endClass(page);

    await page.getByTestId("replay").click();
    await page.getByTestId("seek").waitFor();
    await page.getByTestId("jump").selectOption({ index: 1 });
    await page.getByTestId("play").click();
    await banner("recruit");
    await viewUntil(page, (view) => view.phase === "lapse", 90_000);
    await page.getByTestId("play").click();
    await walk();
    expect(complaints).toEqual([]);
  } finally {
    await browser.close();
    await server.close();
  }
}, 240_000);
