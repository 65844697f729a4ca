import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { startTestServer } from "../helpers/running-class.ts";
import { launchChromium } from "./chromium.ts";
import { endClass, hostClass, joinByCode, openWindow, viewUntil } from "./pages.ts";

const TOGETHER = "2";

/** Opens the code for a remote on the wall. @returns what a camera and an eye would read off it */
async function offer(stage: Page): Promise<{ link: string; pin: string }> {
  if (await stage.getByTestId("lead-close").isVisible()) await stage.getByTestId("lead-close").click();
  await stage.getByTestId("display").click();
  await stage.getByTestId("lead-remote").click();
  const pin = (await stage.getByTestId("pin").textContent())!;
  return { link: (await stage.getByTestId("pairing-link").getAttribute("href"))!, pin };
}

async function typePin(remote: Page, pin: string): Promise<void> {
  await remote.getByTestId("pin").fill(pin);
  await remote.getByTestId("pair").click();
}

async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id} ${nodes.length}: ${nodes[0]?.html}`);
}

test("a phone becomes the remote by code and PIN, leads a class, and sends a student away who does not come back", async () => {
  const locale = "pt-BR";
  const server = await startTestServer();
  const browser = await launchChromium();
  const complaints: string[] = [];
  try {
    const { page: stage } = await openWindow(browser, complaints, { width: 1280, height: 720, locale });
    const code = await hostClass(stage, server);
    const { page: phone } = await openWindow(browser, complaints, { width: 360, height: 640, locale });
    await joinByCode(phone, server, code);
    for (let i = 0; i < 5; i++) await stage.getByTestId("bots-more").click();

    // A wrong PIN opens nothing; the right one does, once.
    const first = await offer(stage);
    const { page: remote } = await openWindow(browser, complaints, { width: 360, height: 640, locale });
    await remote.goto(server.url + first.link);
    await typePin(remote, first.pin === "0000" ? "1111" : "0000");
    await remote.getByRole("alert").waitFor();
    expect(await findings(remote)).toEqual([]);
    await typePin(remote, first.pin);
    await remote.getByTestId("remote").waitFor();
    expect(remote.url()).not.toContain("#");
    const { page: thief } = await openWindow(browser, complaints, { width: 360, height: 640, locale });
    await thief.goto(server.url + first.link);
    await typePin(thief, first.pin);
    await thief.getByRole("alert").waitFor();
    await thief.close();
    await stage.getByTestId("lead-close").click();

    // It leads: a round, a pause, where the wall looks.
    await remote.getByTestId("round-select").selectOption(TOGETHER);
    await remote.getByTestId("start").click();
    await viewUntil(stage, (view) => view.phase === "round" && view.beat >= 1);
    expect(await findings(remote)).toEqual([]);
    await remote.getByTestId("pause").click();
    await viewUntil(stage, (view) => view.paused);
    await remote.getByTestId("zoom-synapse").click();
    await stage.locator('[data-testid="zoom-synapse"][aria-pressed="true"]').waitFor();

    // Reloaded, it is the remote still; with the wall gone as well, the class waits for neither.
    await remote.reload();
    await remote.getByTestId("remote").waitFor();

    // A student gets another name, is sent away, cannot come back, and is let in again.
    await remote.locator("summary").first().click();
    const name = await phone.locator(".who b").textContent();
    await remote.getByTestId("rename-0").click();
    await expect.poll(() => phone.locator(".who b").textContent()).not.toBe(name);
    for (let press = 0; press < 2; press++) await remote.getByTestId("remove-0").click();
    await phone.locator('[data-status="refused"]').waitFor();
    await phone.reload();
    await phone.locator('[data-status="refused"]').waitFor();
    expect(await findings(remote)).toEqual([]);
    await remote.getByTestId("lock").check();
    await viewUntil(stage, (view) => view.locked && view.seats[0]!.removed);
    const { page: late } = await openWindow(browser, complaints, { width: 360, height: 640, locale });
    await late.goto(`${server.url}/play/${code}`);
    await late.locator('[data-status="refused"]').waitFor();
    await remote.getByTestId("remove-0").click();
    await viewUntil(stage, (view) => !view.seats[0]!.removed);
    await phone.reload();
    await phone.getByTestId("seat").waitFor();
    await viewUntil(stage, (view) => view.seats[0]!.connected);

    await stage.getByTestId("display").click();
    await stage.getByTestId("lead-students").click();
    await stage.getByTestId("students").waitFor();
    expect(await findings(stage)).toEqual([]);
    await stage.getByTestId("lead-close").click();
    await endClass(stage);
    await remote.locator('[data-phase="ended"]').waitFor();
    expect(complaints).toEqual([]);
  } finally {
    await browser.close();
    await server.close();
  }
}, 180_000);
