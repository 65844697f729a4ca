/**
 * `npm run load -- --rooms N --students M --seconds S [--bell] [--postgres]`: classes of bots that tap like people, over real
 * WebSockets from processes of their own, against a real server with its journal. `--bell`: all join within a minute.
 * `--postgres`: with the journal in a PostgreSQL of its own, as durable as a school's.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { most, type Row, report } from "../bench/row.ts";
import { startPostgres } from "../cluster/engines.ts";
import { freePort, startProcess } from "../faults/server-process.ts";
import { setup } from "../helpers/build-pages.ts";
import { type Load, type LoadResult, measureLoad } from "./measure.ts";

const BELL_S = 60;
/** The longest that a thousand joins may take when all come at once, s. */
const THOUSAND_JOINS_S = 10;
/** The most lag of the students' own processes with which latencies are the server's, ms. */
const OWN_LAG_MS = 25;

function readLoad(): Load & { readonly postgres: boolean } {
  const { values } = parseArgs({
    options: {
      rooms: { type: "string", default: "10" },
      students: { type: "string", default: "40" },
      seconds: { type: "string", default: "30" },
      bell: { type: "boolean", default: false },
      postgres: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
    },
  });
  const whole = (name: "rooms" | "students" | "seconds", greatest: number): number => {
    const number = Number(values[name]);
    if (Number.isInteger(number) && number >= 1 && number <= greatest) return number;
    throw new RangeError(`--${name} must be a whole number from 1 to ${greatest} (it is ${values[name]}).`);
  };
  return {
    rooms: whole("rooms", 200),
    students: whole("students", 60),
    seconds: whole("seconds", 3600),
    bellSeconds: values.bell ? BELL_S : 0,
    postgres: values.postgres,
  };
}

function rowsOf({ rooms, students, bellSeconds }: Load, result: LoadResult): Row[] {
  const { fates, tapsSent, joins, stage } = result;
  const answered = Object.values(fates).reduce((sum, n) => sum + n, 0);
  const row = (what: string, measured: number, unit: string): Row => ({ what, measured, unit });
  return [
    row(`joins, ${rooms} x ${students}`, (rooms * students) / joins.seconds, "a second"),
    ...(bellSeconds > 0
      ? []
      : [most("  a thousand", (joins.seconds * 1000) / (rooms * students), "s", THOUSAND_JOINS_S, "time")]),
    row("  p50 from asking to being seated", joins.p50, "ms"),
    row("  p99", joins.p99, "ms"),
    most("  refused", joins.refused.length, "joins", 0, "size"),
    row("tap to stage beyond the delay, p50", stage.p50, "ms"),
    most(`  p99 of ${stage.taps} taps`, stage.p99, "ms", 100, "time"),
    row("  from the finger, habits not removed, p99", stage.fingerP99, "ms"),
    row("taps sent", tapsSent, "taps"),
    row("  lost: came too late", fates.lost ?? 0, "taps"),
    row("  too fast, or the round was over", (fates["too-fast"] ?? 0) + (fates.resting ?? 0), "taps"),
    most("  never answered", tapsSent - answered, "taps", 0, "size"),
    most("connections lost", result.cut, "phones", 0, "size"),
    row("to a phone", result.phone.bytesPerS / 1000, "kB/s"),
    row("to a stage", result.stageReceives.bytesPerS / 1000, "kB/s"),
    row("server: CPU", 100 * result.cpu, "% of a core"),
    row("  resident memory", result.rssBytes / 1e6, "MB"),
    row("  event loop late, p99", result.loopP99Ms, "ms"),
    row("  a room's tick, p99", result.tickP99Ms, "ms"),
    most("  journal lag, p99", result.journalP99Ms, "ms", 250, "time"),
    row("students' own processes late, p99", result.ownLoopP99Ms, "ms"),
  ];
}

async function main({ postgres, ...load }: ReturnType<typeof readLoad>): Promise<void> {
  await setup();
  const database = postgres ? await startPostgres({ durable: true }) : undefined;
  const folder = await mkdtemp(join(tmpdir(), "fire-together-load-"));
  const server = await startProcess(folder, await freePort(), {
    MAX_ROOMS: String(load.rooms),
    ...(database ? { DATABASE_URL: database.url } : {}),
  });
  try {
    const result = await measureLoad(server.url, load);
    report(rowsOf(load, result));
    for (const why of new Set(result.joins.refused)) console.log(`refused: ${why}`);
    for (const why of result.failed) console.log(`a class broke off: ${why}`);
    if (result.ownLoopP99Ms > OWN_LAG_MS) {
      console.log("The students' own processes were late: this machine is too small for this load and its latencies.");
    }
    if (result.failed.length > 0) process.exitCode = 1;
  } finally {
    await server.kill("SIGTERM");
    await database?.remove();
    await rm(folder, { recursive: true });
  }
}

let load: ReturnType<typeof readLoad>;
try {
  load = readLoad();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(2);
}
await main(load);
