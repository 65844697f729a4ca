import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchChromium } from "../browser/chromium.ts";
import { hostClass, joinByCode, openWindow, viewUntil } from "../browser/pages.ts";
import { openClass } from "../helpers/class-in-round.ts";
import { openFaultProxy } from "../helpers/fault-proxy.ts";
import { row } from "./rows.ts";
import { freePort, type ServerProcess, startProcess } from "./server-process.ts";

const TOGETHER = 2;

let folder: string;
let port: number;
let server: ServerProcess;
let browser: Browser;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "fire-together-pages-"));
  port = await freePort();
  [server, browser] = await Promise.all([startProcess(folder, port), launchChromium()]);
});
afterAll(async () => {
  await browser.close();
  await server.kill("SIGKILL");
  await rm(folder, { recursive: true });
});

row(
  40,
  async () => {
    const network = await openFaultProxy(port);
    const opened = await openClass(server);
    for (const upgrade of ["refused", "swallowed"] as const) {
      network.weather({ upgrade });
      const { context } = await openWindow(browser, [], { width: 360, height: 640 });
      await context.addInitScript(
        ({ code, ...keys }) => localStorage.setItem(`fire-together.class.${code}`, JSON.stringify(keys)),
        opened,
      );
      await Promise.all(
        ["play", "stage"].map(async (name) => {
          const page = await context.newPage();
          await page.goto(`${network.url}/${name}/${opened.code}`);
          const told = page.getByRole("main").getByText(`allow ${new URL(network.url).host}`);
          await told.waitFor({ timeout: 8000 });
        }),
      );
      await context.close();
    }
    await network.close();
  },
  30_000,
);

test("stage and phone come back by themselves after the server was killed, and the round goes on", async () => {
  const complaints: string[] = [];
  const { page: stage } = await openWindow(browser, complaints);
  const code = await hostClass(stage, server);
  const { page: phone } = await openWindow(browser, complaints, { width: 360, height: 640 });
  await joinByCode(phone, server, code);
  for (let i = 0; i < 8; i++) await stage.getByTestId("bots-more").click();
  await stage.getByTestId("round-select").selectOption({ index: TOGETHER });
  await stage.getByTestId("start").click();
  await viewUntil(stage, (view) => view.phase === "round" && view.beat >= 4);

  const name = await phone.getByTestId("seat").textContent();
  await server.kill("SIGKILL");
  await stage.getByText("Connection lost. Coming back…").waitFor();
  server = await startProcess(folder, port);
  const back = await viewUntil(stage, (view) => view.phase === "round" && view.paused);
  expect(back.seats.length).toBe(9);
  await viewUntil(stage, (view) => view.seats.every(({ connected }) => connected));
  const on = await viewUntil(stage, (view) => view.phase === "round" && !view.paused);
  expect(on.beat).toBeGreaterThanOrEqual(4);
  expect(await phone.getByTestId("seat").textContent()).toBe(name);
  await viewUntil(stage, (view) => view.phase === "round" && view.beat > on.beat + 1);
  // What a browser says of a server that is away is not ours to prevent.
  expect(complaints.filter((text) => !/Failed to load resource|WebSocket|ERR_/.test(text))).toEqual([]);
}, 90_000);

test("a phone whose network is back tries at once, not when its next try would be due", async () => {
  const network = await openFaultProxy(port);
  const opened = await openClass(server);
  const { page: phone, context } = await openWindow(browser, [], { width: 360, height: 640 });
  await phone.goto(`${network.url}/play/${opened.code}`);
  const status = (now: string) => phone.locator(`[data-testid=status][data-status=${now}]`).waitFor();
  await status("live");
  await context.setOffline(true);
  network.reset();
  await status("reconnecting");
  // By then it tries every three seconds only, and has just tried.
  await phone.waitForTimeout(5200);
  const began = performance.now();
  await Promise.all([phone.waitForRequest(/matchmake/), context.setOffline(false)]);
  expect(performance.now() - began).toBeLessThan(700);
  await status("live");
  await context.close();
  await network.close();
}, 30_000);
