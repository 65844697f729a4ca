import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Gaze } from "../../client/scenes/view-model/zoom/gaze.ts";
import { openScene, type SceneBrowser } from "../scenes/open-scene.ts";
import { BEAT_MS, LAPSE_FROM, ROUND_FROM } from "../scenes/synthetic.ts";

/** Mid-play: everyone's spikes, glutamate and calcium are on their way. */
const BUSY = ROUND_FROM + 6 * BEAT_MS + 60;
const GAZES: readonly Gaze[] = [
  { zoom: "cell", seat: 0 },
  { zoom: "branch", seat: 4 },
  { zoom: "synapse", seat: 4 },
];

let scenes: SceneBrowser;
beforeAll(async () => {
  scenes = await openScene();
}, 240_000);
afterAll(() => scenes?.close());

/** Draws a class as seen from a gaze, at a session time. */
const draw = (page: Page, seats: number, gaze: Gaze, time = BUSY): Promise<void> =>
  page.evaluate(
    ({ seats, gaze, time }) => {
      window.scene.look(gaze);
      window.scene.show({ seats }, time);
    },
    { seats, gaze, time },
  );

const open = async (renderer: "webgl" | "canvas" | "auto", width = 960, height = 540, ratio = 1): Promise<Page> => {
  const page = await scenes.page(width, height, ratio);
  await page.evaluate((kind) => window.scene.open(kind), renderer);
  return page;
};

const loseContext = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const canvas = document.querySelector("canvas")!;
    const lost = new Promise((done) => canvas.addEventListener("webglcontextlost", done, { once: true }));
    const context = canvas.getContext("webgl")!;
    // A lost context hands out no extensions: whoever wants it back must have asked before.
    Object.assign(window, { loser: context.getExtension("WEBGL_lose_context") ?? Reflect.get(window, "loser") });
    (Reflect.get(window, "loser") as WEBGL_lose_context).loseContext();
    await lost;
  });

const restoreContext = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const canvas = document.querySelector("canvas")!;
    const back = new Promise((done) => canvas.addEventListener("webglcontextrestored", done, { once: true }));
    (Reflect.get(window, "loser") as WEBGL_lose_context).restoreContext();
    await back;
  });

test("a lost WebGL context comes back with the same pixels, at every zoom", async () => {
  const page = await open("webgl");
  for (const gaze of GAZES) {
    await draw(page, 30, gaze);
    const before = await page.screenshot();
    await loseContext(page);
    await draw(page, 30, gaze);
    expect((await page.screenshot()).equals(before)).toBe(false);
    await restoreContext(page);
    await draw(page, 30, gaze);
    expect((await page.screenshot()).equals(before), gaze.zoom).toBe(true);
  }
  await page.close();
  expect(scenes.complaints).toEqual([]);
}, 120_000);

test("a WebGL context that stays lost is replaced by the Canvas renderer, with the same moment at the same zoom", async () => {
  const page = await scenes.page(960, 540);
  await page.evaluate(() => window.scene.openLasting(400));
  await draw(page, 30, GAZES[1]!);
  expect(await page.evaluate(() => window.scene.stage.describe().renderer)).toBe("webgl");
  await loseContext(page);
  await page.waitForFunction(
    () => window.scene.stage.describe().synapses > 0 && window.scene.stage.describe().renderer === "canvas",
  );
  await draw(page, 30, GAZES[1]!);
  const drawn = await page.screenshot();
  expect(await page.locator("canvas").count()).toBe(1);
  const usual = await open("canvas");
  await draw(usual, 30, GAZES[1]!);
  expect(drawn.equals(await usual.screenshot())).toBe(true);
  await page.close();
  await usual.close();
  expect(scenes.complaints).toEqual([]);
}, 120_000);

test("a context that comes back in time keeps its renderer", async () => {
  const page = await scenes.page(960, 540);
  await page.evaluate(() => window.scene.openLasting(1500));
  await draw(page, 30, GAZES[0]!);
  await loseContext(page);
  await restoreContext(page);
  await page.waitForTimeout(2000);
  await draw(page, 30, GAZES[0]!);
  expect(await page.evaluate(() => window.scene.stage.describe().renderer)).toBe("webgl");
  await page.close();
}, 120_000);

test("a class that grows while the context is lost is drawn as if nothing had happened", async () => {
  const [unlucky, lucky] = [await open("webgl"), await open("webgl")];
  await draw(unlucky, 12, GAZES[1]!);
  await loseContext(unlucky);
  await draw(unlucky, 20, GAZES[0]!);
  await unlucky.setViewportSize({ width: 1000, height: 500 });
  await draw(unlucky, 20, GAZES[1]!);
  await restoreContext(unlucky);
  await lucky.setViewportSize({ width: 1000, height: 500 });
  for (const gaze of GAZES) {
    await draw(unlucky, 20, gaze);
    await draw(lucky, 20, gaze);
    expect((await unlucky.screenshot()).equals(await lucky.screenshot()), gaze.zoom).toBe(true);
  }
  await unlucky.close();
  await lucky.close();
  expect(scenes.complaints).toEqual([]);
}, 120_000);

test.each(["webgl", "canvas"] as const)(
  "sixty players are drawn with %s, at every zoom",
  async (renderer) => {
    const page = await open(renderer, 1390, 720);
    for (const gaze of GAZES) {
      await draw(page, 60, gaze, LAPSE_FROM + 6000);
      const told = await page.evaluate(() => window.scene.stage.describe());
      expect(told).toMatchObject({ renderer, zoom: gaze.zoom, synapses: 60 });
      expect(Math.min(...told.receptors)).toBeGreaterThan(60);
      const sizes = await page.evaluate(() => window.scene.stage.anchors().synapses.map(({ radius }) => radius));
      expect(sizes).toHaveLength(60);
    }
    await page.close();
    expect(scenes.complaints).toEqual([]);
  },
  60_000,
);

test("when more come than there are places, the picture stays until theirs are made, a little in each frame", async () => {
  const page = await open("canvas");
  await draw(page, 12, { zoom: "cell", seat: 0 });
  const drawn = await page.evaluate((time) => {
    const counts: (number | undefined)[] = [];
    const { stage, draw } = window.scene;
    do {
      draw({ seats: 60 }, time);
      counts.push(stage.describe().synapses);
    } while (!stage.sight().still);
    return counts;
  }, BUSY);
  expect(drawn.length).toBeGreaterThan(8);
  expect(Math.max(...drawn.slice(0, -1).map(Number))).toBeLessThan(60);
  expect(drawn.at(-1)).toBe(60);
  await page.close();
}, 60_000);

test.each(["webgl", "canvas"] as const)(
  "an instant drawn again with %s is the same to the pixel",
  async (renderer) => {
    const page = await open(renderer);
    const picture = async (gaze: Gaze, time: number): Promise<Buffer> => {
      await draw(page, 12, gaze, time);
      return page.screenshot();
    };
    const before = [];
    for (const gaze of GAZES) before.push(await picture(gaze, BUSY));
    await picture(GAZES[0]!, LAPSE_FROM + 3000);
    // Backwards in time, and from other zooms than before.
    for (const i of [1, 0, 2]) expect((await picture(GAZES[i]!, BUSY)).equals(before[i]!), GAZES[i]!.zoom).toBe(true);
    await page.close();
  },
  60_000,
);

test("a branch is sharp: half as many edges again as the cell's picture blown up to the same size", async () => {
  const page = await open("canvas", 1390, 720);
  await draw(page, 60, GAZES[0]!);
  const [blurred, sharp] = await page.evaluate(
    async ([gaze, time]) => {
      const { stage } = window.scene;
      const canvas = document.querySelector("canvas")!;
      const edges = (): number => {
        const { data } = canvas.getContext("2d")!.getImageData(0, 0, canvas.width, canvas.height);
        let steep = 0;
        for (let i = 4; i < data.length; i += 4) if (Math.abs(data[i + 1]! - data[i - 3]!) > 60) steep++;
        return steep;
      };
      stage.look({ zoom: "cell", seat: 0 }, true);
      window.scene.show({ seats: 60 }, time);
      stage.look(gaze);
      // Drawn in the cell's own picture on the way, until there is a sharp one.
      let [before, last] = [0, 0];
      do {
        await new Promise((next) => setTimeout(next, 20));
        window.scene.show({ seats: 60 }, time);
        [before, last] = [last, edges()];
      } while (!stage.sight().still);
      return [before, last];
    },
    [GAZES[1]!, BUSY] as const,
  );
  expect(sharp).toBeGreaterThan(1.5 * blurred!);
  await page.close();
}, 120_000);

const store = (page: Page) =>
  page.evaluate(() => {
    const list = [...document.querySelectorAll("canvas")];
    const { width, height } = list[0]!;
    const box = list[0]!.getBoundingClientRect();
    return { canvases: list.length, width, height, shown: [Math.round(box.width), Math.round(box.height)] };
  });

test("a 4K screen is filled from a backing store of 2560 × 1440 at most; a fine one has a px for each of its own", async () => {
  const large = await open("canvas", 3840, 2160);
  await draw(large, 30, GAZES[0]!);
  expect(await store(large)).toEqual({ canvases: 1, width: 2560, height: 1440, shown: [3840, 2160] });
  await large.close();
  const fine = await open("canvas", 800, 600, 2);
  await draw(fine, 30, GAZES[0]!);
  expect(await store(fine)).toEqual({ canvases: 1, width: 1600, height: 1200, shown: [800, 600] });
  await fine.close();
}, 120_000);

test("another size of the window is another layout, and back again the same pixels", async () => {
  const page = await open("canvas");
  for (const gaze of GAZES) {
    await draw(page, 12, gaze);
    const before = await page.screenshot();
    await page.setViewportSize({ width: 700, height: 600 });
    await draw(page, 12, gaze);
    expect(await store(page)).toEqual({ canvases: 1, width: 700, height: 600, shown: [700, 600] });
    await page.setViewportSize({ width: 960, height: 540 });
    await draw(page, 12, gaze);
    expect((await page.screenshot()).equals(before), gaze.zoom).toBe(true);
  }
  await page.close();
}, 120_000);

test("where WebGL is drawn by the processor alone, Phaser's Canvas renderer draws", async () => {
  const page = await open("auto");
  await draw(page, 5, GAZES[0]!);
  expect(await page.evaluate(() => window.scene.stage.describe().renderer)).toBe("canvas");
  await page.close();
});
