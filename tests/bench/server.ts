/**
 * `npm run bench:server [-- --rooms N --students M --seconds S]`: this server with model, journal and metrics beside the
 * same traffic written by hand on bare `ws`, in one go on one machine, and the ratio of their CPU.
 */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { TICK_MS } from "../../shared/session/events.ts";
import { freePort, startProcess } from "../faults/server-process.ts";
import { setup } from "../helpers/build-pages.ts";
import { type LoadResult, measureLoad, WARM_UP_S } from "../load/measure.ts";
import { most, report } from "./row.ts";

/** What goes to and fro, for bare-server.ts to send it too. */
export interface Traffic {
  readonly rooms: number;
  readonly students: number;
  /** Of a phone. */
  readonly tapsPerS: number;
  /** What phones receive besides answers to taps and clock questions, and what stages receive: frames a tick, and bytes of one. */
  readonly phoneFramesPerTick: number;
  readonly phoneFrameBytes: number;
  readonly stageFramesPerTick: number;
  readonly stageFrameBytes: number;
}

interface Cost {
  /** Share of one core. */
  readonly cpu: number;
  readonly rssBytes: number;
}

/** The most times the bare server's CPU that ours may need. */
const MOST = 1.6;

const { values } = parseArgs({
  options: {
    rooms: { type: "string", default: "25" },
    students: { type: "string", default: "40" },
    seconds: { type: "string", default: "30" },
    json: { type: "boolean", default: false },
  },
});
const [rooms, students, seconds] = [Number(values.rooms), Number(values.students), Number(values.seconds)];

function trafficOf({ phone, stageReceives, tapsPerS }: LoadResult): Traffic {
  const otherFrames = phone.framesPerS - phone.answersPerS;
  return {
    rooms,
    students,
    tapsPerS,
    phoneFramesPerTick: (otherFrames * TICK_MS) / 1000,
    phoneFrameBytes: otherFrames > 0 ? (phone.bytesPerS - phone.answerBytesPerS) / otherFrames : 0,
    stageFramesPerTick: (stageReceives.framesPerS * TICK_MS) / 1000,
    stageFrameBytes: stageReceives.bytesPerS / stageReceives.framesPerS,
  };
}

async function measureOurs(): Promise<LoadResult> {
  const folder = await mkdtemp(join(tmpdir(), "fire-together-bench-"));
  const server = await startProcess(folder, await freePort(), { MAX_ROOMS: String(rooms) });
  try {
    return await measureLoad(server.url, { rooms, students, seconds, bellSeconds: 0 });
  } finally {
    await server.kill("SIGTERM");
    await rm(folder, { recursive: true });
  }
}

const start = (script: string, about: object): ChildProcess =>
  fork(join(import.meta.dirname, script), [JSON.stringify(about)], { execPath: process.execPath });

/** @returns its cost, and the taps that it answered for each that ours did */
async function measureBare(traffic: Traffic): Promise<Cost & { readonly taps: number }> {
  const server = start("bare-server.ts", traffic);
  const [{ url }] = (await once(server, "message")) as [{ url: string }];
  const players = start("bare-player.ts", { ...traffic, url });
  try {
    await once(players, "message");
    await sleep(1000 * WARM_UP_S);
    const usage = async () => {
      server.send("usage");
      const [used] = (await once(server, "message")) as [{ cpuMs: number; rssBytes: number; taps: number }];
      return { ...used, at: performance.now() };
    };
    const before = await usage();
    await sleep(1000 * seconds);
    const after = await usage();
    const elapsed = after.at - before.at;
    return {
      cpu: (after.cpuMs - before.cpuMs) / elapsed,
      rssBytes: after.rssBytes,
      taps: (1000 * (after.taps - before.taps)) / elapsed / (rooms * students * traffic.tapsPerS),
    };
  } finally {
    players.kill();
    server.kill();
  }
}

await setup();
const ours = await measureOurs();
const traffic = trafficOf(ours);
const bare = await measureBare(traffic);
report([
  {
    what: `taps to the server, ${rooms} x ${students}`,
    measured: rooms * students * traffic.tapsPerS,
    unit: "a second",
  },
  { what: "  bare ws, of these", measured: 100 * bare.taps, unit: "%" },
  { what: "frames from the server, to phones", measured: rooms * students * ours.phone.framesPerS, unit: "a second" },
  { what: "  to stages", measured: rooms * ours.stageReceives.framesPerS, unit: "a second" },
  { what: "CPU: this server", measured: 100 * ours.cpu, unit: "% of a core" },
  { what: "  bare ws", measured: 100 * bare.cpu, unit: "% of a core" },
  most("  ratio", ours.cpu / bare.cpu, "times", MOST, "time"),
  { what: "memory: this server", measured: ours.rssBytes / 1e6, unit: "MB" },
  { what: "  bare ws", measured: bare.rssBytes / 1e6, unit: "MB" },
]);
