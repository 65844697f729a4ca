import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { MODEL_VERSION } from "../../shared/model/parameters.ts";
import { TICK_MS } from "../../shared/session/events.ts";
import type { ClassView } from "../../shared/session/view.ts";
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

const focused = (page: Page): Promise<string | null> =>
  page.evaluate(() => document.activeElement?.getAttribute("data-testid") ?? null);

/** Sets the replay's timeline as a hand would. @param ms session time */
const seek = (replay: Page, ms: number): Promise<void> =>
  replay.getByTestId("seek").evaluate((input: HTMLInputElement, at) => {
    input.value = String(at);
    input.dispatchEvent(new Event("input", { bubbles: true }));
  }, ms);

/** What the wire rounds, as the replay has it. */
const exact = ({ lapse, plot, contacts }: ClassView): Partial<ClassView> => ({ lapse, plot, contacts });

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
  await stage.getByTestId("laboratory-panel").waitFor();
  // Whoever cannot see it is in it: the next key reaches its first switch.
  await stage.keyboard.press("Tab");
  expect(await focused(stage)).toBe("drug-apv");
  await stage.getByTestId("drug-anisomycin").check();
  await viewUntil(stage, (view) => view.conditions.drugs.includes("anisomycin"));
  expect(await stage.getByTestId("conditions").textContent()).toContain("Anisomycin");
  // Time does not pass, and nothing stimulates, while a round runs.
  expect(await stage.getByTestId(`pass-${DAY}`).isDisabled()).toBe(true);
  const { violations } = await new AxeBuilder({ page: stage }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  await stage.keyboard.press("Escape");
  await stage.getByTestId("laboratory-panel").waitFor({ state: "detached" });
  expect(await focused(stage)).toBe("laboratory");

  const grown = await viewUntil(stage, (view) => view.phase === "between", 60_000);
  expect(grown.seats.some(({ receptors }) => receptors > 65)).toBe(true);
  await stage.getByTestId("laboratory").click();
  await stage.getByTestId(`pass-${DAY}`).click();
  const within = await viewUntil(stage, (view) => view.phase === "lapse" && view.lapse.minutes > 600);
  await stage.getByTestId("laboratory-panel").waitFor({ state: "detached" });
  await phone.getByText("of 24 hours").last().waitFor();
  const faded = await viewUntil(stage, (view) => view.phase === "between");
  // Without new proteins nothing is left a day later.
  expect(faded.seats.every(({ receptors }) => Math.abs(receptors - 60) <= 1)).toBe(true);

  // What begins is for all to see: the panel has made room for it.
  await stage.keyboard.press("l");
  await stage.getByTestId("electrode-tetanus").click();
  const { electrode } = await viewUntil(stage, (view) => (view.electrode?.given ?? 0) > 5);
  expect(electrode).toMatchObject({ at: "all", pulses: 100, apart: 10 });
  await stage.getByText("100 pulses at 100 Hz").first().waitFor();
  await phone.getByText("An electrode stimulates now").last().waitFor();
  await viewUntil(stage, (view) => view.phase === "between" && view.cellSpikes > 50);
  await stage.keyboard.press("l");
  await stage.getByTestId("region").selectOption("dentate");
  await stage.getByTestId("region-keep").click();
  expect(await stage.getByTestId("region").inputValue()).toBe("ca1");
  await stage.getByTestId("region").selectOption("mossy-fibre");
  await stage.getByText("Every synapse starts anew").waitFor();
  const { violations: asking } = await new AxeBuilder({ page: stage }).analyze();
  expect(asking.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  await stage.getByTestId("region-sure").click();
  await viewUntil(stage, (view) => view.conditions.pathway === "mossy-fibre");
  expect(await stage.getByTestId("plateau").count()).toBe(0);
  await stage.getByTestId("mechanisms").locator("summary").click();
  await stage.getByTestId("module-behavioural-time-scale").check();
  await stage.getByTestId("plateau").click();
  await stage.getByTestId("region").selectOption("aplysia");
  await stage.getByTestId("region-sure").click();
  await stage.getByTestId("serotonin").click();
  await viewUntil(stage, (view) => view.seats.every(({ release }) => release > 110));
  await stage.keyboard.press("Escape");
  await endClass(stage);

  await stage.getByTestId("replay").click();
  await stage.getByTestId("seek").waitFor();
  await expect.poll(() => stage.getByTestId("verified").getAttribute("data-state"), { timeout: 10_000 }).toBe("agrees");
  expect(await stage.getByTestId("conditions-given").textContent()).toMatch(
    /\+ Anisomycin.*Mossy fibre.*Serotonin pulse/,
  );
  // In the middle of the day that passed: the same synapses, drug and clock as on the day.
  await seek(stage, within.tick * TICK_MS);
  const again = await viewUntil(stage, (view) => view.tick === within.tick);
  // Who waits at the door is the live class's affair.
  const { door: _door, ...seen } = within;
  expect(again).toEqual({ ...seen, ...exact(again) });
  expect(await stage.getByTestId("conditions").textContent()).toBe("Anisomycin");
  await stage.getByText("Time passes: 24 hours").waitFor();
  await seek(stage, Number(await stage.getByTestId("seek").getAttribute("max")) - 200);
  await viewUntil(stage, (view) => view.conditions.pathway === "aplysia");
  expect(await stage.getByTestId("conditions").textContent()).toContain("Aplysia");

  // The same class as if an older model had made it: what was recorded is shown, not what this one makes of it.
  expect(await stage.getByTestId("keyframes").count()).toBe(0);
  await stage.route("**/recording", async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(`"model":"${MODEL_VERSION}"`, '"model":"1.9.0"');
    await route.fulfill({ response, body });
  });
  await stage.reload();
  await stage.locator('[data-testid="keyframes"][data-why="model"]').getByText("1.9.0").waitFor();
  expect(complaints).toEqual([]);
}, 240_000);
