import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Admission } from "../../server/classroom/admission.ts";
import { Bursts } from "../../server/classroom/bursts.ts";
import type { DoorView } from "../../shared/wire/door.ts";
import {
  enter,
  type OpenClass,
  startTestServer,
  type TestServer,
  until,
  type Visitor,
} from "../helpers/running-class.ts";

const OK = { ok: true };
const TOGETHER = 2;

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

async function hosted(): Promise<{ opened: OpenClass; host: Visitor }> {
  const opened = await server.openClass();
  return { opened, host: await enter(server, opened.code, { hostKey: opened.hostKey }) };
}
const student = async ({ code }: OpenClass, keys: object = {}): Promise<Visitor> => {
  const visitor = await enter(server, code, keys);
  await until(() => visitor.welcome);
  return visitor;
};
const doorOf = ({ room }: Visitor): DoorView => JSON.parse(room.state.stage.door) as DoorView;
const refused = (joining: Promise<unknown>): Promise<string> =>
  joining.then(
    () => "let in",
    (error: Error) => error.message,
  );
const crowd = (opened: OpenClass, n: number) => Promise.allSettled(Array.from({ length: n }, () => student(opened)));

describe("newcomers who need a yes", () => {
  test("wait under the name that will be theirs, and those who have a seat come and go", async () => {
    const { opened, host } = await hosted();
    const early = await student(opened);
    expect(await host.command({ kind: "approve", on: true })).toEqual(OK);
    const [first, second] = [await enter(server, opened.code), await enter(server, opened.code)];
    await until(() => doorOf(host).waiting.length === 2);
    expect(doorOf(host).waiting.map(({ name }) => name)).toEqual([first.waiting, second.waiting]);
    expect(host.room.state.seats).toBe(1);
    // Whoever waits is nobody yet: no synapse, no taps, no commands.
    first.tap();
    expect(await first.command({ kind: "admit", id: 1, letIn: true })).toEqual({ ok: false, reason: "not-allowed" });
    expect(first.room.state.stage).toBeUndefined();

    const [one, two] = doorOf(host).waiting;
    expect(await host.command({ kind: "admit", id: one!.id, letIn: true })).toEqual(OK);
    await until(() => first.welcome);
    expect(first.welcome!.name).toBe(one!.name);
    expect(await host.command({ kind: "admit", id: one!.id, letIn: true })).toEqual({ ok: false, reason: "stale" });
    expect(await host.command({ kind: "admit", id: two!.id, letIn: false })).toEqual(OK);
    await until(() => second.closed !== undefined);
    expect(second.closed).toBe(4105);
    expect(second.welcome).toBeUndefined();

    await early.room.leave();
    const back = await student(opened, { seatKey: early.welcome!.seatKey });
    expect(back.welcome!.seat).toBe(early.welcome!.seat);
  });

  test("who gives up waiting is forgotten; with the last yes unasked for, all who wait come in", async () => {
    const { opened, host } = await hosted();
    await host.command({ kind: "approve", on: true });
    const [gone, stays] = [await enter(server, opened.code), await enter(server, opened.code)];
    await until(() => doorOf(host).waiting.length === 2);
    await gone.room.leave();
    await until(() => doorOf(host).waiting.length === 1);
    await host.command({ kind: "approve", on: false });
    await until(() => stays.welcome && doorOf(host).waiting.length === 0);
  });
});

describe("a burst of newcomers", () => {
  test("is none when a class comes in at once: forty within a second all get a seat, and the door stays open", async () => {
    const { opened, host } = await hosted();
    const all = await crowd(opened, 40);
    expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(40);
    expect(host.room.state.stage.locked).toBe(false);
    // The teacher may still think otherwise.
    await until(() => doorOf(host).burst === 40);
  }, 30_000);

  test("in the middle of a lesson closes the door, and goes with one press; the others stay, their keys do not come back", async () => {
    const { opened, host } = await hosted();
    const mine = await student(opened);
    await host.command({ kind: "start", turn: host.room.state.turn, round: TOGETHER });
    await new Promise((go) => setTimeout(go, 1100));
    const all = await crowd(opened, 30);
    const inside = all.flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
    expect(inside.length).toBeLessThan(30);
    await until(() => host.room.state.stage.locked && doorOf(host).burst >= 16);
    expect(await refused(enter(server, opened.code))).toBe("locked");
    expect(await host.command({ kind: "undo-burst" })).toEqual(OK);
    await until(() => inside.every(({ closed }) => closed === 4104));
    expect(mine.closed).toBeUndefined();
    expect(await host.command({ kind: "undo-burst" })).toEqual({ ok: false, reason: "not-now" });
    expect(await host.command({ kind: "lock", on: false })).toEqual(OK);
    expect(await refused(enter(server, opened.code, { seatKey: inside[0]!.welcome!.seatKey }))).toBe("removed");
  }, 30_000);

  test("counts by the second: fifteen are welcome, the sixteenth is one too many, and an old burst is left alone", () => {
    const bursts = new Bursts();
    for (let i = 0; i < 15; i++) expect(bursts.note(i, i * 60, false)).toBe(false);
    expect(bursts.note(15, 910, false)).toBe(true);
    expect(bursts.last(911)).toHaveLength(16);
    expect(bursts.last(400_000)).toEqual([]);
    const slow = new Bursts();
    for (let i = 0; i < 60; i++) expect(slow.note(i, i * 67, false)).toBe(false);
    const bell = new Bursts();
    for (let i = 0; i < 40; i++) expect(bell.note(i, i * 20, true)).toBe(false);
    expect(bell.note(40, 800, true)).toBe(true);
  });
});

test("seats of those who were sent away go to others when there is no free one; the old keys open nothing", async () => {
  const small = await server.openClass();
  const host = await enter(server, small.code, { hostKey: small.hostKey });
  const first = await student(small);
  await host.command({ kind: "bots", count: 60, jitterMs: 30 });
  await until(() => host.room.state.seats === 60);
  await host.command({ kind: "remove", seat: first.welcome!.seat, removed: true });
  // Fill the room with people, so that only the seat of whoever was sent away is left.
  const others = await Promise.all(Array.from({ length: 39 }, () => student(small)));
  await new Promise((go) => setTimeout(go, 1100));
  others.push(...(await Promise.all(Array.from({ length: 20 }, () => student(small)))));
  const last = await student(small);
  expect(new Set([...others, last].map(({ welcome }) => welcome!.seat)).size).toBe(60);
  expect(last.welcome!.seat).toBe(first.welcome!.seat);
  expect(await refused(enter(server, small.code, { seatKey: first.welcome!.seatKey }))).toBe("removed");
  expect(await refused(enter(server, small.code))).toBe("full");
}, 30_000);

test("what the journal does not take holds all the same, and is written once it can be", async () => {
  let down = true;
  const written: string[] = [];
  const admission = new Admission(undefined, (data) => {
    if (down) return Promise.reject(new Error("disk full"));
    written.push(data);
    return Promise.resolve();
  });
  const set = admission.change((kept) => {
    kept.approve = true;
  });
  expect(await set).toBe(false);
  expect(admission.kept.approve).toBe(true);
  down = false;
  for (let tick = 0; tick < 60; tick++) admission.retry();
  expect(written.map((data) => JSON.parse(data).approve)).toEqual([true]);
});
