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
