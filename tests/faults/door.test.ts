import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { PairAnswer } from "../../shared/wire/answers.ts";
import type { DoorView } from "../../shared/wire/door.ts";
import { openClass, student } from "../helpers/class-in-round.ts";
import { enter, until, type Visitor } from "../helpers/running-class.ts";
import { freePort, type ServerProcess, startProcess } from "./server-process.ts";

let folder: string;
let port: number;
let server: ServerProcess;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "fire-together-door-"));
  port = await freePort();
  server = await startProcess(folder, port);
});
afterEach(async () => {
  await server.kill("SIGKILL");
  await rm(folder, { recursive: true });
});

const doorOf = ({ room }: Visitor): DoorView => JSON.parse(room.state.stage.door) as DoorView;
const refused = (joining: Promise<unknown>): Promise<string> =>
  joining.then(
    () => "let in",
    (error: Error) => error.message,
  );

test("after a crash the door is as it was: who was sent away stays out, newcomers wait, remotes lead but for those taken back", async () => {
  const opened = await openClass(server);
  const host = await enter(server, opened.code, { hostKey: opened.hostKey });
  const [away, stays] = [await student(server, opened), await student(server, opened)];
  const remoteKeys: string[] = [];
  for (let i = 0; i < 2; i++) {
    const pairing = await host.room.request<unknown, PairAnswer>("pair");
    const remote = await enter(server, opened.code, { pairing });
    await until(() => remote.remoteKey);
    remoteKeys.push(remote.remoteKey!);
  }
  for (const command of [
    { kind: "approve", on: true },
    { kind: "remove", seat: away.welcome!.seat, removed: true },
    { kind: "revoke", id: 1 },
    { kind: "free-names", on: true },
  ]) {
    expect(await host.command(command)).toEqual({ ok: true });
  }
  expect(await stays.room.request("rename", { name: "Ana" })).toEqual({ ok: true });
  await server.kill("SIGKILL");
  server = await startProcess(folder, port);

  const [first, second] = remoteKeys.map((remoteKey) => enter(server, opened.code, { remoteKey }));
  expect(await refused(first!)).toBe("not-allowed");
  const remote = await second!;
  expect(doorOf(remote)).toMatchObject({ approve: true, remotes: [2], names: { "1": "Ana" } });
  expect(await refused(enter(server, opened.code, { seatKey: away.welcome!.seatKey }))).toBe("removed");
  const back = await student(server, opened, stays.welcome!.seatKey);
  expect(back.welcome).toMatchObject({ seat: stays.welcome!.seat, called: "Ana" });
  const newcomer = await enter(server, opened.code);
  await until(() => doorOf(remote).waiting.length === 1);
  await remote.command({ kind: "admit", id: doorOf(remote).waiting[0]!.id, letIn: true });
  await until(() => newcomer.welcome);
}, 40_000);

test("cards let one student in each, once, also after a crash; who has none stays out, a newer sheet voids the older", async () => {
  const opened = await openClass(server);
  const host = await enter(server, opened.code, { hostKey: opened.hostKey });
  const issue = (from: Visitor, count: number): Promise<readonly string[] | null> =>
    from.room.request<unknown, readonly string[] | null>("cards", { count });
  const early = await student(server, opened);
  expect(await issue(early, 3)).toBeNull();
  const old = (await issue(host, 2))!;
  const cards = (await issue(host, 3))!;
  expect(new Set(cards).size).toBe(3);
  for (const on of [true, false]) expect(await host.command({ kind: "lock", on })).toEqual({ ok: true });
  for (const kind of ["cards-only", "approve"]) expect(await host.command({ kind, on: true })).toEqual({ ok: true });
  for (const keys of [{}, { card: old[0] }, { card: "x".repeat(43) }]) {
    expect(await refused(enter(server, opened.code, keys))).toBe("needs-card");
  }
  // Two phones scan the same card.
  const both = await Promise.allSettled([1, 2].map(() => enter(server, opened.code, { card: cards[0] })));
  const won = both.flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
  expect(won).toHaveLength(1);
  await until(() => won[0]!.welcome);
  await until(() => doorOf(host).cards === 2 && doorOf(host).cardsOnly);
  await server.kill("SIGKILL");
  server = await startProcess(folder, port);
  const again = await enter(server, opened.code, { hostKey: opened.hostKey });
  await until(() => doorOf(again).cards === 2);
  expect(await refused(enter(server, opened.code, { card: cards[0] }))).toBe("needs-card");
  // The own key needs no card, nor does a card wait for a yes.
  expect((await student(server, opened, early.welcome!.seatKey)).welcome!.seat).toBe(early.welcome!.seat);
  const second = await enter(server, opened.code, { card: cards[1] });
  await until(() => second.welcome);
  expect(second.welcome!.seatKey).toHaveLength(43);
  // A card that found no place is not used up, and a voided one opens nothing.
  expect(await again.command({ kind: "lock", on: true })).toEqual({ ok: true });
  expect(await refused(enter(server, opened.code, { card: cards[2] }))).toBe("locked");
  expect(await again.command({ kind: "lock", on: false })).toEqual({ ok: true });
  await until(() => doorOf(again).cards === 1);
  expect(await again.command({ kind: "void-cards" })).toEqual({ ok: true });
  expect(await refused(enter(server, opened.code, { card: cards[2] }))).toBe("needs-card");
}, 40_000);
