import { AxeBuilder } from "@axe-core/playwright";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestServer, type TestServer } from "../helpers/running-class.ts";
import { launchChromium } from "./chromium.ts";
import { endClass, hostClass, joinByCode, openWindow, viewUntil } from "./pages.ts";

const TOGETHER = 2;
const DAY = 86_400;
let server: TestServer;
let browser: Browser;
const complaints: string[] = [];

beforeAll(async () => {
  server = await startTestServer();
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

test("a teacher gives anisomycin, lets a day pass, stimulates, moves to another region; the replay shows it all", async () => {
  const { page: stage } = await openWindow(browser, complaints, { width: 1920, height: 1080 });
  const code = await hostClass(stage, server);
  const { page: phone } = await openWindow(browser, complaints, { width: 360, height: 640 });
  await joinByCode(phone, server, code);
  for (let i = 0; i < 9; i++) await stage.getByTestId("bots-more").click();
  await viewUntil(stage, (view) => view.seats.length === 10);
  await stage.getByTestId("round-select").selectOption({ index: TOGETHER });
  await stage.getByTestId("start").click();
  await viewUntil(stage, (view) => view.phase === "round");

  await stage.getByTestId("laboratory").click();
  await stage.getByTestId("drug-anisomycin").check();
  await viewUntil(stage, (view) => view.conditions.drugs.includes("anisomycin"));
  expect(await stage.getByTestId("conditions").textContent()).toContain("Anisomycin");
  // Time does not pass, and nothing stimulates, while a round runs.
  expect(await stage.getByTestId(`pass-${DAY}`).isDisabled()).toBe(true);
  const { violations } = await new AxeBuilder({ page: stage }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  await stage.keyboard.press("Escape");
  await stage.getByTestId("laboratory-panel").waitFor({ state: "detached" });

  const grown = await viewUntil(stage, (view) => view.phase === "between", 60_000);
  expect(grown.seats.some(({ receptors }) => receptors > 65)).toBe(true);
  await stage.getByTestId("laboratory").click();
  await stage.getByTestId(`pass-${DAY}`).click();
  await viewUntil(stage, (view) => view.phase === "lapse" && view.lapse.minutes > 600);
  await phone.getByText("of 24 hours").last().waitFor();
  const faded = await viewUntil(stage, (view) => view.phase === "between");
  // Without new proteins nothing is left a day later.
  expect(faded.seats.every(({ receptors }) => Math.abs(receptors - 60) <= 1)).toBe(true);

  // What begins is for all to see: the panel has made room for it.
  await stage.keyboard.press("l");
  await stage.getByTestId("electrode-tetanus").click();
  await viewUntil(stage, (view) => view.phase === "stimulation");
  await viewUntil(stage, (view) => view.phase === "between" && view.cellSpikes > 50);
  await stage.keyboard.press("l");
  await stage.getByTestId("region").selectOption("mossy-fibre");
  await stage.getByTestId("region-sure").click();
  await viewUntil(stage, (view) => view.conditions.pathway === "mossy-fibre");
  await stage.keyboard.press("Escape");
  await endClass(stage);

  await stage.getByTestId("replay").click();
  await stage.getByTestId("seek").waitFor();
  await expect.poll(() => stage.getByTestId("verified").getAttribute("data-state"), { timeout: 10_000 }).toBe("agrees");
  await stage.getByTestId("seek").evaluate((input: HTMLInputElement) => {
    input.value = String(Number(input.max) - 200);
    input.dispatchEvent(new Event("input", { bubbles: true }));
  });
  await viewUntil(stage, (view) => view.conditions.pathway === "mossy-fibre");
  expect(await stage.getByTestId("conditions").textContent()).toContain("Mossy fibre");
  expect(complaints).toEqual([]);
}, 120_000);
