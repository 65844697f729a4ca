import { readFileSync } from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { readMoment } from "../../client/replay/moment-link.ts";
import { ClassroomRoom } from "../../server/classroom/classroom.ts";
import { readNotes } from "../../shared/recording/notes.ts";
import { readRecording } from "../../shared/recording/recording.ts";
import { TICK_MS } from "../../shared/session/events.ts";
import { PlayedClass } from "../helpers/played-class.ts";
import { startTestServer, type TestServer, until } from "../helpers/running-class.ts";
import { launchChromium } from "./chromium.ts";
import { openWindow, viewOn, viewUntil } from "./pages.ts";

const TOGETHER = 2;
const CLASS = "a-class-of-twelve";
let server: TestServer;
let browser: Browser;
let recording: string;
let hostKey: string;
const complaints: string[] = [];

/** A class that nobody has to wait for: played without a clock, and put where ended classes are. */
beforeAll(async () => {
  server = await startTestServer();
  const opened = await server.openClass();
  hostKey = opened.hostKey;
  const played = new PlayedClass(12, 4);
  played.step(50);
  played.play(TOGETHER, () => true, 25);
  played.step(50);
  played.accept({ kind: "drug", drug: "apv", on: true });
  played.play(TOGETHER, (seat) => seat % 3 > 0, 40);
  played.accept({ kind: "end" });
  played.step(26);
  recording = played.text();
  const { journal } = ClassroomRoom.services;
  const { row } = (await journal.read(opened.classId))!;
  await journal.openSession({ ...row, id: CLASS, code: "KRM4T7", header: played.lines[0]! });
  const claim = { sessionId: CLASS, epoch: 0 };
  await journal.append(
    claim,
    played.lines.slice(1).map((line, seq) => ({ seq, line })),
  );
  await journal.end(claim, Date.now(), { seats: 12, rounds: 2 });
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** A page that is done with plays on no longer; contexts stay, since this browser ends with one of them. */
afterEach(async () => {
  for (const page of browser.contexts().flatMap((context) => context.pages())) await page.goto("about:blank");
});

/** The class's replay as its teacher opens it, once all of it has been explored. */
async function openReplay(width: number, height: number, fragment = ""): Promise<Page> {
  const { page, context } = await openWindow(browser, complaints, { width, height });
  await context.addInitScript((key) => {
    if (location.protocol !== "about:") localStorage.setItem("fire-together.hostKey", key);
  }, hostKey);
  await page.goto(`${server.url}/replay/${CLASS}${fragment}`);
  // A followed phone stands where it says so.
  if (fragment === "")
    await page.locator('[data-testid="verified"][data-state="agrees"]').waitFor({ state: "attached" });
  await page.waitForFunction(() => window.fireTogether?.view !== undefined);
  return page;
}

const axe = async (page: Page): Promise<void> => {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
};
const tickOf = async (page: Page): Promise<number> => (await viewOn(page))!.tick;
const timeOf = (page: Page): Promise<number> =>
  page.getByTestId("seek").evaluate((slider: HTMLInputElement) => slider.valueAsNumber);
/** Goes to a tick by the slider, and waits until it is shown. */
async function seek(page: Page, tick: number): Promise<void> {
  await page.getByTestId("seek").evaluate((slider: HTMLInputElement, value) => {
    slider.value = String(value);
    slider.dispatchEvent(new Event("input", { bubbles: true }));
  }, tick * TICK_MS);
  await viewUntil(page, (view) => view.tick === tick);
}
const press = async (page: Page, key: string, tick: number): Promise<void> => {
  await page.keyboard.press(key);
  await viewUntil(page, (view) => view.tick === tick, 5000);
};

/** The ticks in which a seat tapped. */
const tapsOf = (seat: number): readonly number[] =>
  readRecording(recording).events.flatMap(({ tick, event }) =>
    event.kind === "tap" && event.seat === seat ? [tick] : [],
  );

test("the tape plays both ways, steps by tick, tap and phase, comes round in a loop, and does it from the keyboard", async () => {
  const page = await openReplay(1280, 720);
  // Backwards, smoothly: it shows many ticks, none of them later than the one before.
  await seek(page, 500);
  await page.getByTestId("backwards").click();
  const seen = await page.evaluate(async () => {
    const ticks: number[] = [];
    for (const began = performance.now(); performance.now() - began < 1500; ) {
      await new Promise(requestAnimationFrame);
      ticks.push(window.fireTogether!.view!.tick);
    }
    return ticks;
  });
  await page.keyboard.press("k");
  expect(seen).toEqual(seen.toSorted((a, b) => b - a));
  expect(seen.at(-1)).toBeLessThan(490);
  expect(new Set(seen).size).toBeGreaterThan(5);

  await seek(page, 400);
  await press(page, ".", 401);
  await press(page, ",", 400);
  await press(page, "Shift+ArrowRight", 401);
  await press(page, "ArrowRight", 526);
  await press(page, "ArrowLeft", 401);
  // Phases: the round, its lapse, the next round.
  await press(page, "Home", 0);
  await page.keyboard.press("ArrowDown");
  await viewUntil(page, (view) => view.phase === "round" && view.beat === 0);
  await page.keyboard.press("ArrowDown");
  await viewUntil(page, (view) => view.phase === "lapse");
  const lapse = await tickOf(page);
  await page.keyboard.press("ArrowUp");
  await viewUntil(page, (view) => view.phase === "round");

  // Taps: of all, then of one neuron alone.
  const all = await tickOf(page);
  await page.getByTestId("tap-on").click();
  await until(async () => (await tickOf(page)) > all);
  expect((await viewOn(page))!.phase).toBe("round");

  await seek(page, 300);
  await page.keyboard.press("[");
  await seek(page, 320);
  await page.keyboard.press("]");
  expect(await page.getByTestId("loop-mark").count()).toBe(1);
  await page.getByTestId("speed").selectOption("4");
  await page.keyboard.press("l");
  const inLoop: number[] = [];
  for (let i = 0; i < 20; i++) {
    inLoop.push(await timeOf(page));
    await page.waitForTimeout(40);
  }
  await page.keyboard.press("k");
  expect(Math.min(...inLoop)).toBeGreaterThanOrEqual(300 * TICK_MS);
  expect(Math.max(...inLoop)).toBeLessThanOrEqual(320 * TICK_MS);
  expect(inLoop.some((time, i) => time < (inLoop[i - 1] ?? 0))).toBe(true);
  await page.keyboard.press("\\");
  expect(await page.getByTestId("loop-mark").count()).toBe(0);
  await page.getByTestId("speed").selectOption("64");
  await page.keyboard.press("l");
  await viewUntil(page, (view) => view.phase === "ended");
  expect(lapse).toBeGreaterThan(0);

  await page.keyboard.press("?");
  await page.getByTestId("panel-help").waitFor();
  await page.setViewportSize({ width: 1920, height: 1080 });
  await axe(page);
  await page.keyboard.press("Escape");
  await page.keyboard.press("f");
  await page.waitForFunction(() => document.fullscreenElement !== null);
  await page.keyboard.press("f");
  await page.waitForFunction(() => document.fullscreenElement === null);
  expect(complaints).toEqual([]);
}, 180_000);

test("a neuron is followed with what its phone showed, notes are kept on the server, and a link leads back to the moment", async () => {
  const page = await openReplay(1280, 720);
  const [first, second] = tapsOf(3);
  await seek(page, first! - 20);
  await page.getByTestId("follow").selectOption("3");
  await page.getByTestId("tap-on").click();
  await viewUntil(page, (view) => view.tick === first);
  await page.getByTestId("tap-on").click();
  await viewUntil(page, (view) => view.tick === second);
  // Four ticks after a tap the room has answered it.
  for (let i = 1; i <= 6; i++) await press(page, ".", second! + i);
  const phone = page.getByTestId("followed");
  expect(await phone.getByTestId("followed-timing").textContent()).toMatch(/early|late|beat/i);
  const seat = (await viewOn(page))!.seats.find((one) => one.seat === 3)!;
  expect(await phone.getByTestId("followed-receptors").textContent()).toContain(String(seat.receptors));
  await axe(page);

  await page.keyboard.press("b");
  await page.keyboard.press("n");
  await page.getByTestId("note-text").fill("<b>look</b>: the level is b, n, f and ?");
  await page.getByTestId("note-save").click();
  expect(await page.getByTestId("note").count()).toBe(2);
  expect(await page.getByTestId("note-mark").count()).toBe(2);
  expect(await page.getByTestId("note").last().textContent()).toContain("<b>look</b>");
  await axe(page);
  await page.getByTestId("note-edit").first().click();
  await page.getByTestId("note-text").fill("first");
  await page.getByTestId("note-save").click();
  await page.getByTestId("note").filter({ hasText: "first" }).waitFor();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByTestId("notes-save").click()]);
  const saved = readNotes(readFileSync(await download.path(), "utf8"));
  expect(saved.items.map(({ text }) => text)).toEqual(["first", "<b>look</b>: the level is b, n, f and ?"]);
  await page.getByTestId("panel-close").click();

  await page.keyboard.press("2");
  await page.getByTestId("link-open").click();
  const link = await page.getByTestId("link").inputValue();
  expect(readMoment(new URL(link).hash)).toEqual({
    time: (second! + 6) * TICK_MS,
    gaze: { zoom: "branch", seat: 3 },
    followed: 3,
  });
  await page.goto("about:blank");

  const again = await openReplay(1280, 720, new URL(link).hash);
  await viewUntil(again, (view) => view.tick === second! + 6);
  await again.getByTestId("followed").waitFor();
  expect(await again.getByTestId("note-mark").count()).toBe(2);
  await again.getByTestId("notes").click();
  await again.getByTestId("note-remove").first().click();
  expect(await again.getByTestId("note").count()).toBe(1);
  // What is no notes changes nothing; the file puts back what was deleted.
  const file = (text: string) => ({ name: "notes.json", mimeType: "application/json", buffer: Buffer.from(text) });
  await again.getByTestId("notes-file").setInputFiles(file("{}"));
  await again.getByRole("alert").waitFor();
  await again.getByTestId("notes-file").setInputFiles(file(JSON.stringify(saved)));
  await until(async () => (await again.getByTestId("note").count()) === 2);
  expect(complaints).toEqual([]);
}, 180_000);

test("a part of the class becomes a film, the curve a picture", async () => {
  const page = await openReplay(1280, 720);
  await seek(page, 420);
  await page.keyboard.press("[");
  await seek(page, 460);
  await page.keyboard.press("]");
  const openFilm = async (): Promise<void> => {
    await page.getByTestId("save").click();
    await page.getByTestId("film").click();
  };
  await openFilm();
  await axe(page);
  for (const [kind, magic] of [
    ["webm", "1a45dfa3"],
    ["gif", "47494638"],
  ] as const) {
    await page.getByTestId("film-kind").selectOption(kind);
    const [download] = await Promise.all([
      page.waitForEvent("download", { timeout: 60_000 }),
      page.getByTestId("film-start").click(),
    ]);
    const bytes = readFileSync(await download.path());
    expect(bytes.subarray(0, 4).toString("hex"), kind).toBe(magic);
    expect(bytes.length, kind).toBeGreaterThan(5000);
  }
  // Given up: nothing is saved, and the loop is there again.
  await page.getByTestId("film-start").click();
  await page.getByTestId("film-cancel").click();
  await page.getByTestId("film-start").waitFor();
  expect(await page.getByTestId("loop-mark").count()).toBe(1);
  await page.getByTestId("panel-close").click();
  await page.getByTestId("save").click();
  const [plot] = await Promise.all([page.waitForEvent("download"), page.getByTestId("save-plot").click()]);
  const png = readFileSync(await plot.path());
  expect(png.subarray(1, 4).toString()).toBe("PNG");
  // Twice the drawing's size.
  expect(png.readUInt32BE(16)).toBe(2 * 860);
  expect(complaints).toEqual([]);
}, 180_000);

test("on a phone all of it is within reach, and a recording plays from a file that no server has", async () => {
  const { page } = await openWindow(browser, complaints, { width: 360, height: 640 });
  await page.goto(`${server.url}/replay/local`);
  await page.getByTestId("open-recording").setInputFiles({
    name: "class.ndjson",
    mimeType: "application/x-ndjson",
    buffer: Buffer.from(recording),
  });
  await page.locator('[data-testid="verified"][data-state="agrees"]').waitFor({ state: "attached" });
  await page.getByTestId("play").click();
  await viewUntil(page, (view) => view.tick > 20);
  await page.getByTestId("play").click();
  await axe(page);
  await page.getByTestId("more").click();
  for (const control of [
    "phase-on",
    "tap-on",
    "loop-from",
    "bookmark",
    "notes",
    "link-open",
    "help",
    "follow",
    "save",
  ]) {
    expect(await page.getByTestId(control).isVisible(), control).toBe(true);
  }
  await axe(page);
  await page.getByTestId("phase-on").click();
  await viewUntil(page, (view) => view.phase === "round");
  await page.getByTestId("bookmark").click();
  await page.getByTestId("follow").selectOption("5");
  await page.getByTestId("followed").waitFor();
  await axe(page);
  await page.getByTestId("notes").click();
  await page.getByTestId("panel-notes").getByText("stay in this browser").waitFor();
  await axe(page);
  await page.getByTestId("panel-close").click();
  for (const width of [360, 320]) {
    await page.setViewportSize({ width, height: 640 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth), `${width} px`).toBe(width);
  }
  // The notes of the file are there when it is opened again.
  await page.reload();
  await page.getByTestId("open-recording").setInputFiles({
    name: "the same.ndjson",
    mimeType: "application/x-ndjson",
    buffer: Buffer.from(recording),
  });
  await page.getByTestId("note-mark").waitFor({ state: "attached" });
  expect(complaints).toEqual([]);
}, 180_000);
