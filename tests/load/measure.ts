import { setTimeout as sleep } from "node:timers/promises";
import { quantile, type Series, scrape, sumOf } from "../helpers/metrics-text.ts";
import { Players } from "./players.ts";

export interface Load {
  readonly rooms: number;
  readonly students: number;
  /** Time that is measured, s. */
  readonly seconds: number;
  /** Time over which everybody joins, s; 0: as fast as it goes. */
  readonly bellSeconds: number;
}

export interface LoadResult {
  readonly joins: { readonly p50: number; readonly p99: number; readonly seconds: number; readonly refused: string[] };
  /** From a tap's place to the stage beyond the delay D, ms; and from the finger. */
  readonly stage: { readonly p50: number; readonly p99: number; readonly taps: number; readonly fingerP99: number };
  readonly tapsSent: number;
  readonly fates: Readonly<Record<string, number>>;
  readonly cut: number;
  /** What a phone receives a second, and of that answers to its taps and questions; and what a stage receives. */
  readonly phone: Received & { readonly answersPerS: number; readonly answerBytesPerS: number };
  readonly stageReceives: Received;
  /** Taps of a phone that the stage showed, a second. */
  readonly tapsPerS: number;
  /** Share of one core. */
  readonly cpu: number;
  readonly rssBytes: number;
  readonly loopP99Ms: number;
  readonly tickP99Ms: number;
  readonly journalP99Ms: number;
  /** How late the students' own processes were, ms. */
  readonly ownLoopP99Ms: number;
  readonly failed: readonly string[];
}

/** What one receives a second. */
export interface Received {
  readonly bytesPerS: number;
  readonly framesPerS: number;
}

/**
 * Playing before anything counts, s: the first taps are made, and just-in-time compilers, at work on threads of their own for
 * half a minute and a tenth of all CPU, are done. A lesson lasts 45 minutes.
 */
export const WARM_UP_S = 30;

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN;
const ascending = (all: readonly number[]): number[] => [...all].sort((a, b) => a - b);

/** Fills a server with classes whose students tap with the beat all the time, and looks at what they and the server saw. */
export async function measureLoad(url: string, { seconds, ...load }: Load): Promise<LoadResult> {
  const players = new Players({ url, ...load, seed: 1 });
  try {
    await players.answers();
    const began = performance.now();
    players.order("join");
    await players.answers();
    const joinSeconds = (performance.now() - began) / 1000;
    players.order("play");
    await sleep(1000 * WARM_UP_S);
    const before = await scrape(url);
    const started = performance.now();
    players.order("measure");
    await sleep(1000 * seconds);
    const [after, elapsed] = [await scrape(url), (performance.now() - started) / 1000];
    players.order("stop");
    const parts = await players.reports();

    const sum = (each: (part: (typeof parts)[number]) => number): number =>
      parts.reduce((n, part) => n + each(part), 0);
    const phones = load.rooms * load.students;
    const joins = ascending(parts.flatMap((part) => part.joins));
    const latencies = ascending(parts.flatMap((part) => part.latencies));
    const fromFinger = ascending(parts.flatMap((part) => part.fromFinger));
    const fates: Record<string, number> = {};
    for (const part of parts) for (const fate in part.fates) fates[fate] = (fates[fate] ?? 0) + part.fates[fate]!;
    return {
      joins: {
        p50: at(joins, 0.5),
        p99: at(joins, 0.99),
        seconds: joinSeconds,
        refused: parts.flatMap((p) => p.refused),
      },
      stage: {
        p50: at(latencies, 0.5),
        p99: at(latencies, 0.99),
        taps: latencies.length,
        fingerP99: at(fromFinger, 0.99),
      },
      tapsSent: sum((part) => part.tapsSent),
      fates,
      cut: sum((part) => part.cut),
      phone: {
        bytesPerS: sum((part) => part.phoneBytes) / elapsed / phones,
        framesPerS: sum((part) => part.phoneFrames) / elapsed / phones,
        answersPerS: sum((part) => part.answers) / elapsed / phones,
        answerBytesPerS: sum((part) => part.answerBytes) / elapsed / phones,
      },
      stageReceives: {
        bytesPerS: sum((part) => part.stageBytes) / elapsed / load.rooms,
        framesPerS: sum((part) => part.stageFrames) / elapsed / load.rooms,
      },
      tapsPerS: latencies.length / elapsed / phones,
      ...ofServer(before, after, elapsed),
      ownLoopP99Ms: Math.max(...parts.map((part) => part.loopP99)),
      failed: parts.flatMap((part) => part.failed),
    };
  } finally {
    players.kill();
  }
}

function ofServer(before: readonly Series[], after: readonly Series[], seconds: number) {
  const cpu = "process_cpu_seconds_total";
  return {
    cpu: (sumOf(after, cpu) - sumOf(before, cpu)) / seconds,
    rssBytes: sumOf(after, "process_resident_memory_bytes"),
    loopP99Ms: 1000 * sumOf(after, "nodejs_eventloop_lag_p99_seconds"),
    tickP99Ms: 1000 * quantile(before, after, "fire_together_tick_seconds", 0.99),
    journalP99Ms: 1000 * quantile(before, after, "fire_together_journal_lag_seconds", 0.99),
  };
}
