import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { startTestServer } from "../helpers/running-class.ts";
import { launchChromium } from "./chromium.ts";
import { endClass, hostClass, joinByCode, openWindow, viewUntil } from "./pages.ts";

const TOGETHER = 2;
const PICTURE = 12;
/** The step of the 10-minute lesson that asks the class. */
const BET = 1;

/** What axe finds, as short lines: rule, how many, where first. */
async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id} ${nodes.length}: ${nodes[0]?.target.join(" ")} ${nodes[0]?.html}`);
}

/** The longer of the languages; pages that need no class are looked at in both (access-beside.test.ts). */
const locale = "pt-BR";

test("axe finds nothing on any page, in any state of a class", async () => {
  const server = await startTestServer();
  const browser = await launchChromium();
  const complaints: string[] = [];
  const found: Record<string, string[]> = {};
  const look = async (state: string, page: Page): Promise<void> => {
    const lines = await findings(page);
    if (lines.length > 0) found[state] = lines;
  };
  try {
    const { page: stage } = await openWindow(browser, complaints, { width: 1920, height: 1080, locale });
    await stage.goto(server.url);
    await stage.getByTestId("new-class").waitFor();
    await look("home", stage);
    const code = await hostClass(stage, server);
    const { page: phone } = await openWindow(browser, complaints, { width: 360, height: 640, locale });
    await joinByCode(phone, server, code);
    for (let i = 0; i < 12; i++) await stage.getByTestId("bots-more").click();
    await viewUntil(stage, (view) => view.seats.length === 13);
    // Names arrive with a short fade.
    await stage.waitForTimeout(600);
    await look("stage lobby", stage);
    await look("phone lobby", phone);
    await stage.getByTestId("laboratory").click();
    await stage.getByTestId("drug-apv").waitFor();
    await look("laboratory", stage);
    await stage.keyboard.press("Escape");
    await stage.getByTestId("display").click();
    await look("display menu", stage);
    await stage.keyboard.press("Escape");

    await stage.getByTestId("round-select").selectOption({ index: TOGETHER });
    await stage.getByTestId("start").click();
    await viewUntil(stage, (view) => view.phase === "round" && view.beat >= 2);
    await look("stage round", stage);
    await look("phone round", phone);
    // What follows takes as long as it takes: the round waits.
    await stage.getByTestId("pause").click();
    await viewUntil(stage, (view) => view.paused);
    await stage.keyboard.press("2");
    await stage.waitForTimeout(1500);
    await look("branch", stage);
    await stage.keyboard.press("3");
    await stage.waitForTimeout(1500);
    await stage.keyboard.press("t");
    await look("synapse, light", stage);
    await stage.keyboard.press("h");
    await stage.getByTestId("held").waitFor();
    await stage.keyboard.press("1");
    await look("held, light", stage);
    await stage.keyboard.press("h");
    await look("stage paused, light", stage);
    await look("phone paused", phone);
    await stage.getByTestId("pause").click();
    await stage.keyboard.press("t");
    await viewUntil(stage, (view) => view.phase === "lapse", 40_000);
    await look("stage lapse", stage);
    await look("phone lapse", phone);
    await stage.getByTestId("slow").click();
    await stage.getByTestId("slow-panel").waitFor();
    await look("slow motion", stage);
    await stage.keyboard.press("Escape");
    await viewUntil(stage, (view) => view.phase === "between", 40_000);
    await look("stage between", stage);
    await look("phone between", phone);

    await stage.getByTestId("round-select").selectOption("lesson 10");
    await viewUntil(stage, (view) => view.lesson !== null);
    await stage.getByTestId("round-select").selectOption(String(BET));
    await stage.getByTestId("start").click();
    await phone.getByTestId("option-0").click();
    await look("stage bet", stage);
    await look("phone bet", phone);
    await stage.getByTestId("start").click();
    await viewUntil(stage, (view) => view.phase === "between");
    await look("stage split", stage);

    await stage.getByTestId("round-select").selectOption("free");
    await viewUntil(stage, (view) => view.lesson === null);
    await stage.getByTestId("round-select").selectOption(String(PICTURE));
    await stage.getByTestId("start").click();
    await viewUntil(stage, (view) => view.phase === "round" && view.beat >= 1);
    await look("stage with a picture", stage);
    await look("phone with a picture", phone);
    await stage.getByTestId("display").click();
    await stage.getByTestId("lead-card").click();
    await stage.getByTestId("say-card").waitFor();
    await look("what to say", stage);
    await stage.getByTestId("lead-close").click();

    await endClass(stage);
    await phone.locator("main.over").waitFor();
    await look("stage ended", stage);
    await look("phone ended", phone);
    await stage.getByTestId("replay").click();
    await stage.getByTestId("seek").waitFor();
    await stage.getByTestId("jump").selectOption({ index: 1 });
    await stage.waitForTimeout(1000);
    await look("replay", stage);
    await phone.goto(`${server.url}/play/${code}`);
    await phone.locator("main.refused").waitFor();
    await look("phone of a class that is over", phone);
    await phone.goto(`${server.url}/replay/none`);
    await phone.locator("main").waitFor();
    await look("no such recording", phone);
    expect(found).toEqual({});
  } finally {
    await browser.close();
    await server.close();
  }
}, 150_000);
