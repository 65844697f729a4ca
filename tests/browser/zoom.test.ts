import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { StageDescription } from "../../client/scenes/stage.ts";
import { startTestServer, type TestServer, until } from "../helpers/running-class.ts";
import { launchChromium } from "./chromium.ts";
import { endClass, hostClass, openWindow, viewOn, viewUntil } from "./pages.ts";

let server: TestServer;
let browser: Browser;
const complaints: string[] = [];
const TOGETHER = 2;
const SEATS = 12;

beforeAll(async () => {
  server = await startTestServer();
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** Waits until the camera has arrived there and its picture is sharp. */
async function arrived(page: Page, zoom: StageDescription["zoom"]): Promise<void> {
  await until(async () => (await page.evaluate(() => window.fireTogether!.describe()?.zoom)) === zoom, 10_000);
}
const pressed = (page: Page) => page.getByTestId("zooms").locator("[aria-pressed=true]").textContent();
const lookedAt = (page: Page) => page.getByTestId("looked-at").textContent();

async function clickOn(page: Page, seat: number): Promise<void> {
  const box = (await page.getByTestId("scene").boundingBox())!;
  const { x, y } = await page.evaluate((i) => window.fireTogether!.anchors()!.synapses[i]!, seat);
  await page.mouse.click(box.x + x, box.y + y);
}

test("a teacher looks nearer by click, key and button, goes from synapse to synapse, and the replay does the same", async () => {
  const { page } = await openWindow(browser, complaints, { width: 1920, height: 1080 });
  await hostClass(page, server);
  for (let i = 0; i < SEATS; i++) await page.getByTestId("bots-more").click();
  await viewUntil(page, (view) => view.seats.length === SEATS);
  await page.getByTestId("round-select").selectOption({ index: TOGETHER });
  await page.getByTestId("start").click();
  await viewUntil(page, (view) => view.phase === "round" && view.beat >= 1);
  await arrived(page, "cell");

  // In by clicks: the synapse under the pointer, then its molecules.
  await clickOn(page, 3);
  await arrived(page, "branch");
  await expect.poll(() => lookedAt(page)).toMatch(/^Looking at \S.*: 60 receptors$/);
  const tags = page.getByTestId("branch-tags").locator("p");
  await expect.poll(() => tags.count()).toBeGreaterThanOrEqual(5);
  expect(await tags.first().textContent()).toMatch(/^\d+ \S+.*60 ±0$/);
  const heights = await tags.evaluateAll((all) => all.map((tag) => Number.parseFloat(getComputedStyle(tag).fontSize)));
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(30);
  await clickOn(page, 3);
  await arrived(page, "synapse");
  await page.getByTestId("close-up").waitFor();
  await page.getByTestId("caption").waitFor();

  // Arrows go on to a neighbour, and neither start nor end anything; Escape goes out.
  const first = await lookedAt(page);
  const { round } = (await viewOn(page))!;
  const seen = new Set<string | null>();
  for (const arrow of ["Up", "Right", "Down", "Left", "Left", "Up"]) {
    await page.keyboard.press(`Arrow${arrow}`);
    await arrived(page, "synapse");
    await expect.poll(() => lookedAt(page)).toMatch(/receptors$/);
    seen.add(await lookedAt(page));
  }
  seen.delete(first);
  expect(seen.size).toBeGreaterThanOrEqual(2);
  expect((await viewOn(page))!).toMatchObject({ phase: "round", round, paused: false });
  await page.keyboard.press("Escape");
  await arrived(page, "branch");
  expect(await page.getByTestId("close-up").count()).toBe(0);
  await page.keyboard.press("Escape");
  await arrived(page, "cell");
  expect(await page.getByTestId("branch-tags").count()).toBe(0);

  // Numbers, plus and minus, and the buttons.
  await page.keyboard.press("3");
  await arrived(page, "synapse");
  await page.keyboard.press("-");
  await arrived(page, "branch");
  await page.getByTestId("zoom-cell").click();
  await arrived(page, "cell");
  expect(await pressed(page)).toBe("Cell");
  // A choice has letters and arrows of its own, and so has the laboratory; Escape there closes it alone.
  await page.getByTestId("jitter").focus();
  await page.keyboard.press("2");
  expect(await pressed(page)).toBe("Cell");
  await page.keyboard.press("2");
  await page.getByTestId("zoom-branch").click();
  await arrived(page, "branch");
  await page.getByTestId("laboratory").click();
  await page.locator("section.laboratory").waitFor();
  await page.keyboard.press("Escape");
  await expect.poll(() => page.locator("section.laboratory").count()).toBe(0);
  expect(await pressed(page)).toBe("Branch");
  await page.getByTestId("display").click();
  await page.getByTestId("display-calm").click();
  await page.keyboard.press("Escape");

  // Calm: no flight, the next frame is there.
  await page.getByTestId("zoom-synapse").click();
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  expect(await page.evaluate(() => window.fireTogether!.describe()!.zoom)).toBe("synapse");
  expect(await page.locator(".scene canvas").count()).toBe(1);

  await endClass(page);
  const hostKey = await page.evaluate(() => localStorage.getItem("fire-together.hostKey"));
  const answer = await fetch(`${server.url}/api/sessions`, { headers: { Authorization: `Bearer ${hostKey}` } });
  const [session] = (await answer.json()) as { id: string }[];
  await page.goto(`${server.url}/replay/${session!.id}`);
  await page.getByTestId("seek").waitFor();
  await page.getByTestId("jump").selectOption({ index: 1 });
  await page.keyboard.press("3");
  await arrived(page, "synapse");
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => lookedAt(page)).toMatch(/receptors$/);
  const followed = (await lookedAt(page))!.split(":")[0];
  await page.getByTestId("play").click();
  await viewUntil(page, (view) => view.beat >= 2);
  expect((await lookedAt(page))!.split(":")[0]).toBe(followed);
  expect(await page.locator(".scene canvas").count()).toBe(1);
  expect(complaints).toEqual([]);
}, 180_000);
