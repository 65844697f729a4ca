import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect } from "vitest";
import { REMOVED } from "../../server/classroom/close-codes.ts";
import type { DoorView } from "../../shared/wire/door.ts";
import { openClass, phase, recordingOf, student, TOGETHER, turn } from "../helpers/class-in-round.ts";
import { enter, until, type Visitor } from "../helpers/running-class.ts";
import { row } from "./rows.ts";
import { freePort, type ServerProcess, startProcess } from "./server-process.ts";

/** Names and crowds: one server process, a class for each row. */

let folder: string;
let server: ServerProcess;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "fire-together-names-"));
  server = await startProcess(folder, await freePort(), { LOG_LEVEL: "silent" });
});
afterAll(async () => {
  await server.kill("SIGKILL");
  await rm(folder, { recursive: true });
});

const doorOf = ({ room }: Visitor): DoorView => JSON.parse(room.state.stage.door) as DoorView;
const rename = ({ room }: Visitor, name: unknown) =>
  room.request<unknown, { ok: boolean; reason?: string }>("rename", { name });

async function hosted(freeNames: boolean) {
  const opened = await openClass(server);
  const host = await enter(server, opened.code, { hostKey: opened.hostKey });
  if (freeNames) expect(await host.command({ kind: "free-names", on: true })).toEqual({ ok: true });
  return { opened, host };
}
/** What each of them is called after typing something. */
async function called(names: readonly string[]): Promise<(string | undefined)[]> {
  const { opened, host } = await hosted(true);
  const phones: Visitor[] = [];
  for (const name of names) {
    const phone = await student(server, opened);
    phones.push(phone);
    expect([name, await rename(phone, name)]).toEqual([name, { ok: true }]);
  }
  // The wall has them with its next picture; the phone that typed has no other.
  await new Promise((go) => setTimeout(go, 400));
  const wall = doorOf(host).names;
  const own = phones.map(({ welcome }) => welcome!.called || undefined);
  expect(phones.map(({ welcome }) => wall[welcome!.seat])).toEqual(own);
  // Nobody is told that they chose badly.
  expect(phones.flatMap(({ refused }) => refused)).toEqual([]);
  expect(await recordingOf(server, opened)).not.toMatch(/img|alert|Maria|HYPER/i);
  return own;
}

row(23, async () => {
  const typed: readonly (readonly [string, string | undefined])[] = [
    ["  Maria   Lúcia ", "Maria Lúcia"],
    ["   ", undefined],
    ["\u200b\u200d\u2060", undefined],
    ["👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦", undefined],
    ["\u202eevil\u202c", "evil"],
    ["Z\u0351\u0352\u0353\u0354\u0355a\u0356\u0357\u0358l", "Z\u0353\u0354a\u0356\u0357l"],
    ["<img src=x onerror=alert(1)>", "img src x onerro"],
    ["=HYPERLINK(1)", "HYPERLINK 1"],
    ["Teacher", undefined],
    ["ТЕАСНЕR", undefined],
    ["caralh0", undefined],
    ["x".repeat(200), "x".repeat(16)],
  ];
  const given = await called(typed.map(([name]) => name));
  for (const [i, [name, wanted]] of typed.entries()) {
    // Marks may stand in another order once they are normal.
    expect([name, given[i]?.normalize("NFC")]).toEqual([name, wanted?.normalize("NFC")]);
  }
  // Longer than anybody types: no name, and no word of it goes further.
  const { opened, host } = await hosted(true);
  const phone = await student(server, opened);
  expect(await rename(phone, "y".repeat(3000))).toEqual({ ok: false, reason: "malformed" });
  expect(doorOf(host).names).toEqual({});
});

row(24, async () => {
  const given = await called(["Maria", "maria", "Mаriа", "M a r i a", "Maria 2"]);
  expect(given[0]).toBe("Maria");
  expect(new Set(given.filter((name) => name !== undefined)).size).toBe(
    given.filter((name) => name !== undefined).length,
  );
  expect(given.slice(1, 3)).toEqual(["maria 2", "Mаriа 3"]);
});

row(
  22,
  async () => {
    const { opened, host } = await hosted(false);
    const mine = await student(server, opened);
    await host.command({ kind: "bots", count: 5, jitterMs: 0 });
    expect(await host.command({ kind: "start", turn: turn(host), round: TOGETHER })).toEqual({ ok: true });
    await until(() => phase(host) === "round");
    await new Promise((go) => setTimeout(go, 1100));
    const all = await Promise.allSettled(Array.from({ length: 30 }, () => student(server, opened)));
    const inside = all.flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
    await until(() => host.room.state.stage.locked && doorOf(host).burst >= 16);
    expect(inside.length).toBeLessThan(30);
    const late = await student(server, opened).catch((error: Error) => error.message);
    expect(late).toBe("locked");
    expect(await host.command({ kind: "undo-burst" })).toEqual({ ok: true });
    await until(() => inside.every(({ closed }) => closed === REMOVED));
    expect(mine.closed).toBeUndefined();
  },
  20_000,
);
