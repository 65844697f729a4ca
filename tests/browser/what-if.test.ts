import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { ClassroomRoom } from "../../server/classroom/classroom.ts";
import type { ClassView } from "../../shared/session/view.ts";
import { PlayedClass } from "../helpers/played-class.ts";
import { startTestServer } from "../helpers/running-class.ts";
import { launchChromium } from "./chromium.ts";
import { endClass, hostClass, openWindow, viewUntil } from "./pages.ts";

const TOGETHER = "2";

/** What both pictures show, once both are there. */
async function bothOn(page: Page): Promise<{ was: ClassView; would: ClassView }> {
  await page.waitForFunction(() => window.besideTogether?.view !== undefined);
  return page.evaluate(() => structuredClone({ was: window.fireTogether!.view!, would: window.besideTogether!.view! }));
}

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

    // Side by side from where they part, which is after the first beat; the mark on the timeline is there too.
    await page.getByTestId("what-if-watch").click();
    await page.getByTestId("name-would").getByText("APV").waitFor();
    const started = await bothOn(page);
    expect(started.would.conditions.drugs).toEqual(["apv"]);
    expect(started.was.phase).toBe("round");
    expect(await page.getByTestId("parting").count()).toBe(1);
    const boxes = await page
      .getByTestId("scene")
      .evaluateAll((all) => all.map((box) => box.getBoundingClientRect().left));
    expect(boxes[1]).toBeGreaterThan(boxes[0]! + 100);
    // They stay in step while they play, and both are drawn.
    await viewUntil(page, (view) => view.tick > started.was.tick + 25);
    const later = await bothOn(page);
    expect(later.would.tick).toBe(later.was.tick);
    expect(await page.evaluate(() => window.besideTogether?.describe()?.synapses)).toBe(16);
    // Every neuron is at the same place in both; how large its spine is there is what differs.
    const places = await page.evaluate(() =>
      [window.fireTogether!, window.besideTogether!].map((shown) =>
        shown.anchors()?.synapses.map(({ x, y }) => [x, y]),
      ),
    );
    expect(places[1]).toEqual(places[0]);

    // The same instant in both worlds.
    await page.keyboard.press("End");
    await viewUntil(page, (view) => view.phase === "ended");
    const { was: real, would: other } = await bothOn(page);
    expect(other.tick).toBe(real.tick);
    expect(other.plot.at(-1)!.a).toBeLessThan(103);
    expect(real.plot.at(-1)!.a).toBeGreaterThan(120);
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await page.getByTestId("world-would").click();
    await viewUntil(page, (view) => view.conditions.drugs.includes("apv"));
    await page.getByTestId("world-was").click();
    await viewUntil(page, (view) => view.conditions.drugs.length === 0);

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

    // Another class beside this one: what is no recording is refused, a recording is aligned phase by phase.
    await page.getByTestId("save").click();
    const compare = (buffer: Buffer): Promise<void> =>
      page.getByTestId("compare-file").setInputFiles({ name: "class.gz", mimeType: "application/gzip", buffer });
    await compare(Buffer.from("no class"));
    await page.getByRole("alert").getByText("not a recording").waitFor();
    const scattered = new PlayedClass(18);
    scattered.play(Number(TOGETHER), () => true, 180);
    await compare(gzipSync(scattered.text()));
    const compared = page.getByTestId("compare");
    await compared.waitFor();
    const round = compared.locator("tbody").first();
    expect(await round.getByText("Fire together").count()).toBe(1);
    const [mine, others] = (await round.locator("td:nth-of-type(2)").allTextContents()).map((gain) =>
      Number(gain.replace("−", "-")),
    );
    expect(mine).toBeGreaterThan(others! + 10);
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    const [table] = await Promise.all([page.waitForEvent("download"), page.getByTestId("compare-save").click()]);
    expect(readFileSync(await table.path(), "utf8")).toContain("round,together,,");
    await page.getByTestId("compare-close").click();
    await page.getByTestId("seek").waitFor();

    // It can be kept as a file and opened again; a file for another class is refused by name, and changes nothing.
    await page.getByTestId("what-if").click();
    const [kept] = await Promise.all([page.waitForEvent("download"), page.getByTestId("what-if-save").click()]);
    const text = readFileSync(await kept.path(), "utf8");
    const openFile = (content: string): Promise<void> =>
      page.getByTestId("what-if-file").setInputFiles({
        name: "what-if.json",
        mimeType: "application/json",
        buffer: Buffer.from(content),
      });
    await openFile(text.replace(/"of": "\w+"/, '"of": "0000000000000000"'));
    await page.getByRole("alert").getByText("made for another recording").waitFor();
    expect(await page.getByTestId("world-was").count()).toBe(1);
    await page.getByTestId("what-if-forget").click();
    await page.getByTestId("world-was").waitFor({ state: "detached" });
    await openFile(text);
    await ends.waitFor();
    expect(await ends.locator("tbody tr").first().locator("td").allTextContents()).toEqual([was, would]);
    // Several changes at once, in a class that is another's size.
    await page.getByTestId("what-if-drug").selectOption("");
    await page.getByTestId("what-if-size").fill("20");
    await page.getByTestId("what-if-slow").selectOption("1");
    await page.getByTestId("what-if-run").click();
    await page.getByTestId("name-would").getByText("a class of 20").waitFor();
    expect((await bothOn(page)).would.seats.length).toBe(20);
    await page.getByTestId("what-if-forget").click();
    await page.getByTestId("world-was").waitFor({ state: "detached" });
    expect(complaints).toEqual([]);
  } finally {
    await browser.close();
    await server.close();
  }
}, 180_000);
