import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { expect, test } from "vitest";
import { launchChromium } from "../browser/chromium.ts";
import { endClass, hostClass, openWindow, viewUntil } from "../browser/pages.ts";
import { freePort, startProcess } from "./server-process.ts";

const PHONE = { width: 360, height: 640 };
const DISPLAY = { width: 1280, height: 720 };

/** Everything that a browser keeps of a class and that opens something. */
const keysOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => Object.values({ ...localStorage }).flatMap((text) => String(text).match(/[\w-]{43}/g) ?? []));

/** The same, of a page that is about to have some. */
async function keysSoon(page: Page, least = 1): Promise<string[]> {
  await expect.poll(async () => (await keysOf(page)).length).toBeGreaterThanOrEqual(least);
  return keysOf(page);
}

/** Every address that its pages ask for, sockets included, without what stays in the browser behind a #. */
function watchRequests(context: BrowserContext, asked: string[]): void {
  context.on("request", (request) => asked.push(request.url().split("#")[0]!));
  context.on("page", (page) => page.on("websocket", (socket) => asked.push(socket.url())));
}

test("a class with remote, cards and phrase: no page breaks the policy, no key is in an address or in the log", async () => {
  const folder = await mkdtemp(join(tmpdir(), "fire-together-secrets-"));
  const server = await startProcess(folder, await freePort(), { LOG_LEVEL: "debug" });
  const browser = await launchChromium();
  const complaints: string[] = [];
  const asked: string[] = [];
  const shoot = async (page: Page, name: string): Promise<void> => {
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${name}.png` });
  };
  const open = async (size: { width: number; height: number }, locale = "en"): Promise<Page> => {
    const { page, context } = await openWindow(browser, complaints, { ...size, locale });
    watchRequests(context, asked);
    page.on("websocket", (socket) => asked.push(socket.url()));
    await context.addInitScript(() => {
      addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
        console.error(`policy: ${violatedDirective} ${blockedURI}`),
      );
      // A headless browser has no printer; what would be printed is looked at below.
      window.print = () => {};
    });
    return page;
  };
  try {
    const stage = await open(DISPLAY);
    const code = await hostClass(stage, server);
    const secrets = await keysSoon(stage, 2);

    // A sheet of cards, as paper has it, and a phone that scans one in a class that is entered by card alone.
    await stage.getByTestId("display").click();
    await stage.getByTestId("lead-students").click();
    await stage.getByTestId("cards-only").check();
    await stage.getByTestId("cards-count").fill("8");
    await stage.getByTestId("cards-print").click();
    await stage.getByTestId("cards-print").click();
    await stage.getByTestId("card-sheet").waitFor({ state: "attached" });
    await shoot(stage, "cards-panel");
    await expect.poll(() => stage.locator(".lobby").getByTestId("qr").count()).toBe(0);
    expect(await stage.getByTestId("card-sheet").isVisible()).toBe(false);
    await stage.emulateMedia({ media: "print" });
    expect(await stage.getByTestId("card-sheet").locator("li").count()).toBe(8);
    expect(await stage.getByTestId("card-sheet").isVisible()).toBe(true);
    // As wide as a page of A4.
    await stage.setViewportSize({ width: 794, height: 1123 });
    await shoot(stage, "cards-print");
    await stage.setViewportSize(DISPLAY);
    await stage.emulateMedia({ media: "screen" });
    const cards = await stage.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>(".card-sheet li")].map(({ dataset }) => dataset.card!),
    );
    secrets.push(...cards);
    await stage.evaluate(() => dispatchEvent(new Event("afterprint")));
    await expect.poll(() => stage.getByTestId("card-sheet").count()).toBe(0);
    await stage.getByTestId("cards-left").waitFor();
    const outside = await open(PHONE);
    await outside.goto(`${server.url}/play/${code}`);
    await outside.getByRole("heading", { name: "entered by card" }).waitFor();
    await shoot(outside, "needs-card");
    const phone = await open(PHONE);
    await phone.goto(`${server.url}/play/${code}#${cards[0]}`);
    await phone.getByTestId("seat").waitFor();
    expect(phone.url()).not.toContain("#");
    secrets.push(...(await keysSoon(phone)));

    await stage.getByTestId("lead-close").click();
    await shoot(stage, "cards-lobby");
    await stage.getByTestId("display").click();
    await stage.getByTestId("lead-students").click();

    // A remote by the code on the wall, and the phrase.
    await stage.getByTestId("lead-close").click();
    await stage.getByTestId("display").click();
    await stage.getByTestId("lead-remote").click();
    const link = (await stage.getByTestId("pairing-link").getAttribute("href"))!;
    secrets.push(link.split("#")[1]!);
    const remote = await open(PHONE);
    await remote.goto(server.url + link);
    await remote.getByTestId("pin").fill((await stage.getByTestId("pin").textContent())!);
    await remote.getByTestId("pair").click();
    await remote.getByTestId("remote").waitFor();
    secrets.push(...(await keysSoon(remote)));
    await stage.getByTestId("phrase-show").click();
    await stage.getByTestId("phrase-show").click();
    secrets.push((await stage.getByTestId("phrase").textContent())!.replace(/\W/g, ""));
    await stage.getByTestId("lead-close").click();

    // A round, a closer look, and the end with its replay.
    for (let i = 0; i < 6; i++) await stage.getByTestId("bots-more").click();
    await stage.getByTestId("round-select").selectOption({ index: 2 });
    await stage.getByTestId("start").click();
    await viewUntil(stage, (view) => view.phase === "round" && view.beat >= 2);
    await stage.keyboard.press("3");
    await phone.getByTestId("fire").click();
    await viewUntil(stage, (view) => view.beat >= 4);
    await endClass(stage);
    const shelf = await stage.evaluate(async () => {
      const headers = { Authorization: `Bearer ${localStorage.getItem("fire-together.hostKey")}` };
      return (await (await fetch("/api/sessions", { headers })).json()) as { id: string }[];
    });
    await stage.goto(`${server.url}/replay/${shelf[0]!.id}`);
    await viewUntil(stage, () => true);
    for (const path of ["/lab", "/guide", "/"]) {
      await stage.goto(server.url + path);
      await stage.locator("h1").first().waitFor();
    }
    expect(complaints.filter((text) => !/404|401/.test(text))).toEqual([]);
    expect(new Set(asked.map((url) => new URL(url).host))).toEqual(new Set([new URL(server.url).host]));
    expect(new Set(secrets).size).toBeGreaterThanOrEqual(14);
    for (const secret of secrets) {
      expect(server.log()).not.toContain(secret);
      expect(asked.filter((url) => url.includes(secret))).toEqual([]);
    }
    expect(server.log()).toContain("a student is here");
  } finally {
    await browser.close();
    await server.kill("SIGKILL");
    await rm(folder, { recursive: true });
  }
}, 150_000);
