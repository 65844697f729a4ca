import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readRecording } from "../../shared/recording/recording.ts";
import { enter, startTestServer, type TestServer, until, type Visitor } from "../helpers/running-class.ts";
import { launchChromium } from "./chromium.ts";
import { endClass, hostClass, joinByCode, openWindow, tapAt, viewOn, viewUntil } from "./pages.ts";

const BOTS = 27;
const TOGETHER = 2;
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

const receptorsOn = async (phone: Page): Promise<number> =>
  Number(/\d+/.exec((await phone.getByTestId("receptors").textContent()) ?? "")?.[0]);

/** Sets the replay's timeline as a hand would, and waits until that tick is shown. */
async function seek(replay: Page, tick: number): Promise<void> {
  await replay.getByTestId("seek").evaluate((input: HTMLInputElement, ms) => {
    input.value = String(ms);
    input.dispatchEvent(new Event("input", { bubbles: true }));
    input.dispatchEvent(new Event("change", { bubbles: true }));
  }, tick * 40);
  await viewUntil(replay, (view) => view.tick === tick, 5000);
}

/** The host key that the home page left in the browser, to read the journal with and to know the room's clock. */
async function beside(stage: Page, code: string): Promise<Visitor> {
  const hostKey = await stage.evaluate(() => localStorage.getItem("fire-together.hostKey"));
  return enter(server, code, { hostKey });
}

test("a class plays: host, join, fire together, see the synapses grow, watch it again", async () => {
  const { page: stage } = await openWindow(browser, complaints, { width: 1280, height: 720 });
  const code = await hostClass(stage, server);
  const phones: Page[] = [];
  for (let i = 0; i < 3; i++) {
    const { page } = await openWindow(browser, complaints, { width: 360, height: 640 });
    await joinByCode(page, server, code);
    phones.push(page);
  }
  const [one, two, idle] = phones as [Page, Page, Page];
  await viewUntil(stage, (view) => view.seats.length === 3);
  for (let i = 0; i < BOTS; i++) await stage.getByTestId("bots-more").click();
  await viewUntil(stage, (view) => view.seats.length === 3 + BOTS);

  const clock = await beside(stage, code);
  await stage.getByTestId("round-select").selectOption({ index: TOGETHER });
  await stage.getByTestId("start").click();
  const started = await viewUntil(stage, (view) => view.phase === "round");
  const roomZero = Date.now() - clock.now();
  const beats = Array.from({ length: 20 }, (_, beat) => roomZero + started.beatZero + 500 * beat);
  await Promise.all([tapAt(one, beats), tapAt(two, beats)]);
  const fired = await viewUntil(stage, (view) => view.beat >= 10);
  expect(fired.cellSpikes).toBeGreaterThan(10);
  expect(fired.synchrony).toBeGreaterThan(60);

  // Receptors are recruited in the lapse, one by one, and only where there was a tap.
  const instants = new Map<number, number[]>();
  const note = async (page: Page): Promise<void> => {
    const view = (await viewOn(page))!;
    instants.set(
      view.tick,
      view.seats.map((seat) => seat.receptors),
    );
  };
  await note(stage);
  await viewUntil(stage, (view) => view.phase === "lapse");
  for (let i = 0; i < 4; i++) {
    await note(stage);
    await stage.waitForTimeout(1200);
  }
  const grown = await viewUntil(stage, (view) => view.phase === "between");
  await note(stage);
  const [a, b, c] = grown.seats;
  expect(a!.taps).toBeGreaterThan(10);
  expect(a!.receptors).toBeGreaterThanOrEqual(67);
  expect(b!.receptors).toBeGreaterThanOrEqual(67);
  expect(c).toMatchObject({ taps: 0, receptors: 60, strength: 100 });
  expect(grown.seats.slice(3).every((bot) => bot.receptors >= 70)).toBe(true);
  const counts = [...instants.values()].map((seats) => seats[0]!);
  expect(counts).toEqual([...counts].sort((x, y) => x - y));
  expect((await stage.evaluate(() => window.fireTogether!.describe()))!.receptors[0]).toBe(a!.receptors);

  await until(async () => (await receptorsOn(one)) === a!.receptors);
  expect(await receptorsOn(idle)).toBe(60);
  const seat = await one.getByTestId("seat").textContent();
  await one.reload();
  await expect.poll(() => one.getByTestId("seat").textContent(), { timeout: 10_000 }).toBe(seat);
  await until(async () => (await receptorsOn(one)) === a!.receptors);

  await endClass(stage);
  await until(() => clock.closed === 4101, 10_000);

  // The same class again, from the host's shelf.
  const sessions = await server.journal.list((await server.journal.read((await sessionOf(stage)) ?? ""))!.row.hostHash);
  expect(sessions).toHaveLength(1);
  const replay = stage;
  await replay.goto(`${server.url}/replay/${sessions[0]!.id}`);
  await replay.getByTestId("seek").waitFor();
  for (const [tick, receptors] of [...instants].reverse()) {
    await seek(replay, tick);
    expect((await viewOn(replay))!.seats.map((s) => s.receptors)).toEqual(receptors);
  }
  const stored = (await server.journal.read(sessions[0]!.id))!;
  const { hashes, events } = readRecording([stored.row.header, ...stored.lines].join("\n"));
  // The one reload, and nobody else's connection.
  expect(events.flatMap(({ event }) => (event.kind === "leave" ? [event.seat] : []))).toEqual([0]);
  for (const tick of [...hashes.keys()].filter((_, i) => i % 7 === 3)) {
    await seek(replay, tick);
    await expect.poll(() => replay.getByTestId("hash").textContent(), { timeout: 5000 }).toContain(hashes.get(tick));
  }
  const verified = `${hashes.size} of ${hashes.size}`;
  await expect.poll(() => replay.getByTestId("verified").textContent(), { timeout: 8000 }).toContain(verified);
  expect(complaints).toEqual([]);
}, 240_000);

const sessionOf = (stage: Page): Promise<string | undefined> =>
  stage.evaluate(() => {
    const key = Object.keys(localStorage).find((name) => name.startsWith("fire-together.class."));
    return key ? (JSON.parse(localStorage.getItem(key)!) as { classId: string }).classId : undefined;
  });
