import { Protocol } from "@colyseus/core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Exploration } from "../../shared/recording/exploration.ts";
import { readRecording } from "../../shared/recording/recording.ts";
import {
  enter,
  type OpenClass,
  startTestServer,
  type TestServer,
  until,
  type Visitor,
} from "../helpers/running-class.ts";

const TOGETHER = 2;
let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ MAX_SEATS_PER_ROOM: "12" });
});
afterAll(() => server.close());

async function hosted(): Promise<{ opened: OpenClass; host: Visitor }> {
  const opened = await server.openClass();
  return { opened, host: await enter(server, opened.code, { hostKey: opened.hostKey }) };
}
const phaseOf = (visitor: Visitor): number => visitor.room.state.phase;
const turnOf = (visitor: Visitor): number => visitor.room.state.turn;
async function start(host: Visitor, round = TOGETHER): Promise<void> {
  expect(await host.command({ kind: "start", turn: turnOf(host), round })).toEqual({ ok: true });
  await until(() => phaseOf(host) === 1);
}
const student = async (opened: OpenClass, keys: object = {}): Promise<Visitor> => {
  const visitor = await enter(server, opened.code, keys);
  await until(() => visitor.welcome);
  return visitor;
};
const recordingOf = async ({ classId, hostKey }: OpenClass): Promise<string> => {
  const answer = await fetch(`${server.url}/api/sessions/${classId}/recording`, {
    headers: { Authorization: `Bearer ${hostKey}` },
  });
  return answer.text();
};
const reasonOf = (joining: Promise<unknown>): Promise<string> =>
  joining.then(
    () => "let in",
    (error: Error) => error.message,
  );

describe("getting in", () => {
  test("only students of the class are counted; phones are not sent the stage's part", async () => {
    const { opened, host } = await hosted();
    const phone = await student(opened);
    await until(() => host.room.state.seats === 1);
    expect(host.room.state.stage.seats.size).toBe(1);
    expect(phone.room.state.stage).toBeUndefined();
  });

  test("a wrong code, a wrong key and a key of the wrong shape are refused with a reason", async () => {
    const { opened } = await hosted();
    expect(await reasonOf(enter(server, "222222"))).toMatch(/not found|no-such-class/);
    expect(await reasonOf(enter(server, opened.code, { hostKey: "x".repeat(43) }))).toBe("not-allowed");
    expect(await reasonOf(enter(server, opened.code, { stageKey: opened.hostKey }))).toBe("not-allowed");
    expect(await reasonOf(enter(server, opened.code, { hostKey: "short" }))).toBe("malformed");
    expect(await reasonOf(enter(server, opened.code, { role: "host" }))).toBe("malformed");
  });

  test("the thirteenth student of twelve seats is told that the class is full", async () => {
    const { opened } = await hosted();
    await Promise.all(Array.from({ length: 12 }, () => student(opened)));
    expect(await reasonOf(enter(server, opened.code))).toBe("full");
  });

  test("a student takes a bot's seat when there is no other", async () => {
    const { opened, host } = await hosted();
    await host.command({ kind: "bots", count: 12, jitterMs: 20 });
    const phone = await student(opened);
    expect(phone.welcome?.seat).toBe(0);
    await until(
      () => host.room.state.stage.seats.get("0")?.taps === 0 && (host.room.state.stage.seats.get("0")!.flags & 1) === 0,
    );
  });

  test("a seat key brings the same neuron back, and stops the window that had it", async () => {
    const { opened } = await hosted();
    const first = await student(opened);
    const { seat, name, seatKey } = first.welcome!;
    const second = await student(opened, { seatKey });
    expect(second.welcome).toMatchObject({ seat, name });
    expect(second.welcome?.seatKey).toBeUndefined();
    await until(() => first.closed === 4100);
    first.room.leave();
    second.tap();
    await until(() => second.taps.length === 1);
  });

  test("a made-up seat key makes a new neuron", async () => {
    const { opened } = await hosted();
    await student(opened);
    const phone = await student(opened, { seatKey: "k".repeat(43) });
    expect(phone.welcome).toMatchObject({ seat: 1 });
    expect(phone.welcome?.seatKey).toHaveLength(43);
  });
});

describe("what a host may", () => {
  test("commands of students and of the projector are refused and change nothing", async () => {
    const { opened, host } = await hosted();
    const phone = await student(opened);
    const stage = await enter(server, opened.code, { stageKey: opened.stageKey });
    for (const visitor of [phone, stage]) {
      expect(await visitor.command({ kind: "start", turn: 0, round: 0 })).toEqual({ ok: false, reason: "not-allowed" });
    }
    expect(turnOf(host)).toBe(0);
  });

  test("a double click starts one round; a command for a past turn is stale", async () => {
    const { host } = await hosted();
    const [first, second] = await Promise.all([
      host.command({ kind: "start", turn: 0, round: 0 }),
      host.command({ kind: "start", turn: 0, round: 0 }),
    ]);
    expect([first, second]).toEqual([{ ok: true }, { ok: false, reason: "stale" }]);
    expect(await host.command({ kind: "end", turn: 0 })).toEqual({ ok: false, reason: "stale" });
  });

  test("what makes no sense now, or no sense at all, is refused with a reason", async () => {
    const { host } = await hosted();
    expect(await host.command({ kind: "pause", turn: 0 })).toEqual({ ok: false, reason: "not-now" });
    expect(await host.command({ kind: "start", turn: 0, round: 60 })).toEqual({ ok: false, reason: "malformed" });
    expect(await host.command({ kind: "explode", turn: 0 })).toEqual({ ok: false, reason: "malformed" });
    expect(await host.command({ kind: "bots", count: 1e9, jitterMs: 0 })).toEqual({ ok: false, reason: "malformed" });
    expect(phaseOf(host)).toBe(0);
  });

  test("bots come and go as asked", async () => {
    const { host } = await hosted();
    const playing = (): number => [...host.room.state.stage.seats.values()].filter((s) => s.flags & 2).length;
    await host.command({ kind: "bots", count: 9, jitterMs: 20 });
    await until(() => playing() === 9);
    await host.command({ kind: "bots", count: 4, jitterMs: 20 });
    await until(() => playing() === 4);
    await host.command({ kind: "bots", count: 7, jitterMs: 60 });
    await until(() => playing() === 7);
    const names = [...host.room.state.stage.seats.values()].map((seat) => seat.name);
    expect(new Set(names).size).toBe(9);
  });
});

describe("taps", () => {
  test("fire only in a round, are answered once each, and are in the journal by then", async () => {
    const { opened, host } = await hosted();
    const phone = await student(opened);
    phone.tap();
    await until(() => phone.taps.length === 1);
    expect(phone.taps[0]).toEqual({ seq: 1, fate: "resting" });
    await start(host);
    const zero = host.room.state.beatZero;
    await until(() => phone.now() >= zero + 30);
    phone.tap(zero + 30);
    await until(() => phone.taps.length === 2);
    expect(phone.taps[1]).toMatchObject({ seq: 2, fate: "fired" });
    expect(Math.abs(phone.taps[1]!.early! - 30)).toBeLessThanOrEqual(3);
    const stored = await server.journal.read(opened.classId);
    expect(stored!.lines.filter((line) => line.includes('"t"'))).toHaveLength(1);
  });

  test("from the future, too late, too fast or repeated do not reach the cell, and the phone is told", async () => {
    const { opened, host } = await hosted();
    const phone = await student(opened);
    await start(host);
    await until(() => phone.now() >= host.room.state.beatZero + 200);
    phone.tap(phone.now() + 500);
    phone.tap(phone.now() - 1500);
    await until(() => phone.taps.length === 2);
    expect(phone.taps.map((tap) => tap.fate)).toEqual(["lost", "lost"]);
    const now = phone.now();
    phone.tap(now - 60);
    phone.tap(now - 10);
    phone.room.send("tap", { seq: 3, at: Math.round(now) });
    await until(() => phone.taps.length === 4);
    expect(new Set(phone.taps.slice(2).map((tap) => tap.fate))).toEqual(new Set(["too-fast", "fired"]));
    await until(() => host.room.state.stage.seats.get("0")!.taps === 1);
  });

  test("of the wrong shape change nothing; ten of them close the socket and nobody else's", async () => {
    const { opened, host } = await hosted();
    const [bad, good] = [await student(opened), await student(opened)];
    await start(host);
    const wrong = [
      null,
      "x",
      [],
      { seq: -1, at: 0 },
      { seq: 1, at: Number.NaN },
      { seq: 1, at: 1, seat: 1 },
      { at: 5 },
    ];
    for (const message of wrong) bad.room.send("tap", message);
    await until(() => bad.refused.length === wrong.length);
    expect(bad.refused[0]).toBe("malformed");
    for (let i = 0; i < 3; i++) bad.room.send("no-such-type", 1);
    await until(() => bad.closed === 4102);
    await until(() => good.now() > host.room.state.beatZero + 100);
    good.tap();
    await until(() => good.taps.some((tap) => tap.fate === "fired"));
    expect(host.room.state.stage.seats.get(String(bad.welcome!.seat))!.taps).toBe(0);
  });
});

test("a phone is left in peace while only the stage's part changes", async () => {
  const { opened, host } = await hosted();
  await host.command({ kind: "bots", count: 8, jitterMs: 25 });
  const phone = await student(opened);
  await start(host);
  await until(() => phone.now() > host.room.state.beatZero);
  const { ws } = phone.room.connection.transport as unknown as { ws: WebSocket };
  const patches: number[] = [];
  ws.addEventListener("message", ({ data }: MessageEvent<ArrayBuffer>) => {
    const bytes = new Uint8Array(data);
    if (bytes[0] === Protocol.ROOM_STATE_PATCH) patches.push(bytes.length);
  });
  const { tick } = host.room.state.stage;
  const milestones = (): number => phone.room.state.story.length / 2;
  const before = milestones();
  await until(() => host.room.state.stage.tick > tick + 50);
  // A milestone is for everybody.
  expect(patches.length).toBeLessThanOrEqual(milestones() - before);
  patches.length = 0;
  await host.command({ kind: "pause", turn: turnOf(host) });
  await until(() => phone.room.state.paused);
  expect(patches).toHaveLength(1);
});

test("a phone that always taps 150 ms late is on the beat after the warm-up, and its recording knows why", async () => {
  const { opened, host } = await hosted();
  const phone = await student(opened);
  await start(host, 0);
  const zero = host.room.state.beatZero;
  for (let beat = 0; beat < 8; beat++) {
    await until(() => phone.now() >= zero + beat * 500 + 150, 12_000);
    phone.tap(zero + beat * 500 + 150);
  }
  await until(() => phaseOf(host) === 3, 10_000);
  await start(host);
  const next = host.room.state.beatZero;
  const answered = phone.taps.length;
  const felt = () => phone.taps.slice(answered).find(({ fate }) => fate === "fired");
  // On a busy machine a tap may come too late to count: another beat follows.
  for (let beat = 0; beat < 8 && !felt(); beat++) {
    await until(() => phone.now() >= next + beat * 500 + 150, 12_000);
    phone.tap(next + beat * 500 + 150);
    await until(() => phone.taps.length > answered + beat);
  }
  expect(Math.abs(felt()!.early!)).toBeLessThanOrEqual(4);
  expect(await recordingOf(opened)).toMatch(/\[\d+,"b",0,1[45]\d\]/);
}, 40_000);

test("two classes at once know nothing of each other, and a class that ended is gone for newcomers", async () => {
  const [one, two] = [await hosted(), await hosted()];
  await one.host.command({ kind: "bots", count: 5, jitterMs: 20 });
  await start(one.host);
  expect(phaseOf(two.host)).toBe(0);
  expect(await one.host.command({ kind: "end", turn: turnOf(one.host) })).toEqual({ ok: true });
  await until(() => one.host.closed === 4101);
  expect(await reasonOf(enter(server, one.opened.code))).toMatch(/not found|locked|no-such-class/);
  expect((await fetch(`${server.url}/api/classes/${one.opened.code}`)).status).toBe(404);
  expect(await two.host.command({ kind: "bots", count: 3, jitterMs: 20 })).toEqual({ ok: true });
});

test("the recording of a class, fetched by its host, is simulated again with every hash as it was", async () => {
  const { opened, host } = await hosted();
  await host.command({ kind: "bots", count: 11, jitterMs: 25 });
  const phone = await student(opened);
  await start(host);
  await until(() => phone.now() > host.room.state.beatZero + 1500);
  await host.command({ kind: "pause", turn: turnOf(host) });
  await until(() => host.room.state.paused);
  await host.command({ kind: "resume", turn: turnOf(host) });
  await until(() => host.room.state.stage.beat > 6, 12_000);
  await host.command({ kind: "next", turn: turnOf(host) });
  await until(() => phaseOf(host) === 2);
  const turn = turnOf(host);
  await host.command({ kind: "end", turn });
  await until(() => host.closed === 4101);
  const recording = readRecording(await recordingOf(opened));
  const exploration = new Exploration(recording);
  exploration.run(1e9);
  expect(exploration.mismatchAt).toBeUndefined();
  expect(exploration.compared).toBe(recording.hashes.size);
  expect(exploration.marks.map((mark) => mark.kind)).toEqual(["round", "pause", "lapse", "end"]);
}, 40_000);

test("whoever comes during the count-in shares the cell with those who were there", async () => {
  const { opened, host } = await hosted();
  await student(opened);
  await start(host);
  expect(host.room.state.stage.contacts).toBe(280);
  await host.command({ kind: "bots", count: 11, jitterMs: 20 });
  await until(() => host.room.state.stage.contacts === 70);
  await until(() => host.room.state.stage.beat >= 2);
  expect(host.room.state.stage.cellSpikes).toBeLessThan(20);
});

test("taps faster than a cell's burst are thinned out, not locked out", async () => {
  const { opened, host } = await hosted();
  const phone = await student(opened);
  await start(host);
  await until(() => phone.now() >= host.room.state.beatZero + 900);
  const first = phone.now() - 585;
  for (let i = 0; i < 10; i++) phone.tap(first + 65 * i);
  await until(() => phone.taps.length === 10);
  const fates = phone.taps.map((tap) => tap.fate);
  expect(fates.filter((fate) => fate === "too-fast")).toHaveLength(5);
});
