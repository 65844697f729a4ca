import { expect, test } from "vitest";
import { openScene } from "../scenes/open-scene.ts";

test("the mix of sixty students on the beat is heard, does not clip, and costs a small part of the time it lasts", async () => {
  const browser = await openScene();
  try {
    const page = await browser.page(640, 360);
    const { peak, quiet, ratio } = await page.evaluate(() => window.scene.sound(60, 3));
    expect(peak).toBeGreaterThan(0.1);
    expect(peak).toBeLessThanOrEqual(1);
    expect(quiet).toBeLessThan(1e-3);
    expect(ratio).toBeLessThan(0.5);
  } finally {
    await browser.close();
  }
}, 60_000);
