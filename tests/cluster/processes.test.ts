import { tmpdir } from "node:os";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { freePort, type ServerProcess, startProcess } from "../faults/server-process.ts";
import * as inClass from "../helpers/class-in-round.ts";
import { scrape, sumOf } from "../helpers/metrics-text.ts";
import { enter, type OpenClass, until, type Visitor } from "../helpers/running-class.ts";
import { type Engine, needing, newDatabase, startPostgres, startRedis } from "./engines.ts";

const { fired, inTheRound, openClass, phase, provenRecording, recordingOf, student, tapping, tapsOf, turn } = inClass;
const [name, skip] = needing("three processes on one Redis and one PostgreSQL", "postgresql", "redis-server");

describe.skipIf(skip)(name, () => {
  let postgres: Engine;
  let redis: Engine;
  let env: Record<string, string>;
  /** All that were started; the dead among them, too. */
  let servers: ServerProcess[] = [];
  const start = async (port?: number, more: Record<string, string> = {}): Promise<ServerProcess> => {
    const own = port ?? (await freePort());
    const address = { PUBLIC_ADDRESS: `127.0.0.1:${own}`, LOG_LEVEL: "info" };
    const server = await startProcess(tmpdir(), own, { ...env, ...address, ...more });
    servers.push(server);
    return server;
  };
  type Three = [ServerProcess, ServerProcess, ServerProcess];
  const three = async (...more: readonly Record<string, string>[]): Promise<Three> => {
    env = { DATABASE_URL: await newDatabase(postgres), REDIS_URL: redis.url };
    return (await Promise.all([0, 1, 2].map((i) => start(undefined, more[i])))) as Three;
  };
  beforeAll(async () => {
    [postgres, redis] = await Promise.all([startPostgres(), startRedis()]);
  });
  afterEach(async () => {
    await Promise.all(servers.map((server) => server.kill("SIGKILL")));
    servers = [];
    // What the killed ones claimed is nobody's.
    await redis.kill();
    await redis.start();
  });
  afterAll(() => Promise.all([postgres?.remove(), redis?.remove()]));

  const rooms = async ({ url }: ServerProcess): Promise<number> => sumOf(await scrape(url), "fire_together_rooms");
  /** The process that holds the only room. */
  const holder = async (among: readonly ServerProcess[]): Promise<ServerProcess> => {
    const counts = await Promise.all(among.map(rooms));
    expect(counts.reduce((sum, n) => sum + n, 0)).toBe(1);
    return among[counts.indexOf(1)]!;
  };
  const shelf = async ({ url }: ServerProcess, { hostKey }: OpenClass): Promise<unknown> =>
    (await fetch(`${url}/api/sessions`, { headers: { Authorization: `Bearer ${hostKey}` } })).json();
  /** Joins as a phone does: again and again until it is in. */
  async function again(server: ServerProcess, opened: OpenClass, before: Visitor): Promise<Visitor> {
    let back: Visitor | undefined;
    await until(async () => {
      back = await student(server, opened, before.welcome!.seatKey).catch(() => undefined);
      return back !== undefined;
    }, 20_000);
    return back!;
  }

  /** Comes back as a page does (client/net/connection.ts), to any process that is there. */
  async function follow(
    to: readonly ServerProcess[],
    { code }: OpenClass,
    keys: object,
    firstRetry = 300,
  ): Promise<Visitor> {
    for (let retry = firstRetry, tries = 0; ; retry = Math.min(3000, Math.max(300, 1.6 * retry)), tries++) {
      await new Promise((go) => setTimeout(go, retry));
      const back = await enter(to[tries % to.length]!, code, keys).catch(() => undefined);
      if (back) return back;
      if (tries > 8) throw new Error("nobody let it in");
    }
  }

  test("a class opened anywhere is joined by its code from anywhere, and its shelf is everywhere", async () => {
    const all = await three();
    const opened = await openClass(all[0]);
    const host = await enter(all[1], opened.code, { hostKey: opened.hostKey });
    const students = await Promise.all(all.map((server) => student(server, opened)));
    await until(() => host.room.state.seats === 3);
    expect(new Set(students.map(({ welcome }) => welcome!.seat)).size).toBe(3);
    for (const server of all) {
      expect((await fetch(`${server.url}/api/classes/${opened.code}`)).status).toBe(200);
      expect(await shelf(server, opened)).toMatchObject([{ id: opened.classId, endedAt: null }]);
    }
    await host.command({ kind: "end", turn: turn(host) });
    await until(() => students.every(({ closed }) => closed === 4101), 10_000);
    for (const server of all) {
      expect((await fetch(`${server.url}/api/classes/${opened.code}`)).status).toBe(404);
      expect((await recordingOf(server, opened)).split("\n").length).toBeGreaterThan(4);
    }
  });

  test("classes spread over the processes, however many one of them is asked for at once", async () => {
    const all = await three();
    const opened = await Promise.all(Array.from({ length: 12 }, (_, i) => openClass(all[i % 2]!)));
    expect(new Set(opened.map(({ code }) => code)).size).toBe(12);
    const counts = await Promise.all(all.map(rooms));
    expect(counts.reduce((sum, n) => sum + n, 0)).toBe(12);
    // One that says in the middle of it how many it has may be wrong by one.
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(3);
  });

  /** A process whose wall clock is wrong. */
  const clock = (hours: number) => ({
    NODE_OPTIONS: `--import "data:text/javascript,const now = Date.now, off = ${3_600_000 * hours};
      Date.now = () => now() + off;
      globalThis.Date = class extends Date { constructor(...args) { super(...(args.length ? args : [Date.now()])); } };"`,
  });

  type Held = Awaited<ReturnType<typeof inTheRound>>;
  /** Whether a process holds a class: its teacher's socket leads there. */
  const isIn = ({ url }: ServerProcess, { host }: Held): boolean =>
    new URL((host.room.connection as unknown as Wired).transport.ws.url).host === new URL(url).host;

  /** A class whose process is gone plays on. @returns how many s later everybody was back, and a tap of each counted again */
  async function playsOn({ opened, students }: Held, others: readonly ServerProcess[], died: number) {
    const acknowledged = students.map(fired);
    const since = (): number => (performance.now() - died) / 1000;
    // From both of the others at once: only one may open it.
    const leading = follow(others.toReversed(), opened, { hostKey: opened.hostKey });
    const comeBack = async ({ welcome }: Visitor, i: number): Promise<Visitor> => {
      const phone = await follow([others[i % 2]!, others[(i + 1) % 2]!], opened, { seatKey: welcome!.seatKey });
      await until(() => phone.welcome);
      return phone;
    };
    const back = await Promise.all(students.map(comeBack));
    const present = since();
    expect(back.map(({ welcome }) => welcome!.seat)).toEqual(students.map(({ welcome }) => welcome!.seat));
    const host = await leading;
    expect(phase(host)).toBe("round");
    const stops = back.map(tapping);
    await until(() => back.every((each) => fired(each) >= 1), 15_000);
    const plays = since();
    await until(() => back.every((each) => fired(each) >= 2), 10_000);
    for (const stop of stops) stop();
    await host.command({ kind: "end", turn: turn(host) });
    await until(() => back.every(({ closed }) => closed === 4101), 10_000);
    const recording = provenRecording(await recordingOf(others[0]!, opened));
    const missing = students.map(({ welcome }, i) =>
      Math.max(0, acknowledged[i]! + fired(back[i]!) - tapsOf(recording, welcome!.seat)),
    );
    return { present, plays, lost: missing.reduce((sum, n) => sum + n, 0) };
  }

  test.each([
    ["SIGKILL", "whatever hour their clocks show", [clock(-1), clock(1), clock(0)]],
    ["SIGTERM", "with clocks that agree", []],
  ] as const)(
    "classes whose process gets %s go on in another when their first phone returns, %s; no acknowledged tap is lost",
    async (signal, _, clocks) => {
      const all = await three(...clocks);
      const classes = await Promise.all(Array.from({ length: 9 }, (_, i) => inTheRound(all[i % 3]!)));
      const [dying] = all;
      const others = all.filter((server) => server !== dying);
      const orphans = classes.filter((held) => isIn(dying, held));
      expect(orphans.length).toBeGreaterThanOrEqual(2);
      await dying.kill(signal);
      const died = performance.now();
      const ends = await Promise.all(orphans.map((held) => playsOn(held, others, died)));
      const sorted = (what: "present" | "plays"): number[] => ends.map((end) => end[what]).sort((x, y) => x - y);
      const [present, plays] = [sorted("present"), sorted("plays")];
      const lost = ends.reduce((sum, end) => sum + end.lost, 0);
      const list = (seconds: readonly number[]): string => seconds.map((s) => s.toFixed(1)).join(", ");
      const median = plays[Math.floor(plays.length / 2)]!;
      console.log(
        `after ${signal}: everybody back after ${list(present)} s; play again after ${list(plays)} s, ` +
          `median ${median.toFixed(1)} s (at most 8); acknowledged taps lost: ${lost}`,
      );
      expect(lost).toBe(0);
      expect(median).toBeLessThan(8);
      // The others noticed nothing.
      expect(classes.filter((held) => !orphans.includes(held) && held.host.closed !== undefined)).toEqual([]);
    },
    60_000,
  );

  test("a rolling restart of every process: a running class stands still for no more than a second", async () => {
    const all = await three();
    const { opened, students, host } = await inTheRound(all[0]);
    let [wall, phone] = [host, students[0]!];
    const { seatKey, seat } = phone.welcome!;
    let acknowledged = 0;
    for (let moves = 0; moves < 3; moves++) {
      const leaving = await holder(all);
      const rest = all.filter((server) => server !== leaving);
      const [before, tapped] = [wall, phone];
      const stop = tapping(tapped);
      await until(() => fired(tapped) >= 2);
      let shown = { count: 0, at: 0 };
      const watching = setInterval(() => {
        const { length } = before.pulses;
        if (length > shown.count) shown = { count: length, at: performance.now() };
      }, 5);
      const gone = leaving.kill("SIGTERM");
      await until(() => before.closed === 4103 && tapped.closed === 4103);
      clearInterval(watching);
      stop();
      const sentOn = performance.now() - shown.at;
      acknowledged += fired(tapped);
      const following = follow(rest, opened, { seatKey });
      // A wall that is sent on comes at once.
      wall = await follow(rest, opened, { hostKey: opened.hostKey }, 0);
      await until(() => wall.pulses.length > 0);
      const pause = performance.now() - shown.at;
      console.log(
        `handed over: ${Math.round(pause)} ms without a picture, ${Math.round(sentOn)} of them until sent on`,
      );
      phone = await following;
      expect(pause).toBeLessThan(1000);
      expect(wall.room.state.paused).toBe(false);
      expect(phase(wall)).toBe("round");
      await gone;
      all[all.indexOf(leaving)] = await start(Number(new URL(leaving.url).port));
    }
    // The other student follows nowhere, and counts as gone after a moment.
    await new Promise((go) => setTimeout(go, 4000));
    await wall.command({ kind: "end", turn: turn(wall) });
    await until(() => phone.closed === 4101, 10_000);
    const recording = provenRecording(await recordingOf(all[0], opened));
    expect(tapsOf(recording, seat)).toBeGreaterThanOrEqual(acknowledged);
    const left = recording.events.flatMap(({ event }) => (event.kind === "leave" ? [event.seat] : []));
    expect(left).toEqual([students[1]!.welcome!.seat]);
  }, 60_000);

  test("a process that froze while its class moved gives it up when it wakes", async () => {
    const all = await three();
    const { opened, students } = await inTheRound(all[0]);
    const frozen = await holder(all);
    const [other] = all.filter((server) => server !== frozen);
    frozen.signal("SIGSTOP");
    const back = await again(other!, opened, students[0]!);
    const host = await enter(other!, opened.code, { hostKey: opened.hostKey });
    await until(() => !host.room.state.paused, 15_000);
    const stop = tapping(back);
    await until(() => fired(back) >= 1, 10_000);
    frozen.signal("SIGCONT");
    await until(async () => (await rooms(frozen)) === 0, 15_000);
    expect(frozen.log()).toContain("another process holds this class");
    const heard = fired(back);
    await until(() => fired(back) > heard + 1);
    stop();
    // It is found where it is now, also by those who ask the one that froze.
    for (const server of all) await again(server, opened, students[1]!);
    expect(await holder(all)).toBe(other);
    await host.command({ kind: "end", turn: turn(host) });
    await until(() => back.closed === 4101, 10_000);
    provenRecording(await recordingOf(other!, opened));
  }, 60_000);

  const lose = {
    "is killed": [() => redis.kill(), () => redis.start()],
    freezes: [() => redis.signal("SIGSTOP"), () => redis.signal("SIGCONT")],
  } as const;

  test.each(Object.entries(lose))(
    "when Redis %s running classes go on, new ones are refused, and all heals when it is back",
    async (_, [away, back]) => {
      const all = await three();
      const { opened, host, students } = await inTheRound(all[0]);
      const holding = await holder(all);
      await away();
      const shown = host.pulses.length;
      const stop = tapping(students[0]!);
      const heard = fired(students[0]!);
      await new Promise((go) => setTimeout(go, 4000));
      stop();
      expect(host.pulses.length - shown).toBeGreaterThan(80);
      expect(fired(students[0]!)).toBeGreaterThan(heard + 4);
      expect(await (await fetch(`${all[0].url}/api/classes`, { method: "POST" })).json()).toEqual({
        error: "not-safe",
      });
      expect((await fetch(`${all[0].url}/readyz`)).status).toBe(503);
      // A phone that asks the process of its class is let in all the same.
      await students[1]!.room.leave();
      const returned = await student(holding, opened, students[1]!.welcome!.seatKey);
      expect(returned.welcome!.seat).toBe(students[1]!.welcome!.seat);

      await back();
      await until(async () => (await fetch(`${all[0].url}/readyz`)).ok, 15_000);
      await until(async () => (await fetch(`${all[0].url}/api/classes`, { method: "POST" })).status === 201, 15_000);
      for (const server of all) await again(server, opened, students[0]!);
      expect(await rooms(holding)).toBeGreaterThanOrEqual(1);
    },
    60_000,
  );

  test("two processes with one address, and a Redis that is not there, each get a sentence", async () => {
    const [first] = await three();
    const port = Number(new URL(first.url).port);
    const twin = { ...env, PUBLIC_ADDRESS: `127.0.0.1:${port}`, LOG_LEVEL: "silent" };
    await expect(startProcess(tmpdir(), await freePort(), twin)).rejects.toThrow(
      /Another process has the PUBLIC_ADDRESS/,
    );
    const lost = {
      ...env,
      REDIS_URL: "redis://fire:hush@127.0.0.1:1",
      PUBLIC_ADDRESS: "127.0.0.1:1",
      LOG_LEVEL: "silent",
    };
    const refused = await startProcess(tmpdir(), await freePort(), lost).catch((error: Error) => error.message);
    expect(refused).toMatch(/The Redis 127\.0\.0\.1:1 of REDIS_URL cannot be used: .*ECONNREFUSED/);
    expect(refused).not.toContain("hush");
  }, 40_000);
});

/** What of a connection says where it leads. */
interface Wired {
  readonly transport: { readonly ws: { readonly url: string } };
}
