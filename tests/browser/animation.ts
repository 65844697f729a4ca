import { writeFileSync } from "node:fs";
import gifenc from "gifenc";
import type { Page } from "playwright-core";
import { TICK_MS } from "../../shared/session/events.ts";
import { until } from "../helpers/running-class.ts";
import { viewOn } from "./pages.ts";

export interface Animation {
  /** Session time of the first and the last frame, and between two, ms: whole ticks. */
  readonly from: number;
  readonly to: number;
  readonly every: number;
  /** What of the page is shown, CSS px. */
  readonly clip: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  /** Width of the picture, px. */
  readonly width: number;
  /** How long a frame is shown, ms. */
  readonly delay: number;
}

const COLOURS = 48;

/** Steps through a replay page and writes what it shows as an animated GIF. */
export async function writeAnimation(page: Page, animation: Animation, path: string): Promise<void> {
  const { from, to, every, clip, width, delay } = animation;
  const height = Math.round((width * clip.height) / clip.width);
  const gif = gifenc.GIFEncoder();
  let palette: readonly (readonly number[])[] | undefined;
  const first = Math.round(from / TICK_MS) * TICK_MS;
  for (let time = first; time <= to; time += every) {
    await page.getByTestId("seek").evaluate((input: HTMLInputElement, value) => {
      input.value = String(value);
      input.dispatchEvent(new Event("input", { bubbles: true }));
    }, time);
    await until(async () => (await viewOn(page))?.tick === time / TICK_MS);
    await page.waitForTimeout(120);
    const png = await page.screenshot({ clip });
    const rgba = await pixels(page, png.toString("base64"), width, height);
    // One palette for all, so that what stands still does not flicker.
    palette ??= gifenc.quantize(rgba, COLOURS);
    gif.writeFrame(gifenc.applyPalette(rgba, palette), width, height, { palette, delay });
  }
  gif.finish();
  writeFileSync(path, gif.bytes());
}

/** The pixels of a PNG, scaled: a browser can read one already. */
async function pixels(page: Page, png: string, width: number, height: number): Promise<Uint8ClampedArray> {
  const bytes = await page.evaluate(
    async ([data, w, h]) => {
      const image = new Image();
      image.src = `data:image/png;base64,${data}`;
      await image.decode();
      const canvas = document.createElement("canvas");
      canvas.width = w;
      canvas.height = h;
      const brush = canvas.getContext("2d")!;
      brush.imageSmoothingQuality = "high";
      brush.drawImage(image, 0, 0, w, h);
      const { data: rgba } = brush.getImageData(0, 0, w, h);
      let text = "";
      for (let i = 0; i < rgba.length; i += 32_768) text += String.fromCharCode(...rgba.subarray(i, i + 32_768));
      return btoa(text);
    },
    [png, width, height] as const,
  );
  return new Uint8ClampedArray(Buffer.from(bytes, "base64"));
}
