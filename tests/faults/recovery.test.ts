import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { encodeCheckpoint } from "../../server/classroom/recovery.ts";
import { openSqliteJournal } from "../../server/journal/sqlite.ts";
import { TICK_MS } from "../../shared/session/events.ts";
import { CODE_ALPHABET } from "../../shared/wire/code.ts";
import {
  BOTS,
  fired,
  inTheRound,
  openClass,
  phase,
  provenRecording,
  recordingOf,
  student,
  TOGETHER,
  tapping,
  tapsOf,
  turn,
} from "../helpers/class-in-round.ts";
import { PlayedClass } from "../helpers/played-class.ts";
import { enter, until } from "../helpers/running-class.ts";
import { row } from "./rows.ts";
import { freePort, type ServerProcess, startProcess } from "./server-process.ts";

let folder: string;
let port: number;
let server: ServerProcess;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "fire-together-recovery-"));
  port = await freePort();
  server = await startProcess(folder, port);
});
afterEach(async () => {
  await server.kill("SIGKILL");
  await rm(folder, { recursive: true });
});

for (const [number, signal] of [
  [41, "SIGTERM"],
  [42, "SIGKILL"],
] as const) {
  row(
    number,
    async () => {
      const { opened, host, students } = await inTheRound(server);
      const acknowledged = students.map(fired);
      const before = host.room.state;
      const [beat, strong] = [before.stage.beat, before.stage.cellSpikes];
      await server.kill(signal);
      await until(() => students.every(({ closed }) => closed !== undefined));
      const from = performance.now();
      server = await startProcess(folder, port);

      // Everybody comes back as who they were, under the same code.
      const back = await Promise.all(students.map(({ welcome }) => student(server, opened, welcome!.seatKey)));
      expect(back.map(({ welcome }) => welcome!.seat)).toEqual(students.map(({ welcome }) => welcome!.seat));
      await until(() => back.every(({ room }) => room.state.paused));
      const again = await enter(server, opened.code, { hostKey: opened.hostKey });
      const seconds = (performance.now() - from) / 1000;
      expect(phase(again)).toBe("round");
      expect(again.room.state.seats).toBe(students.length + BOTS);
      expect(again.room.state.stage.beat).toBeGreaterThanOrEqual(beat);
      expect(again.room.state.stage.cellSpikes).toBeGreaterThanOrEqual(strong);

      // It goes on by itself, and ends as any other.
      await until(() => !again.room.state.paused, 15_000);
      const stops = back.map(tapping);
      await until(() => back.every((each) => fired(each) >= 2), 10_000);
      for (const stop of stops) stop();
      await again.command({ kind: "end", turn: turn(again) });
      await until(() => back[0]!.closed === 4101, 10_000);

      const recording = provenRecording(await recordingOf(server, opened), 8);
      const told = students.map((_, i) => acknowledged[i]! + fired(back[i]!));
      const lost = students.map(({ welcome }, i) => Math.max(0, told[i]! - tapsOf(recording, welcome!.seat)));
      const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
      console.log(
        `${signal}: everybody back ${seconds.toFixed(2)} s after the start of the process; of ${sum(told)} acknowledged taps ${sum(lost)} lost`,
      );
      expect(sum(lost)).toBe(0);
    },
    60_000,
  );
}

test("a class that waits in the lobby is there again, and its host leads it", async () => {
  const opened = await openClass(server);
  const phone = await student(server, opened);
  await server.kill("SIGKILL");
  server = await startProcess(folder, port);
  const back = await student(server, opened, phone.welcome!.seatKey);
  expect(back.welcome!.seat).toBe(phone.welcome!.seat);
  const host = await enter(server, opened.code, { hostKey: opened.hostKey });
  expect(phase(host)).toBe("lobby");
  expect(await host.command({ kind: "start", turn: turn(host), round: TOGETHER })).toEqual({ ok: true });
  await until(() => phase(host) === "round");
});

test("a class that the teacher paused stays paused", async () => {
  const { opened, host } = await inTheRound(server);
  expect(await host.command({ kind: "pause", turn: turn(host) })).toEqual({ ok: true });
  await until(() => host.room.state.paused);
  // Longer than the journal needs.
  await new Promise((go) => setTimeout(go, 500));
  await server.kill("SIGKILL");
  server = await startProcess(folder, port);
  const again = await enter(server, opened.code, { hostKey: opened.hostKey });
  await new Promise((go) => setTimeout(go, 4500));
  expect(again.room.state.paused).toBe(true);
  expect(await again.command({ kind: "resume", turn: turn(again) })).toEqual({ ok: true });
  await until(() => !again.room.state.paused);
}, 40_000);

test("a class that ended stays ended", async () => {
  const opened = await openClass(server);
  const host = await enter(server, opened.code, { hostKey: opened.hostKey });
  await host.command({ kind: "end", turn: turn(host) });
  await until(() => host.closed === 4101, 10_000);
  await server.kill("SIGKILL");
  server = await startProcess(folder, port);
  expect((await fetch(`${server.url}/api/classes/${opened.code}`)).status).toBe(404);
});

test("twenty classes of thirty, forty minutes into the lesson, are back within five seconds of the start", async () => {
  await server.kill("SIGKILL");
  const codes = await twentyBrokenClasses();
  const from = performance.now();
  server = await startProcess(folder, port);
  const seconds = (performance.now() - from) / 1000;
  console.log(`20 rooms of 30 back ${seconds.toFixed(2)} s after the start of the process (budget 5 s)`);
  for (const code of codes) expect((await fetch(`${server.url}/api/classes/${code}`)).status).toBe(200);
  // Machines that run tests are busy: only beyond three times its budget is a time a fault.
  expect(seconds).toBeLessThan(15);
}, 120_000);

/** A lesson of forty minutes as twenty rooms would have written it when they broke off, the last checkpoint included. */
async function twentyBrokenClasses(): Promise<string[]> {
  const played = new PlayedClass(30, 3);
  const last = (40 * 60_000) / TICK_MS;
  let kept: { seq: number; hash: string; data: string } | undefined;
  for (let round = 0; played.session.state.tick < last; round++) {
    played.play(TOGETHER, () => true);
    played.step(Math.max(0, (round + 1) * 1500 - played.session.state.tick));
    const { session, lines } = played;
    kept = { seq: lines.length - 1, hash: session.hash(), data: encodeCheckpoint(session.save()) };
  }
  played.accept({ kind: "start", round: TOGETHER });
  played.step(200);
  const [header, ...lines] = played.lines;
  const journal = await openSqliteJournal({ file: join(folder, "fire-together.sqlite") });
  const codes = Array.from({ length: 20 }, (_, i) => `KRM4${CODE_ALPHABET[i % 20]}7`);
  for (const [i, code] of codes.entries()) {
    const id = `class-${i}`;
    const own = JSON.stringify({ ...JSON.parse(header!), classId: id });
    await journal.openSession({ id, code, hostHash: "h", stageHash: "s", createdAt: Date.now(), header: own });
    const claim = await journal.claim(id);
    await journal.append(
      claim,
      lines.map((line, at) => ({ seq: at + 1, line })),
    );
    await journal.checkpoint(claim, kept!);
  }
  await journal.close();
  return codes;
}
