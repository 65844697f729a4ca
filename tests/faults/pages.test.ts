import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { launchChromium } from "../browser/chromium.ts";
import { hostClass, joinByCode, openWindow, viewOn, viewUntil } from "../browser/pages.ts";
import { freePort, startProcess } from "./server-process.ts";

const TOGETHER = 2;

test("stage and phone come back by themselves after the server was killed, and the round goes on", async () => {
  const folder = await mkdtemp(join(tmpdir(), "fire-together-pages-"));
  const port = await freePort();
  let server = await startProcess(folder, port);
  const browser = await launchChromium();
  const complaints: string[] = [];
  try {
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
    await viewUntil(stage, (view) => view.phase === "lapse");
    expect((await viewOn(stage))!.cellSpikes).toBeGreaterThan(0);
  } finally {
    await browser.close();
    await server.kill("SIGKILL");
    await rm(folder, { recursive: true });
  }
  // What a browser says of a server that is away is not ours to prevent.
  expect(complaints.filter((text) => !/Failed to load resource|WebSocket|ERR_/.test(text))).toEqual([]);
}, 90_000);
