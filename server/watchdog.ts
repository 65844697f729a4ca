import { Worker } from "node:worker_threads";
import { log } from "./log.ts";
import { stalls } from "./metrics.ts";

/** Between two signs of life, ms. */
const BEAT_MS = 250;
/** Longest that the event loop may stand still before it is told, ms. */
const STUCK_MS = 1000;

/** Written by the event loop, read by the thread that watches it: signs of life, and the class whose tick runs. */
const memory = new SharedArrayBuffer(16);
const beats = new Int32Array(memory, 0, 1);
const inTick = new Uint8Array(memory, 4, 12);

export interface Watched {
  readonly memory: SharedArrayBuffer;
  readonly level: string;
  readonly stuckMs: number;
}

/** Says whose tick runs from now on; none: "". */
export function nowInTick(room: string): void {
  inTick.fill(0);
  for (let i = 0; i < room.length && i < inTick.length; i++) inTick[i] = room.charCodeAt(i);
}

/**
 * Watches the event loop from a thread of its own: one that is stuck in a tick cannot say so itself. The log tells of it
 * while it lasts, with the class; log and metrics tell of it when it is over.
 */
export function startWatchdog(): void {
  const watched: Watched = { memory, level: log.level, stuckMs: STUCK_MS };
  new Worker(new URL("./watchdog-thread.ts", import.meta.url), { workerData: watched, execArgv: [] }).unref();
  let last = performance.now();
  setInterval(() => {
    Atomics.add(beats, 0, 1);
    const now = performance.now();
    const late = now - last - BEAT_MS;
    last = now;
    if (late < STUCK_MS) return;
    stalls.inc();
    log.warn({ ms: Math.round(late) }, "the program stood still");
  }, BEAT_MS).unref();
}
