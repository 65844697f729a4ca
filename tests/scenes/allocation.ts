import type { Page } from "playwright-core";

/** What drawing allocates, bytes a frame. */
export interface Allocation {
  /** In the product's own code. */
  readonly ours: number;
  /** In Phaser, the browser and this page. */
  readonly theirs: number;
  /** Our functions that allocate most, bytes a frame. */
  readonly most: readonly { readonly name: string; readonly bytes: number }[];
}

interface ProfileNode {
  readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number };
  readonly selfSize: number;
  readonly children: readonly ProfileNode[];
}

/** Bytes between two samples of the profiler: an estimate of what a function allocates needs many of them. */
const SAMPLED_EVERY = 512;
const OURS = /\/client\/|\/shared\//;

/**
 * Samples every allocation while a busy beat is drawn over and over, after a warm-up in which pools grow.
 * @param page    that `openScene().page(1920, 1080)` opened
 */
export async function measureAllocation(page: Page, renderer: "webgl" | "canvas", frames = 300): Promise<Allocation> {
  await page.evaluate((kind) => window.scene.openBusy(kind), renderer);
  await page.evaluate((n) => window.scene.drawBusy(n), 2 * frames);
  const profiler = await page.context().newCDPSession(page);
  await profiler.send("HeapProfiler.startSampling", {
    samplingInterval: SAMPLED_EVERY,
    includeObjectsCollectedByMajorGC: true,
    includeObjectsCollectedByMinorGC: true,
  });
  await page.evaluate((n) => window.scene.drawBusy(n), frames);
  const { profile } = await profiler.send("HeapProfiler.stopSampling");
  await profiler.detach();
  const byName = new Map<string, number>();
  let [ours, theirs] = [0, 0];
  const visit = ({ callFrame, selfSize, children }: ProfileNode): void => {
    if (OURS.test(callFrame.url)) {
      ours += selfSize;
      const name = `${callFrame.url.split("/").at(-1)} ${callFrame.functionName}:${callFrame.lineNumber + 1}`;
      byName.set(name, (byName.get(name) ?? 0) + selfSize / frames);
    } else theirs += selfSize;
    for (const child of children) visit(child);
  };
  visit(profile.head as ProfileNode);
  const most = [...byName].map(([name, bytes]) => ({ name, bytes })).sort((a, b) => b.bytes - a.bytes);
  return { ours: ours / frames, theirs: theirs / frames, most: most.slice(0, 12) };
}
