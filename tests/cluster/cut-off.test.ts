import { tmpdir } from "node:os";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { freePort, type ServerProcess, startProcess } from "../faults/server-process.ts";
import * as inClass from "../helpers/class-in-round.ts";
import { scrape, sumOf } from "../helpers/metrics-text.ts";
import { enter, type OpenClass, until, type Visitor } from "../helpers/running-class.ts";
import { type Engine, needing, newDatabase, startPostgres, startRedis } from "./engines.ts";
import { type Cable, type Island, makeIsland, NO_NAMESPACES } from "./network.ts";

const { fired, inTheRound, openClass, phase, provenRecording, recordingOf, student, tapping, tapsOf, turn } = inClass;
const [packages, lacking] = needing("a process whose network is cut", "postgresql", "redis-server");
const [name, skip] =
  NO_NAMESPACES && !lacking ? [`${packages} (skipped: ${NO_NAMESPACES})`, true] : [packages, lacking];

describe.skipIf(skip)(name, () => {
  const engines: Engine[] = [];
  let island: Island;
  /** From the process to its students, to its database, to Redis. */
  let toDatabase: Cable;
  let toRedis: Cable;
  let env: { readonly DATABASE_URL: string; readonly REDIS_URL: string };
  /** The process whose cables are pulled, and one that has none. */
  let cutOff: ServerProcess;
  let other: ServerProcess;
  beforeAll(async () => {
    island = makeIsland(3);
    [, toDatabase, toRedis] = island.cables as [Cable, Cable, Cable];
    engines.push(await startPostgres({ also: toDatabase.here }), await startRedis({ also: toRedis.here }));
  });
  beforeEach(async () => {
    const [postgres, redis] = engines as [Engine, Engine];
    env = { DATABASE_URL: await newDatabase(postgres), REDIS_URL: redis.url };
    const through = (url: string, { here }: Cable): string => url.replace("127.0.0.1", here);
    const [port, otherPort] = [await freePort(), await freePort()];
    const far = {
      DATABASE_URL: through(env.DATABASE_URL, toDatabase),
      REDIS_URL: through(env.REDIS_URL, toRedis),
      PUBLIC_ADDRESS: `${island.host}:${port}`,
    };
    cutOff = await startProcess(tmpdir(), port, { ...far, LOG_LEVEL: "info" }, {}, island);
    const near = { ...env, PUBLIC_ADDRESS: `127.0.0.1:${otherPort}` };
    other = await startProcess(tmpdir(), otherPort, { ...near, LOG_LEVEL: "info" });
  });
  afterEach(async () => {
    for (const cable of [toDatabase, toRedis]) cable.plug();
    await Promise.all([cutOff?.kill("SIGKILL"), other?.kill("SIGKILL")]);
  });
  afterAll(async () => {
    await Promise.all(engines.map((engine) => engine.remove()));
    island?.remove();
  });

  const rooms = async ({ url }: ServerProcess): Promise<number> => sumOf(await scrape(url), "fire_together_rooms");
  /** A class in its round, in the process that will be cut off. */
  async function held() {
    for (;;) {
      const found = await inTheRound(cutOff);
      if ((await rooms(cutOff)) === 1) return found;
      await found.host.command({ kind: "end", turn: turn(found.host) });
    }
  }
  async function elsewhere(opened: OpenClass, before: Visitor): Promise<Visitor> {
    let back: Visitor | undefined;
    await until(async () => {
      back = await student(other, opened, before.welcome!.seatKey).catch(() => undefined);
      return back !== undefined;
    }, 20_000);
    return back!;
  }
  /** Ends the class and holds its recording against what its students were told. */
  async function proven(opened: OpenClass, host: Visitor, heard: readonly (readonly [number, number])[]) {
    await host.command({ kind: "end", turn: turn(host) });
    await until(() => host.closed === 4101, 10_000);
    const recording = provenRecording(await recordingOf(other, opened));
    for (const [seat, count] of heard) expect(tapsOf(recording, seat)).toBeGreaterThanOrEqual(count);
  }

  test("goes on when its database is cut off: the teacher is told, and what was acknowledged is kept", async () => {
    const { opened, host, students } = await held();
    toDatabase.pull();
    await new Promise((go) => setTimeout(go, 300));
    const acknowledged = students.map(fired);
    const shown = host.pulses.length;
    const stops = students.map(tapping);
    await until(() => !host.room.state.recording, 10_000);
    expect(host.pulses.length).toBeGreaterThan(shown + 25);
    expect(students.map(fired)).toEqual(acknowledged);
    expect((await fetch(`${cutOff.url}/readyz`)).status).toBe(503);
    toDatabase.plug();
    await until(() => host.room.state.recording, 20_000);
    await until(() => students.every((each, i) => fired(each) > acknowledged[i]! + 2), 10_000);
    for (const stop of stops) stop();
    expect(await rooms(other)).toBe(0);
    await proven(
      opened,
      host,
      students.map((each) => [each.welcome!.seat, fired(each)] as const),
    );
  }, 60_000);

  test.each([
    ["Redis", "gives its class up at once to the one that opened it", () => [toRedis]],
    ["Redis and its database", "gives its class up when it is back", () => [toRedis, toDatabase]],
  ] as const)(
    "cut off from %s %s: never two write it, and nobody stays behind",
    async (_, __, cables) => {
      const { opened, host, students } = await held();
      for (const cable of cables()) cable.pull();
      await new Promise((go) => setTimeout(go, 300));
      const acknowledged = students.map(fired);
      const stop = tapping(students[1]!);
      // One phone loses its connection, and asks where it is let in.
      const back = await elsewhere(opened, students[0]!);
      if (cables().length > 1) {
        // This side cannot know of the other, and plays on; it acknowledges nothing.
        expect(fired(students[1]!)).toBe(acknowledged[1]);
        await until(() => !host.room.state.recording, 10_000);
        for (const cable of cables()) cable.plug();
      }
      await until(() => host.closed === 4103 && students[1]!.closed === 4103, 20_000);
      stop();
      expect(cutOff.log()).toContain("another process holds this class");
      await until(async () => (await rooms(cutOff)) === 0);
      const wall = await enter(other, opened.code, { hostKey: opened.hostKey });
      expect(phase(wall)).toBe("round");
      const followed = await elsewhere(opened, students[1]!);
      await until(() => !wall.room.state.paused, 15_000);
      const taps = [back, followed].map(tapping);
      await until(() => fired(back) >= 1 && fired(followed) >= 1, 10_000);
      for (const end of taps) end();
      await proven(opened, wall, [
        [back.welcome!.seat, acknowledged[0]! + fired(back)],
        [followed.welcome!.seat, fired(students[1]!) + fired(followed)],
      ]);
      // Both are of use again.
      for (const cable of cables()) cable.plug();
      await until(async () => (await fetch(`${cutOff.url}/readyz`)).ok, 15_000);
      await until(() => openClass(cutOff).then(({ code }) => code !== undefined), 15_000);
    },
    90_000,
  );
});
