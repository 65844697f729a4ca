import { writeFile } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import { until } from "../helpers/running-class.ts";
import { hostClass, joinByCode, openWindow, viewOn, viewUntil } from "./pages.ts";

/** One image of every layout: projectors and phones, few and many players, both languages and both themes. */

const PROJECTORS = [
  [1024, 768],
  [1280, 720],
  [1920, 1080],
  [3840, 2160],
] as const;
const PHONES = [
  [320, 568],
  [360, 640],
  [430, 932],
  [640, 360],
] as const;
const PLAYERS = [5, 30, 60] as const;
/** The longest words in dark colours; and once the others. */
const IN_PORTUGUESE = [["pt-BR", false]] as const;
const BOTH = [...IN_PORTUGUESE, ["en", true]] as const;
const TOGETHER = 2;
/** Height of a picture on the sheet, px, and the pictures in a row. */
const HEIGHT = 240;
const COLUMNS = 4;

interface Shot {
  readonly label: string;
  readonly jpeg: Buffer;
}

const shoot = async (page: Page, label: string): Promise<Shot> => ({
  label,
  jpeg: await page.screenshot({ type: "jpeg", quality: 80, scale: "css" }),
});

/** A class in the middle of a round, its picture held on a beat, so that every size shows the same instant. */
async function holdBeat(stage: Page, players: number): Promise<void> {
  for (let i = 0; i < players; i++) await stage.getByTestId("bots-more").click();
  await viewUntil(stage, (view) => view.seats.length >= players);
  await stage.getByTestId("round-select").selectOption({ index: TOGETHER });
  await stage.getByTestId("start").click();
  await viewUntil(stage, (view) => view.phase === "round" && view.beat >= 6);
  await until(async () => ((await viewOn(stage))!.tick * 40 - (await viewOn(stage))!.beatZero) % 500 < 120);
  await stage.keyboard.press("h");
  await stage.getByTestId("held").waitFor();
  // Only this sheet needs it held.
  await stage.getByTestId("held").evaluate((word) => {
    word.style.visibility = "hidden";
  });
  await stage.getByTestId("pause").click();
}

async function projectors(browser: Browser, server: { readonly url: string }): Promise<Shot[]> {
  const shots: Shot[] = [];
  for (const players of PLAYERS) {
    for (const [locale, light] of players === 30 ? BOTH : IN_PORTUGUESE) {
      const { page: stage, context } = await openWindow(browser, [], { locale });
      await hostClass(stage, server);
      await holdBeat(stage, players);
      if (light) await stage.keyboard.press("t");
      for (const [width, height] of PROJECTORS) {
        await stage.setViewportSize({ width, height });
        await stage.waitForTimeout(900);
        shots.push(await shoot(stage, `${width} × ${height}, ${players}, ${locale}`));
      }
      await context.close();
    }
  }
  return shots;
}

async function phones(browser: Browser, server: { readonly url: string }): Promise<Shot[]> {
  const shots: Shot[] = [];
  for (const locale of ["pt-BR", "en"]) {
    const { page: stage, context } = await openWindow(browser, [], { locale });
    const code = await hostClass(stage, server);
    const pages: Page[] = [];
    for (const [width, height] of PHONES) {
      const { page } = await openWindow(browser, [], { width, height, locale });
      await joinByCode(page, server, code);
      pages.push(page);
    }
    for (let i = 0; i < 8; i++) await stage.getByTestId("bots-more").click();
    await stage.getByTestId("round-select").selectOption({ index: TOGETHER });
    await stage.getByTestId("start").click();
    await viewUntil(stage, (view) => view.phase === "round" && view.beat >= 3);
    for (const [i, page] of pages.entries()) {
      await page.getByTestId("fire").click();
      await page.waitForTimeout(300);
      shots.push(await shoot(page, `${PHONES[i]![0]} × ${PHONES[i]![1]}, ${locale}`));
      await page.context().close();
    }
    await context.close();
  }
  return shots;
}

/** Holds classes and writes the sheet. @param path of a JPEG */
export async function writeContactSheet(
  browser: Browser,
  server: { readonly url: string },
  path: string,
): Promise<void> {
  const shots = [...(await projectors(browser, server)), ...(await phones(browser, server))];
  const width = COLUMNS * Math.round((HEIGHT * 16) / 9);
  const page = await browser.newPage({ viewport: { width, height: 800 } });
  const figures = shots.map(
    ({ label, jpeg }) =>
      `<figure><img src="data:image/jpeg;base64,${jpeg.toString("base64")}"><figcaption>${label}</figcaption></figure>`,
  );
  await page.setContent(`<style>
    body { display: grid; grid-template-columns: repeat(${COLUMNS}, 1fr); gap: 6px; margin: 6px; background: #fff; font: 13px sans-serif }
    figure { margin: 0; text-align: center } img { height: ${HEIGHT}px; max-width: 100%; object-fit: contain }
  </style>${figures.join("")}`);
  await page.waitForTimeout(500);
  await writeFile(path, await page.screenshot({ fullPage: true, type: "jpeg", quality: 62 }));
  await page.close();
}
