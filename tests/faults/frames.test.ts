import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { getMessageBytes, Protocol } from "@colyseus/core";
import { afterAll, beforeAll, expect } from "vitest";
import { REMOVED, TOO_MANY_MALFORMED, TOO_MANY_MESSAGES } from "../../server/classroom/close-codes.ts";
import { TICK_MS } from "../../shared/session/events.ts";
import { COOL_DOWN_MS, MOST_FRAMES_A_SECOND } from "../../shared/wire/limits.ts";
import { viewOf } from "../../shared/wire/view-of.ts";
import { openClass, phase, student, TOGETHER, turn } from "../helpers/class-in-round.ts";
import { quantile, scrape } from "../helpers/metrics-text.ts";
import { enter, until, type Visitor } from "../helpers/running-class.ts";
import { BINARY, enterRaw, type RawSocket, TEXT } from "./raw-socket.ts";
import { row } from "./rows.ts";
import { freePort, type ServerProcess, startProcess } from "./server-process.ts";

/** What sockets send below messages: noise, floods, and words of those who were told to go. */

/** Colyseus's code for a frame that it cannot read. */
const UNREADABLE = 4002;

let folder: string;
let server: ServerProcess;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "fire-together-frames-"));
  server = await startProcess(folder, await freePort(), { LOG_LEVEL: "warn" });
});
afterAll(async () => {
  await server.kill("SIGKILL");
  await rm(folder, { recursive: true });
});

/** A class with a host and a student who play on, whatever the raw socket does. */
async function scene() {
  const opened = await openClass(server);
  const host = await enter(server, opened.code, { hostKey: opened.hostKey });
  const other = await student(server, opened);
  const before = await scrape(server.url);
  return { opened, host, other, before, bad: await enterRaw(server.url, opened.code) };
}
type Scene = Awaited<ReturnType<typeof scene>>;

async function unharmed({ host, other, before }: Scene): Promise<void> {
  expect([host.closed, other.closed, phase(host), turn(host)]).toEqual([undefined, undefined, "lobby", 0]);
  expect(await host.command({ kind: "bots", count: 2, jitterMs: 0 })).toEqual({ ok: true });
  const ticks = quantile(before, await scrape(server.url), "fire_together_tick_seconds", 0.99);
  expect(ticks).toBeLessThan((3 * TICK_MS) / 1000);
}

/** The same noise in every run. */
function noise(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const requestBytes = (type: string, message: unknown): Uint8Array => {
  const bytes = getMessageBytes.raw(Protocol.ROOM_DATA, type, message);
  return Buffer.concat([Buffer.from([Protocol.ROOM_REQUEST, 1]), bytes.subarray(1)]);
};
const seatOf = (host: Visitor, seat: number) => viewOf(host.room.state).seats.find((each) => each.seat === seat)!;
/** The seat of the one who came last. */
const last = (host: Visitor): number => Math.max(...viewOf(host.room.state).seats.map(({ seat }) => seat));

row(1, async () => {
  const at = await scene();
  const random = noise(1);
  const sentAtClose = await sendNoise(at.bad, random);
  expect([UNREADABLE, TOO_MANY_MALFORMED]).toContain(at.bad.closed);
  // One by one: whoever waits for the answers is shown the door by the tenth.
  const slow = await enterRaw(server.url, at.opened.code);
  let frames = 0;
  for (; slow.closed === undefined && frames < 40; frames++) {
    slow.frame(bytesOf(random));
    await sleep(30);
  }
  expect(frames).toBeLessThanOrEqual(10);
  console.log(`noise: closed after ${frames} frames one by one; of ten thousand at once ${sentAtClose} were read`);
  await unharmed(at);
  at.bad.destroy();
  slow.destroy();
});

const bytesOf = (random: () => number): Uint8Array =>
  Uint8Array.from({ length: 1 + Math.floor(random() * 4096) }, () => random() * 256);

/** Ten thousand frames as fast as they go. @returns how many had gone when the door was shown */
async function sendNoise(socket: RawSocket, random: () => number): Promise<number> {
  // Noise of a hundred kinds: to make ten thousand would take longer than to send them.
  const kinds = Array.from({ length: 100 }, () => bytesOf(random));
  let at = 0;
  for (let i = 0; i < 10_000; i++) {
    socket.frame(kinds[i % 100]!);
    if (i % 50 === 0) await sleep(0);
    if (at === 0 && socket.closed !== undefined) at = i;
  }
  await until(() => socket.closed !== undefined);
  return at;
}

row(3, async () => {
  const unreadable = Buffer.concat([requestBytes("command", undefined).subarray(0, -1), Buffer.from([0xc1])]);
  for (const [payload, kind] of [
    [new Uint8Array(), BINARY],
    [Buffer.from("hello"), TEXT],
    [new Uint8Array([99, 1, 2]), BINARY],
    [new Uint8Array([Protocol.ROOM_INPUT_RELIABLE, 1, 2]), BINARY],
    [new Uint8Array([Protocol.ROOM_DATA]), BINARY],
    [unreadable, BINARY],
    [requestBytes("nothing", {}), BINARY],
  ] as const) {
    const at = await scene();
    for (let i = 0; i < 9; i++) at.bad.frame(payload, kind);
    // Whether they were read is told by the answer to what comes after them.
    at.bad.frame(new Uint8Array([Protocol.PING]));
    await until(() => at.bad.closed !== undefined || at.bad.received.some(([first]) => first === Protocol.PING));
    if (at.bad.closed === undefined) at.bad.frame(payload, kind);
    await until(() => at.bad.closed !== undefined);
    expect([UNREADABLE, TOO_MANY_MALFORMED], `${payload}`).toContain(at.bad.closed);
    await unharmed(at);
    at.bad.destroy();
  }
});

row(
  10,
  async () => {
    const at = await scene();
    const { host, opened } = at;
    const flood = await student(server, opened);
    const { seat, seatKey } = flood.welcome!;
    await host.command({ kind: "bots", count: 12, jitterMs: 30 });
    expect(await host.command({ kind: "start", turn: turn(host), round: TOGETHER })).toEqual({ ok: true });
    await until(() => phase(host) === "round");
    const began = performance.now();
    let sent = 0;
    while (flood.closed === undefined && performance.now() - began < 5000) {
      for (let i = 0; i < 20; i++) flood.room.send("clock", { sent: sent++ });
      await sleep(20);
    }
    const took = performance.now() - began;
    console.log(`${Math.round((1000 * sent) / took)} messages a second: closed after ${(took / 1000).toFixed(1)} s`);
    expect(sent / took).toBeGreaterThan(0.6);
    expect(flood.closed).toBe(TOO_MANY_MESSAGES);
    expect(flood.refused).toEqual(["too-many", "too-many"]);
    // The third second began, and not more.
    expect(took).toBeGreaterThan(1500);
    expect(took).toBeLessThan(3500);
    // Who comes back is told to wait; a class takes no notice.
    const early = await enter(server, opened.code, { seatKey }).catch((error: Error) => error.message);
    expect(early).toBe("too-many");
    await until(() => at.other.now() > 0 && at.host.closed === undefined && at.other.closed === undefined);
    await sleep(COOL_DOWN_MS);
    const back = await student(server, opened, seatKey);
    expect(back.welcome!.seat).toBe(seat);
    // As many as a page may send are all answered.
    let answers = 0;
    back.room.onMessage("clock", () => answers++);
    await sleep(1100);
    for (let i = 0; i < MOST_FRAMES_A_SECOND; i++) back.room.send("clock", { sent: i });
    await until(() => answers === MOST_FRAMES_A_SECOND);
    at.bad.destroy();
  },
  30_000,
);

row(11, async () => {
  const at = await scene();
  const { host, bad, opened } = at;
  await until(() => host.room.state.seats === 2);
  const seat = last(host);
  await host.command({ kind: "bots", count: 12, jitterMs: 30 });
  expect(await host.command({ kind: "start", turn: turn(host), round: TOGETHER })).toEqual({ ok: true });
  await until(() => phase(host) === "round");
  // Sent away: its socket does not say goodbye, and talks on.
  expect(await host.command({ kind: "remove", seat, removed: true })).toEqual({ ok: true });
  await until(() => bad.closed !== undefined);
  expect(bad.closed).toBe(REMOVED);
  const heard = bad.received.length;
  const { taps } = seatOf(host, seat);
  for (let seq = 1; seq <= 5; seq++) {
    const now = Math.round(host.now());
    bad.frame(getMessageBytes.raw(Protocol.ROOM_DATA, "tap", { seq, at: now }));
    bad.frame(requestBytes("resume", undefined));
    await sleep(100);
  }
  expect(seatOf(host, seat)).toMatchObject({ taps, removed: true });
  const answers = bad.received.slice(heard).filter(([first]) => first === Protocol.ROOM_RESPONSE);
  expect(answers).toEqual([]);
  // Locked out: not even a socket. Who waits for a yes: no word of theirs counts.
  await host.command({ kind: "lock", on: true });
  const out = await enter(server, opened.code).catch((error: Error) => error.message);
  expect(out).toBe("locked");
  await host.command({ kind: "lock", on: false });
  await host.command({ kind: "approve", on: true });
  const waits = await enter(server, opened.code);
  await until(() => waits.waiting !== undefined);
  const seats = host.room.state.seats;
  waits.tap();
  expect(await waits.room.request("answer", { option: 0 })).toEqual({ ok: false, reason: "not-allowed" });
  expect(await waits.room.request("resume")).toBeNull();
  expect(await waits.room.request("rename", { name: "Ana" })).toEqual({ ok: false, reason: "not-allowed" });
  expect([host.room.state.seats, phase(host)]).toEqual([seats, "round"]);
  bad.destroy();
});

row(12, async () => {
  const at = await scene();
  const { host, other, opened } = at;
  const bad = await student(server, opened);
  const mine = other.welcome!.seat;
  await host.command({ kind: "free-names", on: true });
  await host.command({ kind: "bots", count: 12, jitterMs: 30 });
  expect(await host.command({ kind: "start", turn: turn(host), round: TOGETHER })).toEqual({ ok: true });
  await until(() => phase(host) === "round");
  const before = other.welcome!;
  bad.room.send("tap", { seq: 1, at: Math.round(bad.now()), seat: mine });
  const asked = [
    await bad.room.request("rename", { name: "Bia", seat: mine }),
    await bad.room.request("answer", { option: 0, seat: mine }),
    await bad.command({ kind: "remove", seat: mine, removed: true }),
    await bad.command({ kind: "rename", seat: mine }),
  ];
  expect(asked.map((answer) => (answer as { reason: string }).reason)).toEqual([
    ...["malformed", "malformed", "not-allowed", "not-allowed"],
  ]);
  // A code moves the seat of whoever asks for it, and no other.
  const resume = await bad.room.request<unknown, string>("resume", { seat: mine });
  const init = { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ resume }) };
  const key = (await (await fetch(`${server.url}/api/classes/${opened.code}/keys`, init)).json()) as {
    seatKey: string;
  };
  expect((await student(server, opened, key.seatKey)).welcome!.seat).toBe(bad.welcome!.seat);
  expect(seatOf(host, mine)).toMatchObject({ taps: 0, removed: false, connected: true });
  expect([other.closed, other.welcome]).toEqual([undefined, { ...before, mayName: true }]);
  // It is written down, with the seat of whoever asked.
  const lines = server.log().split("\n");
  const told = lines.filter((line) => line.includes("what only a host may") && line.includes(opened.code));
  expect(told.map((line) => (JSON.parse(line) as { seat: number }).seat)).toEqual([
    bad.welcome!.seat,
    bad.welcome!.seat,
  ]);
  at.bad.destroy();
});
