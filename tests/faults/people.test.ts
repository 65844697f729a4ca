import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect } from "vitest";
import { TICK_MS } from "../../shared/session/events.ts";
import { LAPSE_TICKS } from "../../shared/session/timing.ts";
import type { DoorView } from "../../shared/wire/door.ts";
import { viewOf } from "../../shared/wire/view-of.ts";
import { openClass, phase, provenRecording, recordingOf, student, TOGETHER, turn } from "../helpers/class-in-round.ts";
import { enter, type OpenClass, until, type Visitor } from "../helpers/running-class.ts";
import { row } from "./rows.ts";
import { freePort, type ServerProcess, startProcess } from "./server-process.ts";

/** Who comes in and who leads: one server process, a class for each row. */

const SEATS = 40;
/** In place of twenty seconds. */
const LEADERLESS_MS = 1500;
let folder: string;
let server: ServerProcess;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "fire-together-people-"));
  server = await startProcess(
    folder,
    await freePort(),
    { MAX_SEATS_PER_ROOM: String(SEATS), LOG_LEVEL: "silent" },
    { leaderlessMs: LEADERLESS_MS },
  );
});
afterAll(async () => {
  await server.kill("SIGKILL");
  await rm(folder, { recursive: true });
});

const hostOf = (opened: OpenClass): Promise<Visitor> => enter(server, opened.code, { hostKey: opened.hostKey });
const refused = (joining: Promise<unknown>): Promise<string> =>
  joining.then(
    () => "let in",
    (error: Error) => error.message,
  );
const seatsTaken = ({ room }: Visitor): number => room.state.seats;

row(13, async () => {
  const opened = await openClass(server);
  const host = await hostOf(opened);
  const pupil = await student(server, opened);
  const before = turn(host);
  for (const command of [
    { kind: "start", turn: before, round: TOGETHER },
    { kind: "end", turn: before },
    { kind: "remove", seat: 0, removed: true },
  ]) {
    // Not even a reason: it would teach what the command is called.
    expect(await Promise.race([pupil.command(command), after(300)])).not.toEqual({ ok: true });
  }
  expect([phase(host), turn(host), pupil.closed]).toEqual(["lobby", before, undefined]);
});

/** As many as there are seats, all at once, from one address. */
async function fullClass(): Promise<{ opened: OpenClass; everybody: Visitor[] }> {
  const opened = await openClass(server);
  return { opened, everybody: await Promise.all(Array.from({ length: SEATS }, () => student(server, opened))) };
}

row(19, async () => {
  const { everybody } = await fullClass();
  const seats = everybody.map(({ welcome }) => welcome!.seat).sort((a, b) => a! - b!);
  expect(seats).toEqual(Array.from({ length: SEATS }, (_, i) => i));
});

row(20, async () => {
  const { opened, everybody } = await fullClass();
  const host = await hostOf(opened);
  const first = everybody[0]!;
  const told = (): boolean => (JSON.parse(host.room.state.stage.door) as DoorView).full;
  expect(told()).toBe(false);
  expect(await refused(enter(server, opened.code))).toBe("full");
  // Those who lead the class see it, too.
  await until(told);
  // Whoever has a seat finds it again.
  await first.room.leave();
  const back = await student(server, opened, first.welcome!.seatKey);
  expect(back.welcome!.seat).toBe(first.welcome!.seat);
});

row(21, async () => {
  const opened = await openClass(server);
  const host = await hostOf(opened);
  const inside = await student(server, opened);
  expect(await host.command({ kind: "lock", on: true })).toEqual({ ok: true });
  expect(await refused(enter(server, opened.code))).toBe("locked");
  await inside.room.leave();
  expect((await student(server, opened, inside.welcome!.seatKey)).welcome!.seat).toBe(inside.welcome!.seat);
  expect(await host.command({ kind: "lock", on: false })).toEqual({ ok: true });
  expect((await student(server, opened)).welcome!.seat).not.toBe(inside.welcome!.seat);
});

row(26, async () => {
  const [opened, other] = [await openClass(server), await openClass(server)];
  const [mine, theirs] = [await student(server, opened), await student(server, other)];
  const key = mine.welcome!.seatKey!;
  for (const wrong of [theirs.welcome!.seatKey, `${key.slice(0, -1)}${key.endsWith("A") ? "B" : "A"}`]) {
    const newcomer = await student(server, opened, wrong);
    expect(newcomer.welcome!.seat).not.toBe(mine.welcome!.seat);
    expect(newcomer.welcome!.seatKey).not.toBe(wrong);
  }
  expect(mine.closed).toBeUndefined();
});

row(29, async () => {
  const opened = await openClass(server);
  let host = await hostOf(opened);
  const pupil = await student(server, opened);
  const again = async (expected: string): Promise<void> => {
    await host.room.leave();
    const began = performance.now();
    host = await hostOf(opened);
    expect(performance.now() - began).toBeLessThan(2000);
    expect([phase(host), pupil.closed]).toEqual([expected, undefined]);
  };
  await again("lobby");
  expect(await host.command({ kind: "start", turn: turn(host), round: TOGETHER })).toEqual({ ok: true });
  await until(() => phase(host) !== "lobby");
  await again(phase(host));
  expect(await host.command({ kind: "pause", turn: turn(host) })).toEqual({ ok: true });
  await until(() => host.room.state.paused);
  await again(phase(host));
  expect(host.room.state.paused).toBe(true);
});

row(31, async () => {
  const opened = await openClass(server);
  const [left, right] = [await hostOf(opened), await hostOf(opened)];
  expect(await left.command({ kind: "bots", count: 3, jitterMs: 0 })).toEqual({ ok: true });
  await until(() => seatsTaken(right) === 3);
  expect(await right.command({ kind: "bots", count: 5, jitterMs: 0 })).toEqual({ ok: true });
  await until(() => seatsTaken(left) === 5);
  expect([left.closed, right.closed]).toEqual([undefined, undefined]);
});

row(33, async () => {
  const opened = await openClass(server);
  const host = await hostOf(opened);
  const stage = await enter(server, opened.code, { stageKey: opened.stageKey });
  const before = turn(host);
  const start = { kind: "start", turn: before, round: TOGETHER };
  expect(await Promise.race([stage.command(start), after(300)])).not.toEqual({ ok: true });
  expect([phase(host), turn(host)]).toEqual(["lobby", before]);
});

row(34, async () => {
  const opened = await openClass(server);
  const [host, slow] = [await hostOf(opened), await hostOf(opened)];
  await host.command({ kind: "bots", count: 5, jitterMs: 0 });
  const before = turn(host);
  const start = { kind: "start", turn: before, round: TOGETHER };
  const answers = await Promise.all([host.command(start), host.command(start), slow.command(start)]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  await until(() => turn(host) === before + 1);
  expect((await slow.command(start)).ok).toBe(false);
  expect(turn(host)).toBe(before + 1);
});

row(
  30,
  async () => {
    const opened = await openClass(server);
    const host = await hostOf(opened);
    const pupil = await student(server, opened);
    const phrase = await host.room.request<unknown, string>("phrase");
    await host.command({ kind: "bots", count: 5, jitterMs: 0 });
    expect(await host.command({ kind: "start", turn: turn(host), round: TOGETHER })).toEqual({ ok: true });
    await until(() => phase(host) === "round");
    await host.room.leave();
    await until(() => pupil.room.state.paused, LEADERLESS_MS + 2000);
    expect([phase(pupil), pupil.closed]).toEqual(["round", undefined]);
    // Another computer, by the phrase that the teacher wrote down.
    const body = JSON.stringify({ phrase });
    const init = { method: "POST", headers: { "Content-Type": "application/json" }, body };
    const answer = await fetch(`${server.url}/api/classes/${opened.code}/keys`, init);
    const { remoteKey } = (await answer.json()) as { remoteKey: string };
    const again = await enter(server, opened.code, { remoteKey });
    await until(() => !pupil.room.state.paused, 6000);
    expect(await again.command({ kind: "pause", turn: turn(again) })).toEqual({ ok: true });
  },
  20_000,
);

row(
  35,
  async () => {
    const opened = await openClass(server);
    const host = await hostOf(opened);
    await host.command({ kind: "bots", count: 12, jitterMs: 20 });
    const strengths = (): string => JSON.stringify(viewOf(host.room.state).seats.map(({ strength }) => strength));
    await until(() => host.room.state.seats === 12);
    const before = strengths();
    expect(await host.command({ kind: "back", turn: turn(host) })).toEqual({ ok: false, reason: "not-now" });
    expect(await host.command({ kind: "start", turn: turn(host), round: TOGETHER })).toEqual({ ok: true });
    await until(() => strengths() !== before, 15_000);
    // The round, then the lapse after it, cut short.
    for (const next of ["round", "lapse"]) {
      await until(() => phase(host) === next);
      expect(await host.command({ kind: "next", turn: turn(host) })).toEqual({ ok: true });
    }
    await until(() => phase(host) === "between");
    expect(strengths()).not.toBe(before);
    expect(await host.command({ kind: "back", turn: turn(host) })).toEqual({ ok: true });
    await until(() => strengths() === before);
    await host.command({ kind: "end", turn: turn(host) });
    await until(() => host.closed !== undefined);
    const recording = provenRecording(await recordingOf(server, opened));
    expect(recording.events.map(({ event }) => event.kind).filter((kind) => kind === "back")).toHaveLength(1);
  },
  30_000,
);

row(
  36,
  async () => {
    // Six classes whose lapse ends by itself in the instants around which their host presses Next, twice.
    const outcomes = await Promise.all([-120, -80, -40, 0, 40, 80].map(raceWithTheClock));
    console.log(`Next around the end of a lapse: ${outcomes.join(", ")}`);
    for (const outcome of outcomes) expect(["the clock", "Next"]).toContain(outcome);
  },
  30_000,
);

/** @param ms when the host presses, from the end of the lapse @returns who ended it */
async function raceWithTheClock(ms: number): Promise<string> {
  const opened = await openClass(server);
  const [host, other] = [await hostOf(opened), await hostOf(opened)];
  await host.command({ kind: "bots", count: 2, jitterMs: 0 });
  expect(await host.command({ kind: "lapse", turn: turn(host), seconds: 60 })).toEqual({ ok: true });
  await until(() => phase(host) === "lapse");
  const began = host.now();
  const before = turn(host);
  const next = { kind: "next", turn: before };
  await after(LAPSE_TICKS * TICK_MS + ms - (host.now() - began));
  const answers = await Promise.all([host.command(next), other.command(next)]);
  await until(() => phase(host) === "between");
  await after(300);
  expect([turn(host), phase(host)]).toEqual([before + 1, "between"]);
  const taken = answers.filter(({ ok }) => ok).length;
  return taken === 0 ? "the clock" : taken === 1 ? "Next" : "both";
}

const after = (ms: number): Promise<undefined> => new Promise((go) => setTimeout(go, ms, undefined));
