import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect } from "vitest";
import { TAKEN_OVER } from "../../server/classroom/close-codes.ts";
import { RESUME_LENGTH } from "../../shared/wire/code.ts";
import { openClass, student, turn } from "../helpers/class-in-round.ts";
import { enter, type OpenClass, until, type Visitor } from "../helpers/running-class.ts";
import { row } from "./rows.ts";
import { freePort, type ServerProcess, startProcess } from "./server-process.ts";

/** Who tries codes and PINs: one server process, as a proxy sees it, so that each guesser has an address of their own. */

/** Two answers that take as long as each other, ms. */
const ALIKE_MS = 20;

let folder: string;
let server: ServerProcess;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "fire-together-guesses-"));
  server = await startProcess(folder, await freePort(), { LOG_LEVEL: "silent" });
});
afterAll(async () => {
  await server.kill("SIGKILL");
  await rm(folder, { recursive: true });
});

const hostOf = (opened: OpenClass): Promise<Visitor> => enter(server, opened.code, { hostKey: opened.hostKey });
const lookUp = (code: string, address: string): Promise<Response> =>
  fetch(`${server.url}/api/classes/${code}`, { headers: { "X-Forwarded-For": address } });
const join_ = (code: string, address: string): Promise<Response> =>
  fetch(`${server.url}/matchmake/joinById/${code}`, {
    method: "POST",
    headers: { "X-Forwarded-For": address, "Content-Type": "application/json" },
    body: "{}",
  });
const exchange = (code: string, said: object): Promise<Response> =>
  fetch(`${server.url}/api/classes/${code}/keys`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(said),
  });
const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;

row(17, async () => {
  const ended = await openClass(server);
  const host = await hostOf(ended);
  await host.command({ kind: "end", turn: turn(host) });
  await until(() => host.closed !== undefined);
  const codes = { wrong: "222222", malformed: "ae1-%22", ended: ended.code };
  for (const [way, ask] of Object.entries({ "look up": lookUp, join: join_ })) {
    const took: Record<string, number[]> = {};
    const said = new Set<string>();
    for (let i = 0; i < 15; i++) {
      for (const [kind, code] of Object.entries(codes)) {
        const from = performance.now();
        const answer = await ask(code, `198.51.100.${i}`);
        const text = await answer.text();
        took[kind] = [...(took[kind] ?? []), performance.now() - from];
        said.add(`${answer.status} ${text} ${[...answer.headers.keys()].sort().join(" ")}`);
      }
    }
    expect([...said], way).toHaveLength(1);
    expect([...said][0]).toContain("no-such-class");
    const medians = Object.values(took).map(median);
    const apart = Math.max(...medians) - Math.min(...medians);
    console.log(`${way}: ${medians.map((ms) => ms.toFixed(2)).join(", ")} ms (${Object.keys(took).join(", ")})`);
    expect(apart, way).toBeLessThan(ALIKE_MS);
  }
});

row(18, async () => {
  const { code } = await openClass(server);
  const guesser = "203.0.113.7";
  for (let i = 0; i < 60; i++) expect((await (i % 2 ? lookUp : join_)("333333", guesser)).status).toBe(404);
  for (const ask of [lookUp, join_]) {
    const late = await ask("333333", guesser);
    expect([late.status, late.headers.get("retry-after")]).toEqual([429, "3"]);
  }
  // The class behind the same address comes in as if nothing were.
  expect((await lookUp(code, guesser)).status).toBe(200);
  const all = await Promise.all(Array.from({ length: 30 }, () => join_(code, guesser)));
  expect(all.map(({ status }) => status)).toEqual(new Array(30).fill(200));
  // And so does another address that guesses.
  expect((await lookUp("333333", "203.0.113.8")).status).toBe(404);
});

row(27, async () => {
  const opened = await openClass(server);
  const host = await hostOf(opened);
  const first = await student(server, opened);
  const { seat } = first.welcome!;
  const codeOf = (phone: Visitor): Promise<string> => phone.room.request<unknown, string>("resume");
  const taken = (await (await exchange(opened.code, { resume: await codeOf(first) })).json()) as { seatKey: string };
  const second = await student(server, opened, taken.seatKey);
  expect(second.welcome!.seat).toBe(seat);
  await until(() => first.closed === TAKEN_OVER);
  // Somebody guesses: from now on a right code, too, needs the teacher.
  const right = await codeOf(second);
  const wrong = "2".repeat(RESUME_LENGTH) === right ? "3" : "2";
  for (let i = 0; i < 5; i++) {
    expect((await exchange(opened.code, { resume: wrong.repeat(RESUME_LENGTH) })).status).toBe(403);
  }
  const doubtful = (await (await exchange(opened.code, { resume: right })).json()) as { seatKey: string };
  const third = await enter(server, opened.code, { seatKey: doubtful.seatKey });
  const waiting = () => (JSON.parse(host.room.state.stage.door) as { waiting: { id: number; name: number }[] }).waiting;
  await until(() => waiting().length === 1);
  expect([third.welcome, second.closed, waiting()[0]!.name]).toEqual([undefined, undefined, second.welcome!.name]);
  // Not even where others need no yes any more.
  expect(await host.command({ kind: "approve", on: false })).toEqual({ ok: true });
  expect([third.welcome, waiting().length]).toEqual([undefined, 1]);
  expect(await host.command({ kind: "admit", id: waiting()[0]!.id, letIn: true })).toEqual({ ok: true });
  await until(() => third.welcome && second.closed === TAKEN_OVER);
  expect(third.welcome!.seat).toBe(seat);
  // The key that was doubtful is the seat's own now.
  await third.room.leave();
  expect((await student(server, opened, doubtful.seatKey)).welcome!.seat).toBe(seat);
});

row(28, async () => {
  const opened = await openClass(server);
  const host = await hostOf(opened);
  const offer = await host.room.request<unknown, { key: string; pin: string }>("pair");
  const tries: string[] = [];
  const pair = (pin: string): Promise<unknown> =>
    enter(server, opened.code, { pairing: { key: offer.key, pin } }).catch((error: Error) => error.message);
  for (let i = 1; i <= 5; i++) {
    const pin = String((Number(offer.pin) + i) % 10_000).padStart(4, "0");
    tries.push((await pair(pin)) as string);
  }
  expect(tries).toEqual(new Array(5).fill("not-allowed"));
  // The right one comes too late; a new offer has another key.
  expect(await pair(offer.pin)).toBe("not-allowed");
  const next = await host.room.request<unknown, { key: string; pin: string }>("pair");
  expect(next.key).not.toBe(offer.key);
  expect(await pair(next.pin)).toBe("not-allowed");
  const remote = await enter(server, opened.code, { pairing: next });
  await until(() => remote.remoteKey);
  // The phrase is longer, and guesses at it count for the address like guesses at a code.
  const phrase = (await host.room.request<unknown, string>("phrase"))!;
  expect(phrase.length).toBe(12);
});
