import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { LANGUAGES, type Language } from "../../shared/locales/locale.ts";
import { startTestServer, type TestServer } from "../helpers/running-class.ts";
import { launchChromium } from "./chromium.ts";
import { hostClass, joinByCode, openWindow, viewUntil } from "./pages.ts";

/** What access.test.ts does not walk through with its class: a second screen, pages out of reach, and dead ends. */
const PROJECTOR = { width: 1280, height: 720 } as const;
const PHONE = { width: 360, height: 640 } as const;
let server: TestServer;
let browser: Browser;
const findings: string[] = [];

beforeAll(async () => {
  server = await startTestServer();
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** What comes in has come in: halfway, its letters are paler than they will be. */
const settled = (): Promise<unknown> =>
  Promise.all(
    document
      .getAnimations()
      .filter(
        (each) => each.playState === "running" && each.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY,
      )
      .map((each) => each.finished.catch(() => undefined)),
  );

/** Lets axe look at each page as it is, colour contrast included, and notes what it finds under the state's name. */
async function inspect(state: string, pages: Readonly<Record<string, Page>>): Promise<void> {
  for (const [name, page] of Object.entries(pages)) {
    await page.evaluate(settled);
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    for (const { id, nodes } of violations) {
      for (const { html, any } of nodes.slice(0, 3)) {
        findings.push(`${name}, ${state}: ${id}: ${html.slice(0, 160)} ${any[0]?.message ?? ""}`);
      }
    }
  }
}

const open = async (locale: Language, size: { readonly width: number; readonly height: number }): Promise<Page> =>
  (await openWindow(browser, [], { ...size, locale })).page;

/** The way onto a second screen: the key that shows a class and commands nothing. */
const stageKeyOf = (stage: Page, code: string): Promise<string> =>
  stage.evaluate((key) => JSON.parse(localStorage.getItem(key) ?? "{}").stageKey, `fire-together.class.${code}`);

test("axe finds nothing on a second screen, before anyone has joined, nor where the connection is lost", async () => {
  const host = await open("pt-BR", PROJECTOR);
  const code = await hostClass(host, server);
  await inspect("lobby without a neuron", { host });
  const viewer = await open("en", PROJECTOR);
  await viewer.goto(`${server.url}/stage/${code}#stage=${await stageKeyOf(host, code)}`);
  const student = await open("en", PHONE);
  const aluno = await open("pt-BR", PHONE);
  await Promise.all([joinByCode(student, server, code), joinByCode(aluno, server, code)]);
  await viewUntil(viewer, (view) => view.seats.length === 2);
  await inspect("lobby", { viewer });
  await host.getByTestId("start").click();
  await viewUntil(viewer, (view) => view.phase === "round");
  await inspect("count-in", { host, viewer, student, aluno });

  await Promise.all([student, aluno, viewer].map((page) => page.context().setOffline(true)));
  await viewer.locator(".lost").waitFor();
  await student.locator('[data-status="reconnecting"]').waitFor();
  await inspect("out of reach", { viewer, student, aluno });
  expect(findings).toEqual([]);
}, 180_000);

test("axe finds nothing on the front door, the laboratory and pages that lead nowhere", async () => {
  for (const locale of LANGUAGES) {
    const page = await open(locale, PROJECTOR);
    await page.goto(server.url);
    await page.getByTestId("join-go").click();
    await inspect(`home, ${locale}`, { page });
    for (const path of [
      "/play/QQQ777",
      "/stage/QQQ777",
      "/replay/nothing",
      "/nowhere",
      "/lab",
      "/guide",
      "/remote/QQQ777",
      // Colours are the same in every language.
      ...(locale === "en" ? ["/lab?theme=light", "/?theme=light"] : []),
    ]) {
      await page.goto(server.url + path);
      await page.waitForTimeout(600);
      await inspect(`${path}, ${locale}`, { page });
    }
    await page.close();
  }
  expect(findings).toEqual([]);
}, 180_000);

test.each([
  ["es-MX", "es", "Entrar"],
  ["pt-PT", "pt-BR", "Entrar"],
  ["de-DE", "en", "Join"],
])("a browser that asks for %s gets %s, until the person chooses", async (asked, given, go) => {
  const { page } = await openWindow(browser, [], { ...PHONE, locale: asked });
  await page.goto(server.url);
  const speaks = (): Promise<string> => page.evaluate(() => document.documentElement.lang);
  expect(await page.getByTestId("join-go").textContent()).toBe(go);
  expect(await speaks()).toBe(given);
  const chosen = given === "es" ? "en" : "es";
  await page.getByTestId("language").selectOption(chosen);
  await page.getByText(chosen === "es" ? "Entra en tu clase" : "Join your class").waitFor();
  await page.reload();
  await page.getByTestId("join-go").waitFor();
  expect(await speaks()).toBe(chosen);
  await page.close();
});
