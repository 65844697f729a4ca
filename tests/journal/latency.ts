/**
 * How long a tap waits for the journal: 20 rooms that append 25 times a second each, as the room's tick does.
 * Run: node tests/journal/latency.ts [seconds]
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openSqliteJournal } from "../../server/journal/sqlite.ts";

const ROOMS = 20;
const TICK_MS = 40;
/** Lines a batch: 40 students at 2 Hz make 80 taps a second. */
const LINES = 3;
const seconds = Number(process.argv[2] ?? 10);

const folder = await mkdtemp(join(tmpdir(), "fire-together-latency-"));
const journal = await openSqliteJournal({ file: join(folder, "fire-together.sqlite") });
const waits: number[] = [];
const cpu = process.cpuUsage();

async function room(number: number): Promise<void> {
  const id = `room ${number}`;
  await journal.openSession({ id, code: id, hostHash: "", stageHash: "", createdAt: 0, header: "{}" });
  let seq = 0;
  await new Promise((resolve) => setTimeout(resolve, (number / ROOMS) * TICK_MS));
  await new Promise<void>((resolve) => {
    const timer = setInterval(async () => {
      const records = Array.from({ length: LINES }, () => ({ seq: ++seq, line: `[${seq},{"kind":"tap","seat":12}]` }));
      if (seq >= (seconds * 1000 * LINES) / TICK_MS) {
        clearInterval(timer);
        resolve();
      }
      const from = performance.now();
      await journal.append({ sessionId: id, epoch: 0 }, records);
      waits.push(performance.now() - from);
    }, TICK_MS);
  });
}

await Promise.all(Array.from({ length: ROOMS }, (_, number) => room(number)));
const used = process.cpuUsage(cpu);
await journal.close();
await rm(folder, { recursive: true });

waits.sort((a, b) => a - b);
const at = (share: number): string => (waits[Math.floor(share * (waits.length - 1))] ?? 0).toFixed(2);
console.log(`${waits.length} appends of ${LINES} lines, ${ROOMS} rooms, ${seconds} s`);
console.log(`p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, p99.9 ${at(0.999)} ms, longest ${at(1)} ms`);
console.log(`CPU ${((used.user + used.system) / 10_000 / seconds).toFixed(1)} % of a core, both threads`);
