import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Gaze } from "../../client/scenes/view-model/zoom/gaze.ts";
import { PACE } from "../../client/stage/slow/slow-show.ts";
import { LIGHT } from "../scenes/filter-cost.ts";
import { openScene, type SceneBrowser } from "../scenes/open-scene.ts";
import type { Watch } from "../scenes/page/flashes.ts";

/**
 * Pixels of whole pictures against WCAG 2.3.1, whatever the budget's own sums say. Drawn on the Canvas, which is quicker here;
 * golden.test.ts shows that WebGL draws the same.
 */
const [WIDTH, HEIGHT] = [480, 270];
/** Flashes within a second that may cover a quarter of 10 degrees. */
const MOST = 3;

const cell: Gaze = { zoom: "cell", seat: 0 };
const branch: Gaze = { zoom: "branch", seat: 4 };
const synapse: Gaze = { zoom: "synapse", seat: 4 };
/** Session ms from the first beat, ms on the wall. */
const storm = { story: "storm", from: 1500, wallMs: 1500, pace: 1, light: LIGHT } as const;
const beat = { story: "played", from: 1800, wallMs: 1800, pace: 1, light: LIGHT } as const;
const replay = { ...beat, from: 0, wallMs: 1200 } as const;

const WATCHES: readonly (readonly [name: string, watch: Watch])[] = [
  ["everyone tapping at the limit, the cell", { ...storm, gaze: cell }],
  ["everyone tapping at the limit, a branch", { ...storm, gaze: branch }],
  ["everyone tapping at the limit, a synapse", { ...storm, gaze: synapse }],
  ["a class on the beat, the cell", { ...beat, gaze: cell }],
  ["a class on the beat, a branch", { ...beat, gaze: branch }],
  ["a class on the beat, a synapse", { ...beat, gaze: synapse }],
  ["recruits in the lapse, the cell", { ...beat, gaze: cell, from: 11_000 }],
  ["the decisive moment slowly", { ...beat, gaze: synapse, from: 4750, pace: PACE }],
  ["a replay at twice the pace, a branch", { ...replay, gaze: branch, wallMs: 1800, pace: 2 }],
  ["a replay at 4 times", { ...replay, gaze: cell, pace: 4 }],
  ["a replay at 16 times", { ...replay, gaze: cell, pace: 16 }],
  ["a replay of a synapse at 8 times", { ...replay, gaze: synapse, pace: 8 }],
];

let scenes: SceneBrowser;
let page: Page;
beforeAll(async () => {
  scenes = await openScene();
  page = await scenes.page(WIDTH, HEIGHT);
  await page.evaluate(() => window.scene.open("canvas"));
}, 120_000);
afterAll(() => scenes?.close());

test.each(WATCHES)(
  "%s: no more than three flashes a second",
  async (_, watch) => {
    const flashes = await page.evaluate((of) => window.scene.flashes(of), watch);
    for (const [kind, most] of Object.entries(flashes)) expect(most, kind).toBeLessThanOrEqual(MOST);
  },
  60_000,
);
