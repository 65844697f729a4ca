import { type Allocation, measureAllocation } from "../scenes/allocation.ts";
import { measureFilter } from "../scenes/filter-cost.ts";
import { type FrameCost, measureFrameCost } from "../scenes/frame-cost.ts";
import { openScene } from "../scenes/open-scene.ts";

/** Frames of each kind: without a graphics card the GPU's part, which is not counted, takes half a second each. */
const FRAMES = 20;

interface SceneCost {
  readonly webgl: FrameCost;
  readonly canvas: FrameCost;
  readonly allocated: Allocation;
  /** What light colours add to a frame, ms. */
  readonly filter: number;
}

/** Main-thread time of the stage's frame with WebGL and on the Canvas, 60 synapses × 50 receptors at 1080p; undefined without a Chromium. */
export async function measureScene(): Promise<SceneCost | undefined> {
  const scene = await openScene().catch((error: Error) => console.error(`no frame measured: ${error.message}`));
  if (!scene) return undefined;
  try {
    const page = await scene.page(1920, 1080);
    return {
      webgl: await measureFrameCost(page, "webgl", FRAMES),
      canvas: await measureFrameCost(page, "canvas", FRAMES),
      allocated: await measureAllocation(page, "canvas"),
      filter: await measureFilter(page),
    };
  } finally {
    await scene.close();
  }
}

if (import.meta.main) console.log(await measureScene());
