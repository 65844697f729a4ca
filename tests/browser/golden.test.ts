import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Gaze } from "../../client/scenes/view-model/zoom/gaze.ts";
import { LIGHT } from "../scenes/filter-cost.ts";
import { openScene, type SceneBrowser } from "../scenes/open-scene.ts";
import { BEAT_MS, LAPSE_FROM, ROUND_FROM } from "../scenes/synthetic.ts";

/**
 * What fixed instants look like, pixel by pixel, always in the Chromium of the npm package. A picture that was changed on
 * purpose is made again, and looked at, with `npm run golden`.
 */
const FOLDER = join(import.meta.dirname, "golden");
const WRITE = process.env.GOLDEN === "write";
/** Share of the pixels that may differ. */
const DIFFERENT = 0.001;
const [WIDTH, HEIGHT] = [480, 270];

const cell: Gaze = { zoom: "cell", seat: 0 };
const branch: Gaze = { zoom: "branch", seat: 4 };
const synapse: Gaze = { zoom: "synapse", seat: 4 };
const beat = ROUND_FROM + 6 * BEAT_MS;
const INSTANTS: readonly (readonly [name: string, gaze: Gaze, time: number])[] = [
  ["cell-rest", cell, ROUND_FROM - 300],
  ["cell-volley", cell, beat + 60],
  ["cell-recruits", cell, LAPSE_FROM + 2300],
  ["branch-volley", branch, beat + 60],
  ["synapse-released", synapse, beat + 20],
  ["synapse-opened", synapse, beat + 140],
  ["synapse-recruits", synapse, LAPSE_FROM + 2300],
];

const LOOKS = INSTANTS.flatMap(([name, gaze, time]) => [
  [name, gaze, time, "none"] as const,
  [`${name}-light`, gaze, time, LIGHT] as const,
]);

describe.each(["webgl", "canvas"] as const)("drawn by %s", (renderer) => {
  // A browser each: the packaged Chromium is one process, which ends with its page.
  let scenes: SceneBrowser;
  let page: Page;
  beforeAll(async () => {
    mkdirSync(FOLDER, { recursive: true });
    scenes = await openScene({ packaged: true });
    page = await scenes.page(WIDTH, HEIGHT);
    await page.evaluate((kind) => window.scene.open(kind), renderer);
  }, 120_000);
  afterAll(() => scenes?.close());

  test.each(LOOKS)("%s looks as it did", async (name, gaze, time, filter) => {
    await page.evaluate(
      ([where, at, picture]) => {
        document.querySelector("canvas")!.style.filter = picture;
        window.scene.look(where);
        window.scene.show({ seats: 20 }, at);
      },
      [gaze, time, filter] as const,
    );
    const drawn = await page.screenshot();
    const file = join(FOLDER, `${name}-${renderer}.png`);
    if (WRITE) writeFileSync(file, drawn);
    expect(existsSync(file), "npm run golden makes it").toBe(true);
    expect(await different(page, drawn, readFileSync(file))).toBeLessThanOrEqual(DIFFERENT);
  });
});

/** Share of pixels that differ between two PNGs; 1 if their sizes do. A browser can read them already. */
const different = (page: Page, a: Buffer, b: Buffer): Promise<number> =>
  a.equals(b)
    ? Promise.resolve(0)
    : page.evaluate(
        async (files) => {
          const [one, other] = await Promise.all(
            files.map(async (data) => {
              const image = new Image();
              image.src = `data:image/png;base64,${data}`;
              await image.decode();
              const canvas = new OffscreenCanvas(image.width, image.height);
              const brush = canvas.getContext("2d")!;
              brush.drawImage(image, 0, 0);
              return brush.getImageData(0, 0, image.width, image.height);
            }),
          );
          if (one!.width !== other!.width || one!.height !== other!.height) return 1;
          const [p, q] = [new Uint32Array(one!.data.buffer), new Uint32Array(other!.data.buffer)];
          return p.reduce((sum, pixel, i) => sum + Number(pixel !== q[i]), 0) / p.length;
        },
        [a.toString("base64"), b.toString("base64")] as const,
      );
