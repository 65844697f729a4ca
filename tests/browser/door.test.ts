import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { enter, startTestServer } from "../helpers/running-class.ts";
import { launchChromium } from "./chromium.ts";
import { endClass, hostClass, joinByCode, openWindow, viewUntil } from "./pages.ts";

const PHONE = { width: 360, height: 640 } as const;

async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id} ${nodes.length}: ${nodes[0]?.html}`);
}

async function openPanel(stage: Page, which: "students" | "remote"): Promise<void> {
  await stage.getByTestId("display").click();
  await stage.getByTestId(`lead-${which}`).click();
}

/** The text of a phone's page, as it is read. */
const told = (phone: Page): Promise<string> => phone.locator(".telling").innerText();

test("newcomers wait for the teacher's yes on stage or remote, a burst goes with one press, a remote is taken back", async () => {
  const locale = "en";
  const server = await startTestServer();
  const browser = await launchChromium();
  const complaints: string[] = [];
  const shoot = async (page: Page, name: string): Promise<void> => {
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${name}.png` });
  };
  try {
    const { page: stage } = await openWindow(browser, complaints, { width: 1920, height: 1080, locale });
    const code = await hostClass(stage, server);
    for (let i = 0; i < 3; i++) await enter(server, code);
    await viewUntil(stage, (view) => view.seats.length === 3);

    // The remote, by the link that the wall shows as a code.
    await openPanel(stage, "remote");
    const pin = (await stage.getByTestId("pin").textContent())!;
    const link = (await stage.getByTestId("pairing-link").getAttribute("href"))!;
    const { page: remote } = await openWindow(browser, complaints, { ...PHONE, locale });
    await remote.goto(server.url + link);
    await remote.getByTestId("pin").fill(pin);
    await remote.getByTestId("pair").click();
    await remote.getByTestId("remote").waitFor();
    await stage.getByTestId("revoke-1").waitFor();
    expect(await findings(stage)).toEqual([]);
    await shoot(stage, "pairing");
    await stage.getByTestId("lead-close").click();

    // Two newcomers wait; one is let in from the stage, one from the remote.
    await openPanel(stage, "students");
    await stage.getByTestId("approve").check();
    await viewUntil(stage, (view) => view.door?.approve === true);
    await stage.getByTestId("lead-close").click();
    const phones = await Promise.all([1, 2].map(() => openWindow(browser, complaints, { ...PHONE, locale })));
    for (const [i, { page: phone }] of phones.entries()) {
      await phone.goto(`${server.url}/play/${code}`);
      const view = await viewUntil(stage, (each) => each.door?.waiting.length === i + 1);
      expect(view.seats).toHaveLength(3);
    }
    const [first, second] = phones.map(({ page }) => page);
    await expect.poll(() => told(first!)).toContain("Your teacher lets you in");
    expect(await findings(first!)).toEqual([]);
    await shoot(first!, "waiting-phone");
    await remote.getByTestId("door-notice").waitFor();
    await shoot(remote, "waiting-remote");
    await shoot(stage, "waiting-notice");
    await stage.getByTestId("open-waiting").click();
    const name = (await stage.getByTestId("waiting").locator("b").first().textContent())!;
    expect(await told(first!)).toContain(name);
    expect(await findings(stage)).toEqual([]);
    await shoot(stage, "waiting-stage");
    await stage.getByTestId("admit-1").click();
    await first!.getByTestId("seat").waitFor();
    await expect.poll(() => first!.locator(".who b").textContent()).toBe(name);
    await remote.getByTestId("open-waiting").click();
    expect(await findings(remote)).toEqual([]);
    await shoot(remote, "students-remote");
    await remote.getByTestId("turn-away-2").click();
    await second!.locator('[data-status="refused"]').waitFor();
    await remote.getByTestId("approve").uncheck();
    await joinByCode(second!, server, code);

    // Twenty at once in the middle of a lesson.
    await stage.getByTestId("lead-close").click();
    await remote.getByTestId("start").click();
    await viewUntil(stage, (view) => view.phase === "round");
    await stage.waitForTimeout(1100);
    await Promise.allSettled(Array.from({ length: 20 }, () => enter(server, code)));
    await viewUntil(stage, (view) => view.locked && (view.door?.burst ?? 0) > 15);
    expect(await findings(stage)).toEqual([]);
    await shoot(stage, "burst-stage");
    await shoot(remote, "burst-remote");
    await remote.getByTestId("undo-burst").first().click();
    await remote.getByTestId("undo-burst").first().click();
    const after = await viewUntil(stage, (view) => view.door?.burst === 0);
    expect(after.seats.filter(({ connected }) => connected)).toHaveLength(5);

    // The teacher takes the remote back.
    await openPanel(stage, "remote");
    for (let press = 0; press < 2; press++) await stage.getByTestId("revoke-1").click();
    await remote.getByRole("alert").waitFor();
    await viewUntil(stage, (view) => view.door?.remotes.length === 0);
    await stage.getByTestId("lead-close").click();
    await endClass(stage);
    expect(complaints).toEqual([]);
  } finally {
    await browser.close();
    await server.close();
  }
}, 180_000);

test("a student goes on with another phone by a code, a teacher at another computer by a phrase", async () => {
  const server = await startTestServer();
  const browser = await launchChromium();
  const complaints: string[] = [];
  const shoot = async (page: Page, name: string): Promise<void> => {
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${name}.png` });
  };
  const open = async (size: object, locale: string): Promise<Page> =>
    (await openWindow(browser, complaints, { ...size, locale })).page;
  try {
    const stage = await open({ width: 1280, height: 720 }, "pt-BR");
    const code = await hostClass(stage, server);
    const first = await open(PHONE, "pt-BR");
    await joinByCode(first, server, code);
    await first.getByTestId("own-seat").click();
    expect(await first.getByTestId("own-name").count()).toBe(0);
    await openPanel(stage, "students");
    await stage.getByTestId("free-names").check();
    await stage.getByTestId("lead-close").click();
    await first.getByTestId("own-name").fill("  <b>Lúcia</b> 🎉 ");
    await first.getByTestId("own-name-go").click();
    await expect.poll(() => first.locator(".who b").textContent()).toBe("b Lúcia b");
    await expect.poll(() => stage.getByTestId("seats").innerText()).toContain("b Lúcia b");
    expect(await findings(first)).toEqual([]);
    await shoot(first, "name-phone");
    await first.getByTestId("resume").click();
    const codes = (await first.getByTestId("resume-code").textContent())!;
    expect(await findings(first)).toEqual([]);
    await shoot(first, "resume-phone");
    const second = await open(PHONE, "en");
    await second.goto(server.url);
    await second.getByTestId("join-code").fill(`${codes.slice(0, -1)}${codes.endsWith("2") ? "3" : "2"}`);
    await second.getByTestId("join-go").click();
    await second.locator(".trouble").first().waitFor();
    await second.getByTestId("join-code").fill(codes.toLowerCase());
    await second.getByTestId("join-go").click();
    await second.getByTestId("seat").waitFor();
    await first.locator('[data-status="refused"]').waitFor();
    expect((await viewUntil(stage, (view) => view.seats[0]!.connected)).seats).toHaveLength(1);
    await expect.poll(() => second.locator(".who b").textContent()).toBe("b Lúcia b");

    await openPanel(stage, "remote");
    for (let press = 0; press < 2; press++) await stage.getByTestId("phrase-show").click();
    const phrase = (await stage.getByTestId("phrase").textContent())!;
    expect(await findings(stage)).toEqual([]);
    await shoot(stage, "phrase-stage");
    await stage.context().close();
    const other = await open({ width: 1280, height: 720 }, "pt-BR");
    await other.goto(server.url);
    await other.getByTestId("lead-from-here").click();
    await other.getByTestId("lead-code").fill(code);
    await other.getByTestId("lead-phrase").fill(phrase.toLowerCase().replace(/.$/, phrase.endsWith("2") ? "3" : "2"));
    await other.getByTestId("lead-go").click();
    await other.locator(".lead .trouble:not(:empty)").waitFor();
    expect(await findings(other)).toEqual([]);
    await shoot(other, "lead-home");
    await other.getByTestId("lead-phrase").fill(phrase.toLowerCase());
    await other.getByTestId("lead-go").click();
    await other.getByTestId("start").click();
    await viewUntil(other, (view) => view.phase === "round");
    await endClass(other);
    // What browsers say of an answer that is no.
    expect(complaints.filter((each) => !each.includes("403"))).toEqual([]);
  } finally {
    await browser.close();
    await server.close();
  }
}, 120_000);
