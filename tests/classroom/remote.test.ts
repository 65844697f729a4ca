import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Admission } from "../../server/classroom/admission.ts";
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
  const none = (): Remotes => new Remotes(new Admission(undefined, async () => {}));

  test("lets one in, once, within its minute, with its own PIN", () => {
    const remotes = none();
    const { key, pin } = remotes.offer(0);
    const wrong = pin === "0000" ? "0001" : "0000";
    expect(remotes.accepts(key, wrong, 1)).toBe(false);
    expect(remotes.accepts(`${key.slice(1)}A`, pin, 1)).toBe(false);
    expect(remotes.accepts(key, pin, PAIRING_MS)).toBe(true);
    expect(remotes.accepts(key, pin, 2)).toBe(false);
    const late = remotes.offer(0);
    expect(remotes.accepts(late.key, late.pin, PAIRING_MS + 1)).toBe(false);
    // A newer code ends the one before.
    const [before, after] = [remotes.offer(0), remotes.offer(0)];
    expect(remotes.accepts(before.key, before.pin, 1)).toBe(false);
    expect(remotes.accepts(after.key, after.pin, 1)).toBe(true);
  });

  test("is dead after five wrong PINs: nobody tries all ten thousand", () => {
    const remotes = none();
    const { key, pin } = remotes.offer(0);
    const wrong = Array.from({ length: 6 }, (_, i) => String(i).padStart(4, "0")).filter((each) => each !== pin);
    for (const each of wrong.slice(0, 5)) expect(remotes.accepts(key, each, 1)).toBe(false);
    expect(remotes.accepts(key, pin, 1)).toBe(false);
  });

  test("leads to a key of the remote's own, which no journal means no key, and which can be taken back", async () => {
    const written: string[] = [];
    const remotes = new Remotes(new Admission(undefined, async (data) => void written.push(data)));
    const [one, two] = [(await remotes.issue())!, (await remotes.issue())!];
    expect([remotes.idOf(one.key), remotes.idOf(two.key)]).toEqual([1, 2]);
    expect(written.join()).not.toContain(one.key);
    expect(await remotes.revoke(1)).toBe(true);
    expect(await remotes.revoke(1)).toBe(false);
    const later = new Remotes(new Admission(written.at(-1), async () => {}));
    expect([later.idOf(one.key), later.idOf(two.key)]).toEqual([undefined, 2]);
    const failing = new Admission(undefined, () => Promise.reject(new Error("disk")));
    expect(await new Remotes(failing).issue()).toBeUndefined();
    expect(failing.kept.remotes).toEqual([]);
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
