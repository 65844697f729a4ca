import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { openRecording } from "../../shared/recording/bytes.ts";
import { TICK_MS } from "../../shared/session/events.ts";
import { PlayedClass } from "../helpers/played-class.ts";
import { rewritten } from "../helpers/rewritten.ts";
import { startTestServer } from "../helpers/running-class.ts";
import { launchChromium } from "./chromium.ts";
import { openWindow, viewUntil } from "./pages.ts";

/** A class of another model, with scripts in whatever of it is text. */
const played = new PlayedClass(12, 5);
played.step(60);
played.play(2, (seat) => seat !== 3);
played.step(100);
played.accept({ kind: "end" });
played.step(30);
const SCRIPT = "<img src=x onerror=window.hacked=1>";
const header = (line: string, change: object): string => JSON.stringify({ ...(JSON.parse(line) as object), ...change });
const foreign = rewritten(played.text(), ([first, ...lines]) => [
  header(first!, { model: "99.1.0", classId: SCRIPT, title: SCRIPT }),
  ...lines,
]);
const contradicting = rewritten(played.text(), (lines) => {
  const index = lines.findIndex((line) => line.startsWith("[300,"));
  return lines.toSpliced(index, 0, '[300,"t",44,3]');
});

const choose = (page: Page, name: string, text: string) =>
  page
    .getByTestId("open-recording")
    .setInputFiles({ name, mimeType: "application/x-ndjson", buffer: Buffer.from(text) });
const seek = (page: Page, tick: number): Promise<void> =>
  page.getByTestId("seek").evaluate((input: HTMLInputElement, ms) => {
    input.value = String(ms);
    input.dispatchEvent(new Event("input", { bubbles: true }));
  }, tick * TICK_MS);

test("a class of another model is shown as it was recorded, and says so; so is one that contradicts itself", async () => {
  const server = await startTestServer();
  const browser = await launchChromium();
  const complaints: string[] = [];
  try {
    const { page } = await openWindow(browser, complaints, { width: 1920, height: 1080 });
    await page.goto(`${server.url}/replay/local`);
    await choose(page, "foreign.ndjson", foreign);
    await page.locator('[data-testid="keyframes"][data-why="model"]').waitFor();
    expect(await page.getByTestId("keyframes").textContent()).toContain("99.1.0");
    expect(await page.getByTestId("origin").getAttribute("data-origin")).toBe("unsigned");
    expect(await page.getByTestId("verified").getAttribute("data-state")).toBe("keyframes");
    const { keyframes } = await openRecording(new Uint8Array(Buffer.from(foreign)));
    for (const { tick, view } of keyframes.toReversed()) {
      await seek(page, tick);
      await viewUntil(page, (shown) => shown.tick === tick);
      const seats = await page.evaluate(() => structuredClone(window.fireTogether!.view!.seats));
      expect(seats).toEqual(view.seats);
    }
    const inRound = keyframes.find(({ view }) => view.phase === "round")!.tick + 130;
    await seek(page, inRound);
    await viewUntil(page, (shown) => shown.tick === inRound);
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    // Figures are this model's, and say so; what would have been is not asked of another class than was.
    await page.getByTestId("what-if").click();
    await page.getByTestId("what-if-unasked").waitFor();
    expect(await page.getByTestId("what-if-run").count()).toBe(0);
    await page.keyboard.press("Escape");
    await page.getByTestId("save").click();
    await page.getByTestId("simulated").waitFor();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await page.getByTestId("report-open").click();
    await page.getByTestId("report").getByTestId("simulated").waitFor();
    await page.getByTestId("report-close").click();
    expect(await page.evaluate(() => "hacked" in window)).toBe(false);

    await page.goto(`${server.url}/replay/local`);
    await choose(page, "contradicting.ndjson", contradicting);
    await page.locator('[data-testid="keyframes"][data-why="contradiction"]').waitFor();
    const last = keyframes.at(-1)!;
    await seek(page, last.tick);
    await viewUntil(page, (shown) => shown.tick === last.tick && shown.phase === "ended");
    expect(complaints).toEqual([]);
  } finally {
    await browser.close();
    await server.close();
  }
}, 240_000);
