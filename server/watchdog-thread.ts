/** The thread that watches the event loop (watchdog.ts). */
import { workerData } from "node:worker_threads";
import { log } from "./log.ts";
import type { Watched } from "./watchdog.ts";

/** Between two looks, ms. */
const LOOK_MS = 200;

const { memory, level, stuckMs } = workerData as Watched;
const beats = new Int32Array(memory, 0, 1);
const inTick = new Uint8Array(memory, 4, 12);
log.level = level;

let seen = Atomics.load(beats, 0);
let since = performance.now();
let looked = since;
let told = false;

setInterval(() => {
  const now = performance.now();
  const beat = Atomics.load(beats, 0);
  // Where this thread stood still, too, the whole machine slept.
  if (beat !== seen || now - looked > stuckMs) {
    seen = beat;
    since = now;
    told = false;
  } else if (!told && now - since > stuckMs) {
    told = true;
    const room = String.fromCharCode(...inTick.filter((letter) => letter !== 0));
    log.error({ room: room || undefined }, "the program stands still: nothing is answered until this is over");
  }
  looked = now;
}, LOOK_MS);
