import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  inTheRound,
  openClass,
  phase,
  provenRecording,
  recordingOf,
  student,
  turn,
} from "../helpers/class-in-round.ts";
import { scrape, sumOf } from "../helpers/metrics-text.ts";
import { enter, until, type Visitor } from "../helpers/running-class.ts";
import { row } from "./rows.ts";
import { SABOTAGED } from "./sabotage.ts";
import { freePort, type ServerProcess, startProcess } from "./server-process.ts";

/** Hitches and clocks that jump: one server process. */

let folder: string;
let server: ServerProcess;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "fire-together-time-"));
  server = await startProcess(folder, await freePort(), { LOG_LEVEL: "warn" }, {}, SABOTAGED);
});
afterAll(async () => {
  await server.kill("SIGKILL");
  await rm(folder, { recursive: true });
});

const HOUR_MS = 3_600_000;
const after = (ms: number): Promise<void> => new Promise((go) => setTimeout(go, ms));

/** Ends a class and holds its recording against itself. */
async function end({ opened, host }: Awaited<ReturnType<typeof inTheRound>>): Promise<void> {
  await host.command({ kind: "end", turn: turn(host) });
  await until(() => host.closed === 4101);
  provenRecording(await recordingOf(server, opened));
}

/** What becomes of a tap made now. */
async function tap(visitor: Visitor): Promise<string> {
  const { length } = visitor.taps;
  visitor.tap();
  await until(() => visitor.taps.length > length);
  return visitor.taps.at(-1)!.fate;
}

row(45, async () => {
  const held = await inTheRound(server);
  const [pupil] = held.students;
  const { code } = held.opened;
  const stalled = server.tell({ code, what: "stall", ms: 500 });
  // In the middle of it: read before the session has passed its moment.
  await after(380);
  expect(await tap(pupil!)).toBe("fired");
  expect(await stalled).toBe(5);
  // Nothing was left out: the class is as far as its clock, but for the delay.
  const { tick } = held.host.room.state.stage;
  const late = held.host.now() - 40 * tick - held.host.room.state.delay;
  expect(Math.abs(late)).toBeLessThan(600);
  expect(await tap(pupil!)).toBe("fired");
  await end(held);
});

test("a tick that is stuck for more than a second is told while it lasts and afterwards, with its class", async () => {
  const { code } = await openClass(server);
  const stalls = async (): Promise<number> => sumOf(await scrape(server.url), "fire_together_stalls_total");
  const before = await stalls();
  const over = server.tell({ code, what: "stall", ms: 2000 });
  const lines = (): { msg: string; room?: string; ms?: number }[] =>
    server
      .log()
      .trim()
      .split("\n")
      .filter((line) => line.startsWith("{"))
      .map((line) => JSON.parse(line) as { msg: string });
  const began = performance.now();
  await until(() => lines().some(({ msg, room }) => msg.startsWith("the program stands still") && room === code));
  expect(performance.now() - began).toBeLessThan(2000);
  expect(lines().filter(({ msg }) => msg === "the program stood still")).toEqual([]);
  await over;
  expect(lines().find(({ msg }) => msg === "the program stood still")?.ms).toBeGreaterThan(1500);
  expect(await stalls()).toBe(before + 1);
});

row(46, async () => {
  const held = await inTheRound(server);
  const { host, students, opened } = held;
  for (const ms of [HOUR_MS, -2 * HOUR_MS]) {
    const [began, tick] = [performance.now(), host.room.state.stage.tick];
    await server.tell({ what: "jump", ms });
    expect(await tap(students[0]!)).toBe("fired");
    await after(800);
    const ran = 40 * (host.room.state.stage.tick - tick);
    expect(Math.abs(ran - (performance.now() - began))).toBeLessThan(1500);
    expect(await tap(students[1]!)).toBe("fired");
    // Nobody is taken for a flood.
    for (let i = 0; i < 45; i++) {
      students[1]!.room.send("clock", { sent: performance.now() });
      await after(30);
    }
    // Who comes, comes back, and leads by a code of a minute is let in as ever.
    const late = await student(server, opened);
    await late.room.leave();
    expect((await student(server, opened, late.welcome!.seatKey)).welcome!.seat).toBe(late.welcome!.seat);
  }
  expect([phase(host), host.room.state.paused]).toEqual(["round", false]);
  const offer = (await host.room.request("pair")) as { key: string; pin: string };
  await server.tell({ what: "jump", ms: HOUR_MS });
  const remote = await enter(server, opened.code, { pairing: offer });
  expect(remote.remoteKey).toHaveLength(43);
  expect(students.map(({ closed }) => closed)).toEqual([undefined, undefined]);
  await end(held);
});
