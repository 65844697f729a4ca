import { readFile } from "node:fs/promises";
import { gunzipSync, gzipSync } from "node:zlib";
import { AxeBuilder } from "@axe-core/playwright";
import { strFromU8, unzipSync } from "fflate";
import type { Browser, Download, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { PlayedClass } from "../helpers/played-class.ts";
import { startTestServer, type TestServer, until } from "../helpers/running-class.ts";
import { launchChromium } from "./chromium.ts";
import { openWindow, viewUntil } from "./pages.ts";

const SCRIPT = "<script>document.title='hurt'</script> 3ºA";
const DAY = 86_400_000;

let server: TestServer;
let browser: Browser;
let page: Page;
const complaints: string[] = [];

/** A host with three classes that are over, a day apart, and one that runs. */
beforeAll(async () => {
  server = await startTestServer();
  browser = await launchChromium();
  const { hostKey, classId } = await server.openClass();
  const { hostHash } = (await server.journal.read(classId))!.row;
  const played = new PlayedClass(6, 3);
  played.play(2, () => true);
  played.accept({ kind: "end" });
  const [header = "", ...lines] = played.text().trimEnd().split("\n");
  for (const [i, code] of ["BBBBBB", "CCCCCC", "DDDDDD"].entries()) {
    const createdAt = Date.now() - (i + 1) * DAY;
    const row = { id: `class-${code}`, code, hostHash, stageHash: "s", createdAt, header };
    await server.journal.openSession(row);
    const claim = { sessionId: row.id, epoch: 0 };
    const records = lines.filter((line) => line.startsWith("["));
    await server.journal.append(
      claim,
      records.map((line, at) => ({ seq: at + 1, line })),
    );
    await server.journal.end(claim, createdAt + (10 + i) * 60_000, { seats: 6, rounds: 1 });
  }
  ({ page } = await openWindow(browser, complaints, { width: 1920, height: 1080 }));
  await page.goto(`${server.url}/sessions`);
  await page.getByTestId("empty").waitFor();
  await page.evaluate((key) => localStorage.setItem("fire-together.hostKey", key), hostKey);
  await page.reload();
  await page.getByTestId("session").first().waitFor();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const titles = (): Promise<string[]> => page.getByTestId("session-title").allTextContents();
const of = (id: string) => page.locator(`[data-id="${id}"]`);
const wish = async (id: string, what: string): Promise<void> => {
  await of(id).getByTestId("more").click();
  await page.getByTestId(`wish-${what}`).click();
};
const news = (text: RegExp | string): Promise<void> => page.getByTestId("news").getByText(text).waitFor();
async function saved(act: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent("download") as Promise<Download>, act()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}
async function findings(): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id} ${nodes.length}: ${nodes[0]?.target.join(" ")} ${nodes[0]?.html}`);
}

test("the shelf has a host's sessions, what runs on top, and finds and sorts them", async () => {
  expect((await titles()).map((title) => title.slice(-7))).toEqual([
    expect.any(String),
    "BBB BBB",
    "CCC CCC",
    "DDD DDD",
  ]);
  await page.getByTestId("sort").selectOption("length");
  expect((await titles()).slice(1)).toEqual(["Class DDD DDD", "Class CCC CCC", "Class BBB BBB"]);
  const [running] = await titles();
  expect(await page.getByTestId("session").first().getByTestId("watch").getAttribute("href")).toBe(
    `/stage/${running!.replace(/^Class |\s/g, "")}`,
  );
  await page.getByTestId("search").fill("ccc");
  expect(await titles()).toEqual(["Class CCC CCC"]);
  await page.getByTestId("search").fill("nothing like this");
  expect(await titles()).toEqual([]);
  await page.getByTestId("search").fill("");
  await page.getByTestId("sort").selectOption("newest");
});

test("a session has the title that one types, as text, and stays when it is kept", async () => {
  await wish("class-BBBBBB", "rename");
  await page.getByTestId("title").fill(`  ${SCRIPT}  `);
  await page.getByTestId("title-save").click();
  await of("class-BBBBBB").getByText(SCRIPT, { exact: true }).waitFor();
  expect(await of("class-BBBBBB").getByTestId("expires").textContent()).toMatch(/^Deleted on .* unless kept$/);
  await of("class-BBBBBB").getByTestId("keep").check();
  await of("class-BBBBBB").getByText("Stays until you delete it").waitFor();
  await page.reload();
  await of("class-BBBBBB").getByText(SCRIPT, { exact: true }).waitFor();
  expect(await of("class-BBBBBB").getByTestId("keep").isChecked()).toBe(true);
  expect(await page.title()).toBe("My sessions · Fire Together");
});

test("a link opens the class in a browser that has no key, until it is taken back", async () => {
  await wish("class-BBBBBB", "share");
  await page.getByTestId("make-link").click();
  const link = await page.getByTestId("link").inputValue();
  expect(link).toMatch(/\/replay\/shared#[\w-]{43}$/);
  await page.getByTestId("qr").waitFor();
  await page.getByTestId("share-close").click();
  await of("class-BBBBBB").getByTestId("shared").waitFor();

  const { page: guest } = await openWindow(browser, [], {});
  const asked: string[] = [];
  guest.on("request", (request) => asked.push(request.url()));
  await guest.goto(server.url + link.slice(new URL(link).origin.length));
  await viewUntil(guest, ({ phase }) => phase === "lobby");
  expect(asked.filter((url) => url.includes(link.split("#")[1]!) && !url.includes("#"))).toEqual([]);

  await wish("class-BBBBBB", "share");
  await page.getByTestId("revoke").click();
  await news("The link opens nothing any more.");
  await guest.reload();
  await guest.getByText("This link is no longer valid.").waitFor();
  // Nothing of it goes on beside the rest; a context that closes may take a Chromium of one process along.
  await guest.goto("about:blank");
}, 120_000);

test("a file comes on the shelf and says whose it is; what is none is refused in a sentence", async () => {
  const { name, bytes } = await saved(() => wish("class-CCCCCC", "recording"));
  expect(name).toMatch(/^fire-together-CCCCCC-\d{4}-\d\d-\d\d\.ndjson\.gz$/);
  const text = gunzipSync(bytes).toString();
  const open = (called: string, buffer: Buffer): Promise<void> =>
    page.getByTestId("import").setInputFiles({ name: called, mimeType: "application/gzip", buffer });
  const origin = (title: string): Promise<string | null> =>
    page
      .getByTestId("session")
      .filter({ has: page.getByText(title, { exact: true }) })
      .getByTestId("origin")
      .getAttribute("data-origin");

  await open("Good.ndjson.gz", bytes);
  await news("“Good” is on the shelf now.");
  expect(await origin("Good")).toBe("signed");
  await open("Cut.ndjson.gz", bytes.subarray(0, bytes.length - 50));
  await news("“Cut” is on the shelf now.");
  expect(await origin("Cut")).toBe("unsigned");
  await open("Forged.ndjson", Buffer.from(text.replace('"seed":3', '"seed":4')));
  await news("“Forged” is on the shelf now.");
  expect(await origin("Forged")).toBe("forged-or-edited");
  const before = (await titles()).length;
  await open("bomb.gz", gzipSync(Buffer.alloc(64 * 1024 * 1024)));
  await news(/This file is not a recording of a class. Nothing was put on the shelf./);
  await open("page.html", Buffer.from("<script>alert(1)</script>"));
  await news(/This file is not a recording of a class./);
  expect(await titles()).toHaveLength(before);
}, 120_000);

test("several are saved as one zip: recordings, tables, and what the columns mean", async () => {
  for (const id of ["class-BBBBBB", "class-CCCCCC"]) await of(id).getByTestId("select").check();
  // Given up while the first is fetched: nothing is saved, and all can be asked for again.
  const given: Download[] = [];
  const note = (download: Download): void => void given.push(download);
  page.on("download", note);
  await page.route("**/api/sessions/*/recording", async (route) => {
    await new Promise((later) => setTimeout(later, 800));
    await route.continue().catch(() => undefined);
  });
  await page.getByTestId("zip").click();
  await page.getByTestId("zip-cancel").click();
  await page.getByTestId("zip-cancel").waitFor({ state: "detached" });
  await page.unroute("**/api/sessions/*/recording");
  await page.waitForTimeout(1000);
  expect(given).toEqual([]);
  page.off("download", note);
  const { name, bytes } = await saved(() => page.getByTestId("zip").click());
  expect(name).toMatch(/^fire-together-.*\.zip$/);
  const files = unzipSync(new Uint8Array(bytes));
  const folders = new Set(Object.keys(files).flatMap((path) => (path.includes("/") ? [path.split("/")[0]!] : [])));
  expect([...folders].map((folder) => folder.slice(11)).sort()).toEqual([
    "Class CCC CCC clas",
    "script document.title='hurt' script 3ºA clas",
  ]);
  for (const folder of folders) {
    expect(strFromU8(files[`${folder}/columns.csv`]!)).toContain("taps,off_beat_ms,ms,");
    const taps = strFromU8(files[`${folder}/taps.csv`]!);
    expect(taps.trimStart().split("\r\n")[0]).toBe("time_s,seat,round,fired,off_beat_ms");
    expect(taps.split("\r\n").length).toBeGreaterThan(50);
    for (const table of ["strengths", "students", "answers"]) {
      expect(files[`${folder}/${table}.csv`]!.length).toBeGreaterThan(20);
    }
    expect(gunzipSync(files[`${folder}/recording.ndjson.gz`]!).toString()).toContain(
      '"magic":"fire-together-recording"',
    );
  }
  await page.getByTestId("zip-done").waitFor();
});

test("axe finds nothing, on a projector and on a phone", async () => {
  expect(await findings()).toEqual([]);
  await page.setViewportSize({ width: 360, height: 640 });
  await of("class-DDDDDD").getByTestId("more").click();
  expect(await findings()).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.getByTestId("wish-share").click();
  await page.getByTestId("make-link").click();
  await page.getByTestId("link").waitFor();
  expect(await findings()).toEqual([]);
  await page.keyboard.press("Escape");
  await page.getByTestId("share-dialog").waitFor({ state: "detached" });
  await page.setViewportSize({ width: 1920, height: 1080 });
}, 120_000);

test("what is selected is deleted once one has said so, and gone", async () => {
  await page.getByTestId("delete-selected").click();
  await page.getByTestId("delete-no").click();
  expect(await titles()).toContain("Class CCC CCC");
  await page.getByTestId("delete-selected").click();
  await page.getByTestId("delete-yes").click();
  await news("2 sessions were deleted.");
  await until(async () => !(await titles()).includes("Class CCC CCC"));
  expect(await server.journal.read("class-CCCCCC")).toBeUndefined();
  expect(complaints.filter((line) => !/ 4(13|22) /.test(line))).toEqual([]);
});
