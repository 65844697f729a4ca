import { setTimeout as sleep } from "node:timers/promises";
import { MOST_BACK } from "../../shared/session/back.ts";
import type { ServerProcess } from "../faults/server-process.ts";
import { scrape, sumOf } from "../helpers/metrics-text.ts";
import { Players } from "./players.ts";

export interface Soak {
  readonly rooms: number;
  readonly students: number;
  /** How long it plays, s. */
  readonly seconds: number;
  /** Between two students of a class who go and come back, s. */
  readonly churnSeconds: number;
  /** Rounds after which a class ends and another begins; absent: none ends. */
  readonly roundsOfClass?: number;
}

/** What the server held at a moment. */
export interface Sample {
  /** Since it began, s. */
  readonly at: number;
  /** In use after a full collection, bytes. */
  readonly heap: number;
  readonly rss: number;
  readonly descriptors: number;
}

export interface SoakResult {
  /** After the first part, in which compilers and caches fill. */
  readonly samples: readonly Sample[];
  readonly reconnects: number;
  readonly taps: number;
  /** Why joins failed, and classes broke off. */
  readonly failed: readonly string[];
}

/** The part of a soak in which nothing is measured yet. */
const WARM_UP = 0.3;
/** Samples of the rest. */
const SAMPLES = 24;

/** Classes that play round after round while students go and come back, and that end and are followed by others. @param server loaded with sabotage.ts, which tells of its heap */
export async function soak(server: ServerProcess, { seconds, ...load }: Soak): Promise<SoakResult> {
  const players = new Players({ url: server.url, ...load, bellSeconds: 0, seed: 1, beginnings: MOST_BACK });
  try {
    await players.answers();
    players.order("join");
    await players.answers();
    players.order("play");
    players.order("measure");
    const began = performance.now();
    await sleep(1000 * seconds * WARM_UP);
    const samples: Sample[] = [];
    for (let i = 0; i <= SAMPLES; i++) {
      samples.push(await look(server, (performance.now() - began) / 1000));
      await sleep((1000 * seconds * (1 - WARM_UP)) / SAMPLES);
    }
    const all = await scrape(server.url);
    players.order("stop");
    const reports = await players.reports();
    return {
      samples,
      reconnects: sumOf(all, "fire_together_reconnects_total"),
      taps: sumOf(all, "fire_together_taps_total", { fate: "fired" }),
      failed: reports.flatMap(({ refused, failed }) => [...refused, ...failed]),
    };
  } finally {
    players.kill();
  }
}

async function look(server: ServerProcess, at: number): Promise<Sample> {
  const heap = (await server.tell({ what: "heap" })) as number;
  const all = await scrape(server.url);
  const [rss, descriptors] = ["process_resident_memory_bytes", "process_open_fds"].map((name) => sumOf(all, name));
  return { at, heap, rss: rss!, descriptors: descriptors! };
}

/** How much more there is at the end of the straight line through the samples than at its beginning. */
export function growth(samples: readonly Sample[], what: "heap" | "rss" | "descriptors"): number {
  const n = samples.length;
  const mean = (of: (sample: Sample) => number): number => samples.reduce((sum, one) => sum + of(one), 0) / n;
  const [t, y] = [mean(({ at }) => at), mean((one) => one[what])];
  const slope = mean((one) => (one.at - t) * (one[what] - y)) / mean(({ at }) => (at - t) * (at - t));
  return slope * (samples.at(-1)!.at - samples[0]!.at);
}

/** Most that may be more at the end: of the heap, MB (as after ten thousand who come and go); of all memory, MB; of descriptors. */
export const FLAT = { heapMB: 5, rssMB: 25, descriptors: 10 };

/** What is not flat. */
export function swellings(samples: readonly Sample[]): string[] {
  const found: string[] = [];
  // What could not be measured is not flat.
  const within = (what: "heap" | "rss" | "descriptors", most: number): boolean => growth(samples, what) <= most;
  if (!within("heap", 1e6 * FLAT.heapMB)) found.push("heap");
  if (!within("rss", 1e6 * FLAT.rssMB)) found.push("resident memory");
  if (!within("descriptors", FLAT.descriptors)) found.push("descriptors");
  return found;
}
