import { readFileSync } from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestServer, type TestServer } from "../helpers/running-class.ts";
import { parseCsv } from "../lab/parse-csv.ts";
import { launchChromium } from "./chromium.ts";
import { openWindow } from "./pages.ts";

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

async function openLab(query = "", options: Parameters<typeof openWindow>[2] = {}): Promise<Page> {
  const { page } = await openWindow(browser, complaints, { width: 1280, height: 900, ...options });
  await page.goto(`${server.url}/lab${query}`);
  return page;
}
const done = (page: Page) => page.getByTestId("run").waitFor({ timeout: 30_000 });

/** The numbers of a row of the summary, condition by condition. */
const numbers = async (page: Page, row: string): Promise<number[]> =>
  (await page.getByTestId("numbers").locator("tr", { hasText: row }).locator("td").allTextContents()).map(Number);

async function saved(page: Page, press: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent("download"), press()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

const findings = async (page: Page): Promise<string[]> =>
  (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);

test("the lab is found from the home page, and shows a tetanus at once", async () => {
  const { page } = await openWindow(browser, complaints, {});
  await page.goto(server.url);
  await page.getByRole("link", { name: "The lab" }).click();
  await done(page);
  for (const figure of ["strength", "expression", "consolidation", "voltage", "calcium"]) {
    await page.getByTestId(`figure-${figure}`).locator("canvas").first().waitFor();
  }
  const [hour] = await numbers(page, "After 1 h");
  expect(hour).toBeGreaterThan(130);
  expect(hour).toBeLessThan(150);
  expect(await findings(page)).toEqual([]);
  expect(complaints).toEqual([]);
});

test("four tetani keep their strength for a day; with anisomycin they do not, and both are on one page", async () => {
  const page = await openLab();
  await done(page);
  await page.getByTestId("protocol").selectOption("tetani");
  await page.getByText("Anisomycin", { exact: true }).click();
  await page.getByTestId("cancel").waitFor();
  await done(page);
  const [drugged, control] = await numbers(page, "After 24 h");
  expect(drugged).toBeLessThan(105);
  expect(control).toBeGreaterThan(170);
  expect(new URL(page.url()).searchParams.get("drug")).toBe("anisomycin");
  await page.getByTestId("figure-strength").getByText("strong input, without drugs").waitFor();

  // Whoever gets the address sees the same.
  const other = await openLab(new URL(page.url()).search);
  await done(other);
  expect(await numbers(other, "After 24 h")).toEqual([drugged, control]);
});

test("figures and numbers are saved as files that other programs read", async () => {
  const page = await openLab("?protocol=stdp");
  await done(page);
  const csv = await saved(page, () => page.getByTestId("save-csv").click());
  expect(csv.name).toBe("stdp.csv");
  const [header, ...rows] = parseCsv(csv.bytes.toString("utf8"));
  expect(header).toEqual(["figure", "series", "x", "y", "published"]);
  expect(rows.length).toBeGreaterThan(20);

  const card = page.getByTestId("figure-curve");
  const svg = await saved(page, () => card.getByRole("button", { name: "SVG" }).click());
  expect(svg.name).toBe("stdp-curve.svg");
  const parsed = await page.evaluate((text) => {
    const document = new DOMParser().parseFromString(text, "image/svg+xml");
    return [document.documentElement.nodeName, document.querySelectorAll("path, line").length] as const;
  }, svg.bytes.toString("utf8"));
  expect(parsed[0]).toBe("svg");
  expect(parsed[1]).toBeGreaterThan(5);

  const png = await saved(page, () => card.getByRole("button", { name: "PNG" }).click());
  expect(png.bytes.subarray(1, 4).toString()).toBe("PNG");
  // Width and height, big-endian: the drawing's own, twice.
  expect(png.bytes.readUInt32BE(16)).toBeGreaterThan(1600);
});

test("a long run can be cancelled, and the lab goes on", async () => {
  const page = await openLab(
    "?protocol=recall&set=students:60&set=active:12&set=cue:6&set=trials:4000&set=patterns:20",
  );
  await page.getByTestId("cancel").click({ timeout: 5000 });
  await page.getByText("Cancelled.").waitFor();
  // Nothing was there before, so nothing is said of it.
  expect(await page.getByTestId("status").textContent()).toBe("Cancelled.");
  await page.getByTestId("protocol").selectOption("tetanus");
  await done(page);
  await page.getByTestId("figure-strength").locator("canvas").first().waitFor();
});

test.each([
  ["en", "Levy & Steward 1983, measured in a laboratory (Dentate gyrus, living)", /, without drugs\.$/],
  ["pt-BR", "Levy & Steward 1983, medido em laboratório (Giro denteado, vivo)", /, sem drogas\.$/],
  ["es", "Levy & Steward 1983, medido en un laboratorio (Giro dentado, vivo)", /, sin drogas\.$/],
])(
  "findings say in which region they were made, and of which condition they are, in %s",
  async (locale, label, without) => {
    const page = await openLab("?protocol=associativity", { locale });
    await done(page);
    const findings = page.getByTestId("figure-curve").getByText(label, { exact: false });
    await findings.waitFor();
    // With a drug they are those of the dashed lines, which are without it.
    await page.getByTestId("apv").check({ force: true });
    await page.getByTestId("cancel").waitFor();
    await done(page);
    expect(await findings.textContent()).toMatch(without);
  },
);

test("the share of γ is set among the settings, named in the title, and shared by the address", async () => {
  const page = await openLab();
  await done(page);
  await page.getByText("Settings", { exact: true }).click();
  const share = page.getByLabel("Share of early LTP carried by γ");
  await share.fill("1");
  await share.press("Tab");
  await page.getByTestId("cancel").waitFor();
  await done(page);
  await page.getByRole("heading", { name: "Share of early LTP carried by γ: 1" }).waitFor();
  expect(new URL(page.url()).searchParams.get("gamma-share")).toBe("1");
  const text = await page.getByTestId("figure-expression").getByRole("img").getAttribute("aria-label");
  expect(text).toMatch(/receptors \(N\): 60 → 60\.?\d* \(60 – 60\.?\d*\)/);
});

test("an address that asks for what there is not says so, names what there is, and shows the rest", async () => {
  const page = await openLab("?protocol=tetani&drug=tea&set=gap:9999&pathway=dentate");
  const fault = page.getByTestId("fault");
  await fault.waitFor();
  const said = await fault.textContent();
  expect(said).toContain("“tea” (apv, cnqx");
  expect(said).toContain("“gap:9999” (0.1 – 120)");
  await done(page);
  expect(await page.getByTestId("protocol").inputValue()).toBe("tetani");
  expect(await page.getByTestId("pathway").inputValue()).toBe("dentate");
});

test("on a small phone in Portuguese all of it is there, nothing scrolls sideways, and axe finds nothing", async () => {
  const page = await openLab("?protocol=tagging&drug=zip", { width: 360, height: 640, locale: "pt-BR" });
  await done(page);
  await page.getByRole("heading", { name: "O laboratório" }).waitFor();
  await page.getByText("que a PKMζ guarde a memória é contestado").waitFor();
  await page.getByTestId("figure-consolidation").getByText("proteínas (P)", { exact: false }).first().waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  expect(await findings(page)).toEqual([]);
  expect(complaints).toEqual([]);
});
