import { readFileSync } from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { lanAddresses } from "../../server/addresses.ts";
import { openFaultProxy } from "../helpers/fault-proxy.ts";
import { startTestServer, type TestServer, until } from "../helpers/running-class.ts";
import { launchChromium } from "./chromium.ts";
import { openWindow } from "./pages.ts";

/** In place of a minute, s. */
const HOLD = "hold=3";
const PROJECTOR = { width: 1920, height: 1080 };
const PHONE = { width: 360, height: 640 };

let server: TestServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startTestServer({ HOST: "0.0.0.0" }), launchChromium()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const verdict = (page: Page, what: string): Promise<string | null> =>
  page.getByTestId(what).getAttribute("data-verdict");
const judged = (page: Page, what: string, wanted: string, ms = 20_000): Promise<void> =>
  page.locator(`[data-testid="${what}"][data-verdict="${wanted}"]`).waitFor({ timeout: ms });
const findings = async (page: Page): Promise<string[]> =>
  (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
const shot = async (page: Page, name: string): Promise<void> => {
  const folder = process.env.PICTURES;
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
};

const [lan] = lanAddresses();

test.skipIf(lan === undefined)(
  "over plain http a computer and a phone check a network together, and IT gets a letter",
  async () => {
    const complaints: string[] = [];
    const { page } = await openWindow(browser, complaints, PROJECTOR);
    await page.goto(server.url);
    await page.getByTestId("check").click();
    await page.goto(`http://${lan}:${server.port}/check#${HOLD}`);
    expect(await page.evaluate(() => isSecureContext)).toBe(false);
    const link = new URL(`http://${await page.getByTestId("phone-link").textContent()}`);
    await shot(page, "measuring");

    await judged(page, "check-socket", "good");
    await page.getByTestId("play-sound").click();
    await page.getByTestId("heard").click();
    for (const id of ["server", "addresses", "socket", "screen", "sound", "storage", "language"]) {
      await judged(page, `check-${id}`, "good");
    }
    // What a busy machine makes of these is its own affair; that they are told is ours.
    await page
      .getByTestId("check-roundTrip")
      .getByText(/95 % within [\d,]+ ms/)
      .waitFor();
    await page
      .getByTestId("check-clock")
      .getByText(/^-?[\d.]+ s from the server’s/)
      .waitFor();
    // No secure page: the screen may not be kept on, and that is said.
    expect(await verdict(page, "check-awake")).toBe("fair");
    await page
      .getByTestId("check-drawing")
      .getByText(/pictures a second/)
      .waitFor();
    await until(async () => (await verdict(page, "overall")) !== "measuring", 15_000);

    // After the computer's own figures: here both share two cores, and a picture in software needs them.
    const { page: phone } = await openWindow(browser, complaints, { ...PHONE, locale: "pt-BR" });
    await phone.goto(`${link.href}&${HOLD}`);
    // Each shows how it went on the other.
    await until(async () => (await verdict(page, "result")) !== "measuring", 15_000);
    await until(async () => (await verdict(phone, "result")) !== "measuring", 15_000);
    expect(await page.getByTestId("result").textContent()).toMatch(
      /95 % within [\d,]+ ms\. Open for \d s, lost 0 times/,
    );
    expect(await verdict(phone, "check-vibration")).toBe("good");

    await shot(page, "teacher");
    await shot(phone, "phone");
    const text = await page.getByTestId("letter").inputValue();
    expect(text).toContain(`http://${lan}:${server.port}`);
    expect(text).toContain(`TCP port ${server.port} on ${lan}:${server.port}`);
    expect(text).toMatch(/Phone:\n(- .*\n)*- \[Good\] WebSocket/);
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByTestId("save").click()]);
    expect(download.suggestedFilename()).toBe("fire-together-check.txt");
    expect(readFileSync(await download.path(), "utf8")).toBe(text);
    await page.getByTestId("copy").click();
    await page.getByText("Copied").waitFor();
    await page.getByTestId("letter").evaluate((area: HTMLTextAreaElement) => {
      area.readOnly = false;
      area.value = "";
    });
    await page.getByTestId("letter").press("Control+V");
    expect(await page.getByTestId("letter").inputValue()).toBe(text);

    expect(await findings(page)).toEqual([]);
    expect(await findings(phone)).toEqual([]);
    expect(complaints).toEqual([]);
  },
  60_000,
);

test("a bad network is called by its name: no WebSocket, slow, half-open, a sign-in page, no phone, no memory", async () => {
  const blocked = await openFaultProxy(server.port);
  blocked.weather({ upgrade: "swallowed" });
  const slow = await openFaultProxy(server.port);
  slow.weather({ latencyMs: 400 });
  const page = async (url: string, size = PHONE): Promise<Page> => {
    const { page: opened } = await openWindow(browser, [], size);
    await opened.goto(url);
    return opened;
  };

  const teacher = await page(`${blocked.url}/check#hold=4`, PROJECTOR);
  await teacher
    .getByTestId("check-socket")
    .getByText(`allow ${new URL(blocked.url).host}`)
    .waitFor({ timeout: 8000 });
  await judged(teacher, "overall", "problem");
  await teacher.getByTestId("nobody").getByText("client isolation").waitFor();
  expect(await teacher.getByTestId("letter").inputValue()).toMatch(
    /\[Problem\] WebSocket: This network blocks WebSocket/,
  );
  await shot(teacher, "blocked");
  expect(await findings(teacher)).toEqual([]);
  await teacher.close();

  const phone = await page(`${slow.url}/check#222222&hold=12`);
  await phone.getByTestId("other").getByText("not there any more").waitFor();
  // Half of its time has passed when it is first judged: the rest is longer than it takes to find out.
  await judged(phone, "check-roundTrip", "problem");
  slow.weather({ silent: true });
  await new Promise((go) => setTimeout(go, 4500));
  slow.weather({});
  await phone.getByTestId("check-drawing").getByText("pictures a second").waitFor();
  await judged(phone, "overall", "problem", 30_000);
  expect(await phone.getByTestId("check-socket").textContent()).toMatch(/Lost [1-9]\d* times in \d+ s/);
  await shot(phone, "slow");
  await phone.close();

  const { page: portal, context } = await openWindow(browser, [], PHONE);
  await context.addInitScript(() =>
    Object.defineProperty(window, "localStorage", {
      get: () => {
        throw new DOMException("Access is denied for this document.", "SecurityError");
      },
    }),
  );
  await portal.route("**/api/hello", (route) =>
    route.fulfill({ body: "<title>Sign in</title>", contentType: "text/html" }),
  );
  await portal.goto(`${server.url}/check#222222&hold=1`);
  await portal.getByTestId("check-server").getByText("Sign in to the Wi-Fi").waitFor();
  await judged(portal, "check-storage", "problem");
  await Promise.all([blocked.close(), slow.close()]);
}, 180_000);
