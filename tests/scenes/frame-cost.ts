import type { Page } from "playwright-core";
import type { FrameCost } from "./page/cost.ts";

export type { FrameCost } from "./page/cost.ts";

/** What a frame may cost. */
export const FRAME_BUDGET = {
  /** ms of main-thread work a frame, 60 synapses × 50 receptors at 1080p. */
  wholeMs: 4,
  /** Whole frame over the Blitter scene. */
  wholeRatio: 4,
  /** Receptors and particles over a Blitter scene with as many bobs. */
  marksRatio: 1.2,
  /** Bytes that our code allocates a frame: no objects, but V8 boxes a few hundred numbers that are passed to functions. */
  allocated: 8000,
} as const;

/**
 * Measures main-thread time a frame in a page that `openScene().page(1920, 1080)` opened.
 * @returns medians over `frames` frames, ms
 */
export function measureFrameCost(page: Page, renderer: "webgl" | "canvas", frames = 120): Promise<FrameCost> {
  return page.evaluate(([kind, n]) => window.scene.cost(kind, n), [renderer, frames] as const);
}
