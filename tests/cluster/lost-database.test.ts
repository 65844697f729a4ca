import { tmpdir } from "node:os";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { freePort, type ServerProcess, startProcess } from "../faults/server-process.ts";
import * as inClass from "../helpers/class-in-round.ts";
import { scrape, sumOf } from "../helpers/metrics-text.ts";
import { enter, until, type Visitor } from "../helpers/running-class.ts";
import { type Engine, needing, newDatabase, startPostgres } from "./engines.ts";

const { fired, inTheRound, openClass, phase, provenRecording, recordingOf, student, tapsOf, turn } = inClass;
const [name, skip] = needing("a class whose journal is in PostgreSQL", "postgresql");

/** Pulses that a stage gets in a second of a round. */
const PULSES = 25;

describe.skipIf(skip)(name, () => {
  let postgres: Engine;
  let env: Record<string, string>;
  let port: number;
  let server: ServerProcess;
  beforeAll(async () => {
    postgres = await startPostgres();
  });
  afterAll(() => postgres?.remove());
  beforeEach(async () => {
    env = { DATABASE_URL: await newDatabase(postgres), LOG_LEVEL: "info" };
    port = await freePort();
    server = await startProcess(tmpdir(), port, env);
  });
  afterEach(() => server.kill("SIGKILL"));

  /** Taps, waits, and says how much the stage was shown of it. */
  async function goesOn(host: Visitor, students: readonly Visitor[], seconds: number): Promise<number> {
    const shown = host.pulses.length;
    const stops = students.map(inClass.tapping);
    await new Promise((go) => setTimeout(go, 1000 * seconds));
    for (const stop of stops) stop();
    return (host.pulses.length - shown) / seconds;
  }

  const lose = {
    "freezes for a while": [() => postgres.signal("SIGSTOP"), () => postgres.signal("SIGCONT")],
    "is killed and started again": [() => postgres.kill(), () => postgres.start()],
  } as const;

  test.each(Object.entries(lose))(
    "goes on when the database %s: the teacher is told, and no acknowledged tap is lost",
    async (_, [away, back]) => {
      const { opened, host, students } = await inTheRound(server);
      await away();
      // What was on its way may still have been acknowledged.
      await new Promise((go) => setTimeout(go, 300));
      const heard = students.map(fired);
      expect(await goesOn(host, students, 3)).toBeGreaterThan(0.9 * PULSES);
      expect(students.map(fired)).toEqual(heard);
      for (const { room } of [host, ...students]) expect(room.state.recording).toBe(false);
      expect((await fetch(`${server.url}/readyz`)).status).toBe(503);
      expect(await (await fetch(`${server.url}/api/classes`, { method: "POST" })).json()).toEqual({
        error: "not-safe",
      });
      const metrics = await scrape(server.url);
      expect(sumOf(metrics, "fire_together_journal_waiting_seconds")).toBeGreaterThan(2);

      await back();
      await until(() => host.room.state.recording, 15_000);
      // Every tap made meanwhile is acknowledged now.
      await until(() => students.every((each, i) => fired(each) >= heard[i]! + 4), 10_000);
      expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
      await host.command({ kind: "end", turn: turn(host) });
      await until(() => students[0]!.closed === 4101, 10_000);
      const recording = provenRecording(await recordingOf(server, opened));
      for (const each of students) expect(tapsOf(recording, each.welcome!.seat)).toBeGreaterThanOrEqual(fired(each));
    },
    60_000,
  );

  test("that ends while the database is away is complete on the shelf once it is back", async () => {
    const { opened, host, students } = await inTheRound(server);
    await postgres.kill();
    await host.command({ kind: "end", turn: turn(host) });
    await until(() => phase(host) === "ended" && !host.room.state.recording);
    await new Promise((go) => setTimeout(go, 2000));
    expect(students[0]!.closed).toBeUndefined();
    await postgres.start();
    await until(() => students[0]!.closed === 4101, 15_000);
    const headers = { Authorization: `Bearer ${opened.hostKey}` };
    const shelf = (await (await fetch(`${server.url}/api/sessions`, { headers })).json()) as { endedAt: number }[];
    expect(shelf).toMatchObject([{ id: opened.classId, endedAt: expect.any(Number), rounds: 1, seats: 2 }]);
    const recording = provenRecording(await recordingOf(server, opened));
    for (const each of students) expect(tapsOf(recording, each.welcome!.seat)).toBeGreaterThanOrEqual(fired(each));
  }, 60_000);

  test("is there again after its process was killed", async () => {
    const { opened, students } = await inTheRound(server);
    await server.kill("SIGKILL");
    server = await startProcess(tmpdir(), port, env);
    const back = await student(server, opened, students[1]!.welcome!.seatKey);
    expect(back.welcome!.seat).toBe(students[1]!.welcome!.seat);
    const host = await enter(server, opened.code, { hostKey: opened.hostKey });
    expect(phase(host)).toBe("round");
    expect(host.room.state.seats).toBe(students.length + inClass.BOTS);
  }, 60_000);

  test("leaves no password in the log", async () => {
    await server.kill("SIGTERM");
    env.DATABASE_URL = env.DATABASE_URL!.replace("//fire@", "//fire:hushhush@");
    server = await startProcess(tmpdir(), port, env);
    await openClass(server);
    await postgres.kill();
    await until(async () => (await fetch(`${server.url}/readyz`)).status === 503);
    await postgres.start();
    await until(async () => (await fetch(`${server.url}/readyz`)).ok);
    expect(server.log()).toContain("not ready");
    expect(server.log()).not.toContain("hushhush");
  });
});
