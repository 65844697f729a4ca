import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Protocol } from "@colyseus/core";
import { afterAll, beforeAll, expect } from "vitest";
import { WebSocket } from "ws";
import { openClass, student } from "../helpers/class-in-round.ts";
import { scrape, sumOf } from "../helpers/metrics-text.ts";
import { enter, type OpenClass, until } from "../helpers/running-class.ts";
import { Phone } from "../load/phone.ts";
import { soak, swellings } from "../load/soaking.ts";
import { row } from "./rows.ts";
import { SABOTAGED } from "./sabotage.ts";
import { freePort, type ServerProcess, startProcess } from "./server-process.ts";

/** Sockets that want nothing, say little, or do not listen; and people who come and go ten thousand times. */

/** Shorter waits than in a school. */
const HEADERS_MS = 2000;
let folder: string;
let port: number;
let server: ServerProcess;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "fire-together-sockets-"));
  port = await freePort();
  const shorter = { headersMs: HEADERS_MS, pingMs: 1000 };
  server = await startProcess(folder, port, { LOG_LEVEL: "warn", MAX_ROOMS: "200" }, shorter, SABOTAGED);
});
afterAll(async () => {
  await server.kill("SIGKILL");
  await rm(folder, { recursive: true });
});

const after = (ms: number): Promise<void> => new Promise((go) => setTimeout(go, ms));
const descriptors = async (): Promise<number> => sumOf(await scrape(server.url), "process_open_fds");

async function open(): Promise<Socket> {
  const socket = connect(port, "127.0.0.1");
  socket.on("error", () => {});
  await once(socket, "connect");
  return socket;
}
const cut = async (sockets: readonly Socket[], ms: number): Promise<void> =>
  until(() => sockets.every(({ destroyed, readyState }) => destroyed || readyState !== "open"), ms);

/** Of these each process here has a descriptor, and the system a port: as many as there are for both. */
const IDLE = 10_000;
/** Opened at once: the queue of the listening socket is not what is tested. */
const AT_ONCE = 200;

row(
  50,
  async () => {
    const opened = await openClass(server);
    const before = await descriptors();
    const idle: Socket[] = [];
    for (let i = 0; i < IDLE / AT_ONCE; i++) idle.push(...(await Promise.all(Array.from({ length: AT_ONCE }, open))));
    // Whoever belongs here comes in meanwhile, and at once.
    const began = performance.now();
    await student(server, opened);
    expect(performance.now() - began).toBeLessThan(2000);

    // Headers and bodies that trickle in, and a handshake that leads to no class.
    const slow = await Promise.all(Array.from({ length: 50 }, open));
    const start = "POST /api/classes HTTP/1.1\r\nHost: 127.0.0.1\r\n";
    const trickle = setInterval(() => {
      for (const [i, socket] of slow.entries()) if (socket.writable) socket.write(i < 25 ? "X-Slow: 1\r\n" : "{");
    }, 300);
    for (const [i, socket] of slow.entries()) {
      socket.resume().write(i < 25 ? start : `${start}Content-Type: application/json\r\nContent-Length: 900\r\n\r\n`);
    }
    const stranger = await open();
    stranger
      .resume()
      .write(
        [
          ...[`GET /process/${opened.code}?sessionId=nobody HTTP/1.1`, `Host: 127.0.0.1:${port}`, "Upgrade: websocket"],
          ...[
            "Connection: Upgrade",
            "Sec-WebSocket-Version: 13",
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
            "",
            "",
          ],
        ].join("\r\n"),
      );
    await cut([...slow, stranger], 4 * HEADERS_MS);
    clearInterval(trickle);
    for (const socket of idle) socket.resume();
    await cut(idle, 4 * HEADERS_MS);
    await until(async () => (await descriptors()) < before + 20);
    await student(server, opened);
  },
  60_000,
);

/** A wall that takes part in the protocol, and then reads no more. */
async function deafWall({ code, stageKey }: OpenClass): Promise<WebSocket> {
  const headers = { "Content-Type": "application/json" };
  const body = JSON.stringify({ stageKey });
  const answer = await fetch(`${server.url}/matchmake/joinById/${code}`, { method: "POST", body, headers });
  const { processId, roomId, sessionId } = (await answer.json()) as Record<string, string>;
  const socket = new WebSocket(`ws://127.0.0.1:${port}/${processId}/${roomId}?sessionId=${sessionId}`);
  const [first] = (await once(socket, "message")) as [Buffer];
  expect(first[0]).toBe(Protocol.JOIN_ROOM);
  socket.send(Buffer.of(Protocol.JOIN_ROOM));
  await once(socket, "message");
  socket.on("error", () => {}).pause();
  return socket;
}

row(51, async () => {
  const opened = await openClass(server);
  const reader = await enter(server, opened.code, { stageKey: opened.stageKey });
  reader.room.onMessage("gaze", () => {});
  const pupil = await student(server, opened);
  const deaf = await deafWall(opened);
  const walls = async (): Promise<number> =>
    sumOf(await scrape(server.url), "fire_together_connections", { role: "stage" });
  expect(await walls()).toBe(2);
  await server.tell({ code: opened.code, what: "flood", kB: 200 });
  await until(() => server.log().includes("does not read what is sent"));
  await until(async () => (await walls()) === 1);
  // The others have all of it, and their class goes on.
  const { tick } = reader.room.state.stage;
  await until(() => reader.room.state.stage.tick > tick);
  expect([reader.closed, pupil.closed]).toEqual([undefined, undefined]);
  deaf.terminate();
});

row(
  55,
  async () => {
    // Codes of two letters only: sixty-four of them, of which half are soon taken.
    await server.tell({ what: "letters", count: 2 });
    const classes = await Promise.all(Array.from({ length: 30 }, () => openClass(server)));
    const codes = classes.map(({ code }) => code);
    expect(new Set(codes).size).toBe(30);
    expect(codes.every((code) => new Set(code).size <= 2)).toBe(true);
    // Each code leads into its own class.
    for (const [code, { hostKey }] of classes.slice(0, 5).map((one) => [one.code, one] as const)) {
      expect((await enter(server, code, { hostKey })).closed).toBeUndefined();
    }
    // When none is left nobody gets somebody else's.
    const more = await Promise.all(
      Array.from({ length: 60 }, () => fetch(`${server.url}/api/classes`, { method: "POST" })),
    );
    const opened = await Promise.all(
      more.filter(({ ok }) => ok).map(async (one) => (await one.json()) as { code: string }),
    );
    expect(new Set([...codes, ...opened.map(({ code }) => code)]).size).toBe(30 + opened.length);
    expect(opened.length).toBeLessThan(35);
    await server.tell({ what: "letters", count: 99 });
  },
  30_000,
);

/** People who come and go, how often in all, and for how long at most, ms: on a busy machine it is less often. */
const PEOPLE = 40;
const TIMES = 10_000;
const CHURN_MS = 10_000;

row(
  56,
  async () => {
    const { code } = await openClass(server);
    const heap = async (): Promise<number> => (await server.tell({ what: "heap" })) as number;
    const first = await Promise.all(Array.from({ length: PEOPLE }, () => Phone.join(server.url, code)));
    const keys = first.map(({ seatKey }) => seatKey!);
    for (const phone of first) phone.leave();
    const churn = async (times: number): Promise<number> => {
      const give = performance.now() + CHURN_MS;
      let joins = 0;
      const each = async (key: string): Promise<void> => {
        for (let i = 0; i < times / PEOPLE && performance.now() < give; i++, joins++) {
          (await Phone.join(server.url, code, key)).leave();
        }
      };
      await Promise.all(keys.map(each));
      await after(500);
      return joins;
    };
    // Compilers and caches fill first.
    await churn(TIMES / 10);
    const [before, open] = [await heap(), await descriptors()];
    const joins = await churn(TIMES);
    const grown = ((await heap()) - before) / 1e6;
    console.log(`${joins} joined and left: heap ${grown.toFixed(2)} MB more`);
    expect(joins).toBeGreaterThan(1000);
    expect(grown).toBeLessThan(5);
    expect((await descriptors()) - open).toBeLessThan(20);
  },
  60_000,
);

row(
  57,
  async () => {
    const { samples, reconnects, failed } = await soak(server, {
      rooms: 4,
      students: 15,
      seconds: 8,
      churnSeconds: 0.2,
    });
    expect([swellings(samples), failed]).toEqual([[], []]);
    expect(reconnects).toBeGreaterThan(100);
  },
  60_000,
);
