import { afterAll, beforeAll, expect, test } from "vitest";
import { ClassroomRoom } from "../../server/classroom/classroom.ts";
import { TROUBLES } from "../../shared/wire/trouble.ts";
import { enter, startTestServer, type TestServer, until, type Visitor } from "../helpers/running-class.ts";

const TOGETHER = 2;
/** In place of twenty seconds, so that nobody waits. */
const LEADERLESS_MS = 1200;

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  ClassroomRoom.services = { ...ClassroomRoom.services, leaderlessMs: LEADERLESS_MS };
});
afterAll(() => server.close());

async function running() {
  const opened = await server.openClass();
  const host = await enter(server, opened.code, { hostKey: opened.hostKey });
  const phone = await enter(server, opened.code);
  await host.command({ kind: "bots", count: 4, jitterMs: 30 });
  await host.command({ kind: "start", turn: host.room.state.turn, round: TOGETHER });
  await until(() => phone.room.state.phase === 1);
  return { opened, host, phone };
}
const paused = ({ room }: Visitor): boolean => room.state.paused;
/** Why the class stands, as phones are told. */
const trouble = ({ room }: Visitor): string => TROUBLES[room.state.trouble]!;
const wait = (ms: number): Promise<void> => new Promise((go) => setTimeout(go, ms));

test("without projector and teacher a round waits, and goes on by itself when one of them is back", async () => {
  const { opened, host, phone } = await running();
  await host.room.leave();
  await until(() => paused(phone));
  await wait(2 * LEADERLESS_MS);
  expect([paused(phone), trouble(phone)]).toEqual([true, "unled"]);
  await enter(server, opened.code, { stageKey: opened.stageKey });
  await until(() => !paused(phone), 12_000);
  expect(trouble(phone)).toBe("none");
});

test("a projector that is away for a moment stops nobody", async () => {
  const { opened, host, phone } = await running();
  await host.room.leave();
  await wait(LEADERLESS_MS / 2);
  const stage = await enter(server, opened.code, { stageKey: opened.stageKey });
  await wait(LEADERLESS_MS);
  expect(paused(phone)).toBe(false);
  await stage.room.leave();
});

test("what the teacher paused waits for the teacher, however often the projector comes and goes", async () => {
  const { opened, host, phone } = await running();
  await host.command({ kind: "pause", turn: host.room.state.turn });
  await until(() => paused(phone));
  await host.room.leave();
  await wait(1.5 * LEADERLESS_MS);
  await enter(server, opened.code, { stageKey: opened.stageKey });
  await wait(5000);
  expect([paused(phone), trouble(phone)]).toEqual([true, "none"]);
}, 30_000);
