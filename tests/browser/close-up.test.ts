import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { LANGUAGES, type Language } from "../../shared/locales/locale.ts";
import { openScene, type SceneBrowser } from "../scenes/open-scene.ts";
import { BEAT_MS, LAPSE_FROM, ROUND_FROM } from "../scenes/synthetic.ts";
import type { CloseUpCase } from "../scenes/synthetic-close-up.ts";

/** The words on the close-up, measured where they stand. */

let browser: SceneBrowser;
beforeAll(async () => {
  browser = await openScene();
});
afterAll(() => browser?.close());

async function open(width: number, height: number, text: number, language: Language): Promise<Page> {
  const page = await browser.page(width, height);
  await page.evaluate(([look]) => window.scene.openCloseUp("canvas", look), [{ text, language }] as const);
  return page;
}

/** Draws a moment, and waits until the words have followed. */
async function draw(page: Page, of: CloseUpCase, time: number): Promise<void> {
  await page.evaluate(([of, time]) => window.scene.closeUp(of, time), [of, time] as const);
  await page.evaluate(
    () =>
      new Promise<void>((done) => {
        let frames = 0;
        const next = (): unknown => (frames++ < 10 ? requestAnimationFrame(next) : done());
        next();
      }),
  );
}

interface Box {
  readonly what: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly size: number;
}

/** Where each word stands, and how large it is. */
const boxes = (page: Page): Promise<Box[]> =>
  page.$$eval(".close-up-label span, .dendrite-word, .locks, .close-up-caption, .labels-switch", (all) =>
    all.map((element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      const whole = element.matches(".locks, .labels-switch");
      const { left, right, top, bottom } = (whole ? element : range).getBoundingClientRect();
      const size = Number.parseFloat(getComputedStyle(element).fontSize);
      return { what: element.textContent ?? "", left, right, top, bottom, size };
    }),
  );

const apart = (a: Box, b: Box): boolean =>
  a.right <= b.left + 1 || b.right <= a.left + 1 || a.bottom <= b.top + 3 || b.bottom <= a.top + 3;

describe.each([
  [690, 475, 22],
  [930, 470, 20],
  [1402, 712, 30],
  [1920, 1080, 30],
] as const)("at %i × %i with letters of %i px", (width, height, text) => {
  test.each(LANGUAGES)("words stand apart and inside, large enough, in %s", async (language) => {
    const page = await open(width, height, text, language);
    for (const [of, time] of [
      [{}, 500],
      [{ tag: 1, proteins: 60, conductance: 120 }, ROUND_FROM + 4 * BEAT_MS + 150],
      [{ tag: -1, volume: 140, receptors: 101, drugs: ["apv"] }, LAPSE_FROM + 3000],
    ] as const satisfies readonly (readonly [CloseUpCase, number])[]) {
      await draw(page, of, time);
      const words = await boxes(page);
      expect(words.length).toBeGreaterThan(12);
      for (const [i, word] of words.entries()) {
        expect(word.size, word.what).toBeGreaterThanOrEqual(text);
        expect(Math.min(word.left, word.top, width - word.right, height - word.bottom), word.what).toBeGreaterThan(-1);
        for (const other of words.slice(i + 1)) expect(apart(word, other), `${word.what} | ${other.what}`).toBe(true);
      }
    }
    await page.close();
  });
});

test("locks, caption and count follow the picture, and labels can be switched off", async () => {
  const page = await open(1402, 780, 30, "en");
  const open_ = (kind: string): Promise<string | null> => page.getAttribute(`[data-lock="${kind}"]`, "data-open");
  await draw(page, {}, 500);
  expect([await open_("glutamate"), await open_("voltage")]).toEqual(["false", "false"]);
  expect(await page.getAttribute("[data-testid=caption]", "data-caption")).toBe("rest");
  await draw(page, { receptors: 77 }, ROUND_FROM + 4 * BEAT_MS + 160);
  expect([await open_("glutamate"), await open_("voltage")]).toEqual(["true", "true"]);
  expect(await page.textContent("[data-label=ampa]")).toContain("77");
  await draw(page, { pace: 0.1 }, ROUND_FROM + 4 * BEAT_MS + 220);
  expect(await page.textContent("[data-testid=caption]")).toMatch(/^6 · Glutamate and voltage together/);
  await draw(page, { silent: true }, ROUND_FROM + 4 * BEAT_MS + 160);
  expect([await open_("glutamate"), await open_("voltage")]).toEqual(["false", "true"]);

  await page.click(".labels-switch");
  expect(await page.locator(".close-up-label").count()).toBe(0);
  expect(await page.locator(".lock").count()).toBe(2);
  await page.click(".labels-switch");
  expect(await page.locator(".close-up-label").count()).toBeGreaterThan(8);
  await page.close();
});
