import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Protocol } from "@colyseus/core";
import { afterAll, beforeAll, expect } from "vitest";
import { REMOVED, TAKEN_OVER, TOO_MANY_MALFORMED } from "../../server/classroom/close-codes.ts";
import {
  BOTS,
  fired,
  openClass,
  phase,
  provenRecording,
  recordingOf,
  student,
  TOGETHER,
  tapsOf,
  turn,
} from "../helpers/class-in-round.ts";
import { enter, type OpenClass, until, type Visitor } from "../helpers/running-class.ts";
import { row } from "./rows.ts";
import { SABOTAGED } from "./sabotage.ts";
import { freePort, type ServerProcess, startProcess } from "./server-process.ts";

/** What sockets send that no page of ours would: one server process, a class for each row. */

/** Too large a frame, by RFC 6455. */
const MESSAGE_TOO_BIG = 1009;
const DEEP = 3900;

let folder: string;
let server: ServerProcess;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "fire-together-messages-"));
  server = await startProcess(folder, await freePort(), { LOG_LEVEL: "warn" }, {}, SABOTAGED);
});
afterAll(async () => {
  await server.kill("SIGKILL");
  await rm(folder, { recursive: true });
});

interface Scene {
  readonly opened: OpenClass;
  readonly host: Visitor;
  readonly bad: Visitor;
  readonly other: Visitor;
}

async function scene(): Promise<Scene> {
  const opened = await openClass(server);
  const host = await enter(server, opened.code, { hostKey: opened.hostKey });
  return { opened, host, bad: await student(server, opened), other: await student(server, opened) };
}

/** Nobody else noticed: both are there, nothing has moved, and the class can begin. */
async function unharmed({ host, other }: Scene): Promise<void> {
  expect([host.closed, other.closed, phase(host), turn(host)]).toEqual([undefined, undefined, "lobby", 0]);
  expect(await host.command({ kind: "bots", count: 2, jitterMs: 0 })).toEqual({ ok: true });
  await until(() => host.room.state.seats > 2);
}

/** Sends what is no message, and waits until each was refused by name. */
async function refusedEach(scene: Scene, type: string, payloads: readonly unknown[]): Promise<void> {
  const { bad } = scene;
  for (const payload of payloads) bad.room.send(type, payload);
  await until(() => bad.refused.length === payloads.length);
  expect(bad.refused.every((reason) => reason === "malformed")).toBe(true);
  expect(bad.closed).toBeUndefined();
  await unharmed(scene);
}

/** A message of type "tap" whose payload is an array in an array, thousands deep, byte by byte: no packer writes it. */
const deep = (): Uint8Array<ArrayBuffer> =>
  new Uint8Array([Protocol.ROOM_DATA, 0xa3, ...Buffer.from("tap"), ...new Array<number>(DEEP).fill(0x91), 0]);

row(2, async () => {
  const at = await scene();
  at.bad.room.send("tap", "x".repeat(4097));
  await until(() => at.bad.closed !== undefined);
  expect(at.bad.closed).toBe(MESSAGE_TOO_BIG);
  await unharmed(at);
});

row(5, async () => refusedEach(await scene(), "tap", ["tap", null, [1, 2], new Date(), 7, 7n, { seq: "1", at: [] }]));

row(6, async () =>
  refusedEach(await scene(), "tap", [
    { seq: Number.NaN, at: 1 },
    { seq: 1, at: Number.POSITIVE_INFINITY },
    { seq: 1, at: 1e308 },
    { seq: -1, at: 1 },
    { seq: 1.5, at: 1 },
  ]),
);

row(7, async () => {
  const at = await scene();
  await refusedEach(at, "tap", [
    JSON.parse('{"seq":1,"at":1,"__proto__":{"polluted":true}}'),
    { seq: 1, at: 1, constructor: { prototype: { polluted: true } } },
  ]);
  expect(await server.tell({ what: "inherited" })).toEqual([]);
});

row(8, async () => {
  const at = await scene();
  at.bad.room.connection.send(deep());
  at.bad.room.send("tap", null);
  // It counts as bad like any other, and what comes after it is answered.
  await until(() => at.bad.refused.length === 2);
  expect(at.bad.closed).toBeUndefined();
  await unharmed(at);
});

row(9, async () =>
  refusedEach(await scene(), "tap", [
    { seq: 1, at: 1, seat: 0 },
    { seq: 1, at: 1, role: "host" },
  ]),
);

row(4, async () => {
  const at = await scene();
  // Kinds that nobody knows are as bad as payloads, and patience ends.
  for (let i = 0; i < 20; i++) at.bad.room.send(`unknown-${"x".repeat(100)}`, {});
  await until(() => at.bad.closed !== undefined);
  expect(at.bad.closed).toBe(TOO_MANY_MALFORMED);
  expect(server.log()).toContain(`"type":"unknown-${"x".repeat(24)}"`);
  await unharmed(at);
});

row(15, async () => {
  const at = await scene();
  const { host, bad } = at;
  await host.command({ kind: "bots", count: BOTS, jitterMs: 30 });
  expect(await host.command({ kind: "start", turn: turn(host), round: TOGETHER })).toEqual({ ok: true });
  await until(() => phase(host) === "round");
  for (let seq = 2; seq < 60 && fired(bad) < 3; seq += 2) {
    const now = Math.round(bad.now());
    // The same again, and one that was sent before it.
    for (const each of [seq, seq, seq - 1, seq]) bad.room.send("tap", { seq: each, at: now });
    await new Promise((go) => setTimeout(go, 500));
  }
  const seqs = bad.taps.filter(({ fate }) => fate === "fired").map(({ seq }) => seq);
  expect(seqs.length).toBeGreaterThanOrEqual(3);
  expect(new Set(seqs).size).toBe(seqs.length);
  expect(seqs.every((seq) => seq % 2 === 0)).toBe(true);
});

row(14, async () => {
  const at = await scene();
  const { host, bad, opened } = at;
  await host.command({ kind: "bots", count: BOTS, jitterMs: 30 });
  expect(await host.command({ kind: "start", turn: turn(host), round: TOGETHER })).toEqual({ ok: true });
  // After the count-in.
  await until(() => host.room.state.stage.beat > 0, 15_000);
  // From a clock ahead of ours, much too late, and from before there was a class.
  for (const ms of [200, 60_000, -bad.now(), -1000]) {
    const answered = bad.taps.length;
    bad.tap(bad.now() + ms);
    await until(() => bad.taps.length > answered);
    expect(bad.taps.at(-1)!.fate).toBe("lost");
  }
  // One that is in time counts, whatever came before it.
  bad.tap();
  await until(() => fired(bad) === 1);
  await host.command({ kind: "end", turn: turn(host) });
  await until(() => host.closed !== undefined);
  expect(tapsOf(provenRecording(await recordingOf(server, opened), 0), bad.welcome!.seat)).toBe(1);
});

row(
  16,
  async () => {
    const opened = await openClass(server);
    const host = await enter(server, opened.code, { hostKey: opened.hostKey });
    const all = await Promise.all(Array.from({ length: 40 }, () => student(server, opened)));
    expect(await host.command({ kind: "start", turn: turn(host), round: TOGETHER })).toEqual({ ok: true });
    await until(() => host.room.state.stage.beat > 0, 15_000);
    const at = Math.round(host.now());
    for (const each of all) each.tap(at);
    await until(() => all.every(({ taps }) => taps.length > 0));
    expect(all.map(({ taps }) => taps.map(({ fate }) => fate))).toEqual(new Array(40).fill(["fired"]));
    await host.command({ kind: "end", turn: turn(host) });
    await until(() => host.closed !== undefined);
    const { events } = provenRecording(await recordingOf(server, opened), 0);
    const taps = events.filter(({ event }) => event.kind === "tap");
    const seats = taps.map(({ event }) => (event.kind === "tap" ? event.seat : -1));
    expect([...seats].sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, i) => i));
    // None was given a bias yet: the same instant is the same step.
    expect(new Set(taps.map(({ tick, event }) => `${tick} ${event.kind === "tap" && event.offset}`)).size).toBe(1);
  },
  20_000,
);

row(25, async () => {
  const { opened, bad: first } = await scene();
  const second = await student(server, opened, first.welcome!.seatKey);
  expect(second.welcome!.seat).toBe(first.welcome!.seat);
  await until(() => first.closed !== undefined);
  expect([first.closed, second.closed]).toEqual([TAKEN_OVER, undefined]);
});

row(32, async () => {
  const { opened, host, bad: away } = await scene();
  const { seat, seatKey } = away.welcome!;
  expect(await host.command({ kind: "remove", seat, removed: true })).toEqual({ ok: true });
  await until(() => away.closed !== undefined);
  expect(away.closed).toBe(REMOVED);
  const back = await enter(server, opened.code, { seatKey }).catch((error: Error) => error.message);
  expect(back).toBe("removed");
});
