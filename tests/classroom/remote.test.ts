import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Remotes } from "../../server/classroom/remotes.ts";
import type { PairAnswer } from "../../shared/wire/answers.ts";
import { PAIRING_MS } from "../../shared/wire/limits.ts";
import {
  enter,
  type OpenClass,
  startTestServer,
  type TestServer,
  until,
  type Visitor,
} from "../helpers/running-class.ts";

describe("the code for a remote", () => {
  test("lets one in, once, within its minute, with its own PIN", () => {
    const remotes = new Remotes();
    const { key, pin } = remotes.offer(0);
    const wrong = pin === "0000" ? "0001" : "0000";
    expect(remotes.pair(key, wrong, 1)).toBeUndefined();
    expect(remotes.pair(`${key.slice(1)}A`, pin, 1)).toBeUndefined();
    const own = remotes.pair(key, pin, PAIRING_MS)!;
    expect(remotes.has(own.key)).toBe(true);
    expect(remotes.has(key)).toBe(false);
    expect(remotes.pair(key, pin, 2)).toBeUndefined();
    const late = remotes.offer(0);
    expect(remotes.pair(late.key, late.pin, PAIRING_MS + 1)).toBeUndefined();
    // A newer code ends the one before.
    const [before, after] = [remotes.offer(0), remotes.offer(0)];
    expect(remotes.pair(before.key, before.pin, 1)).toBeUndefined();
    expect(remotes.pair(after.key, after.pin, 1)).toBeDefined();
  });

  test("is dead after five wrong PINs: nobody tries all ten thousand", () => {
    const remotes = new Remotes();
    const { key, pin } = remotes.offer(0);
    const wrong = Array.from({ length: 6 }, (_, i) => String(i).padStart(4, "0")).filter((each) => each !== pin);
    for (const each of wrong.slice(0, 5)) expect(remotes.pair(key, each, 1)).toBeUndefined();
    expect(remotes.pair(key, pin, 1)).toBeUndefined();
  });
});

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const pair = (visitor: Visitor): Promise<PairAnswer> => visitor.room.request<unknown, PairAnswer>("pair");
async function opened(): Promise<{ opened: OpenClass; host: Visitor }> {
  const opened = await server.openClass();
  return { opened, host: await enter(server, opened.code, { hostKey: opened.hostKey }) };
}
const refused = (joining: Promise<unknown>): Promise<string> =>
  joining.then(
    () => "let in",
    (error: Error) => error.message,
  );

test("a remote commands with a key of its own; stages and students get no code, and a stranger's key opens nothing", async () => {
  const { opened: room, host } = await opened();
  const stage = await enter(server, room.code, { stageKey: room.stageKey });
  const student = await enter(server, room.code);
  expect(await pair(stage)).toBeNull();
  expect(await pair(student)).toBeNull();
  const offer = (await pair(host))!;
  const remote = await enter(server, room.code, { pairing: offer });
  await until(() => remote.remoteKey);
  const again = await enter(server, room.code, { remoteKey: remote.remoteKey! });
  expect(await again.command({ kind: "bots", count: 3, jitterMs: 30 })).toEqual({ ok: true });
  expect(await refused(enter(server, room.code, { remoteKey: "x".repeat(43) }))).toBe("not-allowed");
  expect(await refused(enter(server, room.code, { pairing: offer }))).toBe("not-allowed");
  expect(await refused(enter(server, room.code, { pairing: { key: offer.key, pin: "12345" } }))).toBe("malformed");
  // Two leaders press next together: one transition.
  await until(() => host.room.state.seats === 4);
  const { turn } = host.room.state;
  const both = await Promise.all([host, again].map((each) => each.command({ kind: "start", turn, round: 2 })));
  expect(both).toContainEqual({ ok: true });
  expect(both).toContainEqual({ ok: false, reason: "stale" });
});

test("who was sent away stays away by the old key, whoever is new stays out of a locked class, and seats come back", async () => {
  const { opened: room, host } = await opened();
  const [first, second] = [await enter(server, room.code), await enter(server, room.code)];
  await until(() => first.welcome && second.welcome);
  const [firstKey, secondKey] = [first, second].map(({ welcome }) => welcome!.seatKey!);
  expect(await first.command({ kind: "remove", seat: 1, removed: true })).toEqual({ ok: false, reason: "not-allowed" });
  expect(await host.command({ kind: "remove", seat: 9, removed: true })).toEqual({ ok: false, reason: "malformed" });
  expect(await host.command({ kind: "remove", seat: 0, removed: true })).toEqual({ ok: true });
  await until(() => first.closed !== undefined);
  expect(first.closed).toBe(4104);
  expect(await refused(enter(server, room.code, { seatKey: firstKey }))).toBe("removed");
  expect(await host.command({ kind: "lock", on: true })).toEqual({ ok: true });
  expect(await refused(enter(server, room.code))).toBe("locked");
  await second.room.leave();
  const back = await enter(server, room.code, { seatKey: secondKey });
  await until(() => back.welcome);
  expect(back.welcome!.seat).toBe(1);
  await host.command({ kind: "remove", seat: 0, removed: false });
  const forgiven = await enter(server, room.code, { seatKey: firstKey });
  await until(() => forgiven.welcome);
  expect(forgiven.welcome!.seat).toBe(0);
});
