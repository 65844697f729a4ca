import { readFileSync } from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "vitest";
import { ClassroomRoom } from "../../server/classroom/classroom.ts";
import { startTestServer } from "../helpers/running-class.ts";
import { launchChromium } from "./chromium.ts";
import { endClass, hostClass, openWindow, viewOn, viewUntil } from "./pages.ts";

const TOGETHER = "2";

test("a class is watched as it was and as it would have been with APV: the LTP that really happened is lost", async () => {
  const server = await startTestServer();
  ClassroomRoom.services = { ...ClassroomRoom.services, pace: 10 };
  const browser = await launchChromium();
  const complaints: string[] = [];
  try {
    const { page } = await openWindow(browser, complaints, { width: 1280, height: 720, locale: "en" });
    await hostClass(page, server);
    for (let i = 0; i < 16; i++) await page.getByTestId("bots-more").click();
    await viewUntil(page, (view) => view.seats.length === 16);
    await page.getByTestId("round-select").selectOption(TOGETHER);
    await page.getByTestId("start").click();
    await viewUntil(page, (view) => view.phase === "between" && view.round === 2);
    const won = await page.getByTestId("receptors").textContent();
    await endClass(page);
    await page.getByTestId("replay").click();
    await page.locator('[data-testid="verified"][data-state="agrees"]').waitFor();

    await page.getByTestId("what-if").click();
    await page.getByTestId("what-if-drug").selectOption("apv");
    expect(await page.getByTestId("what-if-run").isEnabled()).toBe(true);
    await page.getByTestId("what-if-run").click();
    const ends = page.getByTestId("what-if-ends");
    await ends.waitFor();
    const [was, would] = await ends.locator("tbody tr").first().locator("td").allTextContents();
    expect(was).toBe(won);
    expect(Math.abs(Number(would!.replace("−", "-")))).toBeLessThanOrEqual(2);
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await page.keyboard.press("Escape");

    // The same instant in both worlds.
    await page.keyboard.press("End");
    await viewUntil(page, (view) => view.conditions.drugs.includes("apv") && view.phase === "ended");
    const other = await viewOn(page);
    expect(other!.plot.at(-1)!.a).toBeLessThan(103);
    await page.getByTestId("world-was").click();
    const real = await viewUntil(page, (view) => view.conditions.drugs.length === 0);
    expect(real.plot.at(-1)!.a).toBeGreaterThan(120);
    expect(real.tick).toBe(other!.tick);

    // What is shown can be taken home.
    await page.getByTestId("save").click();
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByTestId("save-students").click()]);
    expect(download.suggestedFilename()).toBe("students.csv");
    expect(readFileSync(await download.path(), "utf8").split("\r\n").length).toBe(1 + 16 + 1);

    await page.getByTestId("save").click();
    await page.getByTestId("report-open").click();
    const report = page.getByTestId("report");
    await report.waitFor();
    expect(await report.locator("tbody tr").count()).toBe(1);
    expect(await report.locator("ol li").count()).toBe(10);
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await page.getByTestId("report-close").click();
    await page.getByTestId("seek").waitFor();

    // A file that is none changes nothing.
    await page.getByTestId("what-if").click();
    await page.getByTestId("what-if-file").setInputFiles({
      name: "what-if.json",
      mimeType: "application/json",
      buffer: Buffer.from('{"whatIf":1,"from":0,"changes":[{"kind":"drug","drug":"water","on":true}]}'),
    });
    await page.getByRole("alert").waitFor();
    await page.getByTestId("what-if-forget").click();
    await page.getByTestId("world-was").waitFor({ state: "detached" });
    expect(complaints).toEqual([]);
  } finally {
    await browser.close();
    await server.close();
  }
}, 90_000);
