import type { CDPSession, Page } from "playwright-core";
import { launchChromium } from "../browser/chromium.ts";
import { openWindow } from "../browser/pages.ts";
import { startTestServer } from "../helpers/running-class.ts";

/** What a recording costs the page that replays it. */
export interface ReplayPage {
  /** From the choice of the file to the first frame drawn of it, ms. */
  readonly firstFrameMs: number;
  /** From the choice of an instant to its picture, with all who were there, ms. */
  readonly seekP95Ms: number;
  /** Longest that a task held the page up while it sought, ms. */
  readonly longestTaskMs: number;
  /** Most that the page's thread itself worked in one of them, ms: in the rest of a task others had its core. */
  readonly mostWorkMs: number;
  /** What the heaps of page and worker grew by while five minutes of the class were played, MB. */
  readonly pageGrowthMb: number;
  readonly workerGrowthMb: number;
}

const SEEKS = 60;
const SETTLE_MS = 8000;
const PLAY_MS = 20_000;

/** Opens a recording in a headless browser as a file, seeks about in it, and lets it play. */
export async function measureReplayPage(file: Buffer): Promise<ReplayPage> {
  const server = await startTestServer();
  const browser = await launchChromium();
  try {
    const { page, context } = await openWindow(browser, [], { width: 1280, height: 720 });
    await page.goto(`${server.url}/replay/local`);
    await page.evaluate(watchFirstFrame);
    const chosen = { name: "class.ndjson.gz", mimeType: "application/gzip", buffer: file };
    await page.getByTestId("open-recording").setInputFiles(chosen);
    const firstFrameMs = await page.waitForFunction(() => seen().first).then((handle) => handle.jsonValue());
    await page.locator('[data-testid="verified"][data-state="agrees"]').waitFor();
    await browser.startTracing(page, { categories: ["toplevel"] });
    const times = await page.evaluate(seekAbout, SEEKS);
    const tasks = tasksOf(await browser.stopTracing());
    const session = await context.newCDPSession(page);
    const asks: Ask[] = [(method) => session.send(method as "Runtime.getHeapUsage"), await workerOf(session)];
    await play(page, SETTLE_MS);
    const before = await Promise.all(asks.map(heapOf));
    await play(page, PLAY_MS);
    const after = await Promise.all(asks.map(heapOf));
    const growth = after.map((bytes, i) => (bytes - before[i]!) / 1e6);
    return {
      firstFrameMs: firstFrameMs!,
      seekP95Ms: times.sort((a, b) => a - b)[Math.floor(0.95 * times.length)]!,
      longestTaskMs: Math.max(...tasks.map(({ dur }) => dur)) / 1000,
      mostWorkMs: Math.max(...tasks.map(({ tdur }) => tdur)) / 1000,
      pageGrowthMb: growth[0]!,
      workerGrowthMb: growth[1]!,
    };
  } finally {
    await browser.close();
    await server.close();
  }
}

declare global {
  /** What the page has been seen to do. */
  function seen(): { first?: number };
}

/** From the moment a file is chosen to the frame after its first picture. */
function watchFirstFrame(): void {
  const noted: { first?: number } = {};
  Object.assign(window, { seen: () => noted });
  document.addEventListener(
    "change",
    () => {
      const began = performance.now();
      const look = (): void => {
        if (!window.fireTogether?.describe()) requestAnimationFrame(look);
        else
          requestAnimationFrame(() => {
            noted.first = performance.now() - began;
          });
      };
      look();
    },
    { capture: true, once: true },
  );
}

/** Chooses instants on the timeline, one after the other. */
async function seekAbout(count: number): Promise<number[]> {
  const drawn = (tick: number): boolean => {
    const { view, describe } = window.fireTogether!;
    return view?.tick === tick && describe()?.synapses === view.seats.length;
  };
  const input = document.querySelector<HTMLInputElement>('[data-testid="seek"]')!;
  const end = Number(input.max);
  const times: number[] = [];
  for (let i = 0; i < count; i++) {
    // The golden ratio: everywhere, and never near the last.
    const ms = Math.floor((end * ((i * 0.618034) % 1)) / 40) * 40;
    const began = performance.now();
    input.value = String(ms);
    input.dispatchEvent(new Event("input", { bubbles: true }));
    while (!drawn(ms / 40)) await new Promise((next) => setTimeout(next));
    times.push(performance.now() - began);
    await new Promise((next) => setTimeout(next, 100));
  }
  return times;
}

/** A task of a trace, µs: how long it took, and how long its thread worked on it. */
interface Task {
  readonly dur: number;
  readonly tdur: number;
}

/** The tasks of the page's thread. */
function tasksOf(trace: Buffer): Task[] {
  type Traced = Task & { readonly name: string; readonly tid: number; readonly args: { readonly name?: string } };
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: Traced[] };
  const threads = traceEvents.filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain");
  const pages = new Set(threads.map(({ tid }) => tid));
  return traceEvents.filter(({ name, tid, tdur }) => name.endsWith("::RunTask") && tdur > 0 && pages.has(tid));
}

/** Plays from the beginning at sixteen times the class's speed. */
async function play(page: Page, ms: number): Promise<void> {
  await page.getByTestId("speed").selectOption("16");
  await page.getByTestId("seek").evaluate((input: HTMLInputElement) => {
    input.value = "0";
    input.dispatchEvent(new Event("input", { bubbles: true }));
  });
  await page.getByTestId("play").click();
  await page.waitForTimeout(ms);
  await page.getByTestId("play").click();
}

type Usage = { usedSize?: number; backingStorageSize?: number };
type Ask = (method: string) => Promise<Usage>;

/** Bytes in use, after everything that can go has gone. */
async function heapOf(ask: Ask): Promise<number> {
  await ask("HeapProfiler.collectGarbage");
  // Of typed arrays the heap itself has the handle alone.
  const { usedSize, backingStorageSize } = await ask("Runtime.getHeapUsage");
  return (usedSize ?? Number.NaN) + (backingStorageSize ?? Number.NaN);
}

/** Asks a page's worker, through the page: the protocol's own way to it. */
async function workerOf(session: CDPSession): Promise<Ask> {
  const attached = new Promise<string>((found) => {
    session.on("Target.attachedToTarget", ({ sessionId, targetInfo }) => {
      if (targetInfo.type === "worker") found(sessionId);
    });
  });
  await session.send("Target.setAutoAttach", { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
  const sessionId = await attached;
  const waiting = new Map<number, (result: Usage) => void>();
  session.on("Target.receivedMessageFromTarget", ({ message }) => {
    const { id, result } = JSON.parse(message) as { id: number; result: Usage };
    waiting.get(id)?.(result);
  });
  let last = 0;
  return (method) =>
    new Promise((answered) => {
      waiting.set(++last, answered);
      void session.send("Target.sendMessageToTarget", { sessionId, message: JSON.stringify({ id: last, method }) });
    });
}
