/**
 * `npm run soak -- --minutes N [--rooms 20] [--students 30]`: classes over real WebSockets that play round after round while
 * students go and come back, and whether the server's memory and descriptors stay as they are. Ends with 1 where they do not.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { SABOTAGED } from "../faults/sabotage.ts";
import { freePort, startProcess } from "../faults/server-process.ts";
import { setup } from "../helpers/build-pages.ts";
import { FLAT, growth, type Soak, type SoakResult, soak, swellings } from "./soaking.ts";

/** Between two students of a class who go and come back, s. */
const CHURN_S = 2;
/** A class keeps what it has played, so of a longer one there is more: these end soon, and what they kept must go with them. */
const ROUNDS = 3;

function readSoak(): Soak {
  const { values } = parseArgs({
    options: {
      minutes: { type: "string", default: "2" },
      rooms: { type: "string", default: "20" },
      students: { type: "string", default: "30" },
    },
  });
  const whole = (name: keyof typeof values, most: number): number => {
    const number = Number(values[name]);
    if (Number.isInteger(number) && number >= 1 && number <= most) return number;
    throw new RangeError(`--${name} must be a whole number from 1 to ${most} (it is ${values[name]}).`);
  };
  const [minutes, rooms, students] = [whole("minutes", 600), whole("rooms", 200), whole("students", 60)];
  return { rooms, students, seconds: 60 * minutes, churnSeconds: CHURN_S, roundsOfClass: ROUNDS };
}

function print({ samples, reconnects, taps, failed }: SoakResult): void {
  const [first, last] = [samples[0]!, samples.at(-1)!];
  const hours = (last.at - first.at) / 3600;
  const line = (what: string, key: "heap" | "rss" | "descriptors", unit: number, limit: number): void => {
    const [from, to, more] = [first[key] / unit, last[key] / unit, growth(samples, key) / unit];
    const slope = `${more.toFixed(2)} more along the line, ${(more / hours).toFixed(1)} an hour (limit ${limit})`;
    console.log(`${what.padEnd(32)} ${from.toFixed(1)} to ${to.toFixed(1)}: ${slope}`);
  };
  console.log(
    `measured from ${first.at.toFixed(0)} s to ${last.at.toFixed(0)} s: ${taps} taps, ${reconnects} came back`,
  );
  line("heap after collection, MB", "heap", 1e6, FLAT.heapMB);
  line("resident memory, MB", "rss", 1e6, FLAT.rssMB);
  line("descriptors", "descriptors", 1, FLAT.descriptors);
  for (const why of new Set(failed)) console.log(`failed: ${why}`);
}

async function main(load: Soak): Promise<void> {
  await setup();
  const folder = await mkdtemp(join(tmpdir(), "fire-together-soak-"));
  const server = await startProcess(folder, await freePort(), {}, {}, SABOTAGED);
  try {
    console.log(`${load.rooms} classes of ${load.students} for ${load.seconds / 60} minutes`);
    const result = await soak(server, load);
    print(result);
    const swollen = swellings(result.samples);
    if (swollen.length > 0) console.log(`not flat: ${swollen.join(", ")}`);
    // Nothing is easier to keep flat than a server that nobody plays on.
    const idle = !(result.taps > load.rooms * load.seconds && result.reconnects > load.rooms);
    if (idle) console.log("hardly anybody played");
    if (swollen.length > 0 || result.failed.length > 0 || idle) process.exitCode = 1;
  } finally {
    await server.kill("SIGTERM");
    await rm(folder, { recursive: true });
  }
}

let load: Soak;
try {
  load = readSoak();
} catch (error) {
  console.error((error as Error).message);
  process.exit(2);
}
await main(load);
