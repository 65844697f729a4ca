import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { clean, nameFor, stemOf } from "../../server/classroom/free-names/free-names.ts";
import type { CommandAnswer } from "../../shared/wire/answers.ts";
import type { DoorView } from "../../shared/wire/door.ts";
import { MOST_GRAPHEMES } from "../../shared/wire/limits.ts";
import { enter, startTestServer, type TestServer, until, type Visitor } from "../helpers/running-class.ts";

const lengthOf = (name: string): number => [...new Intl.Segmenter().segment(name)].length;

describe("a name that somebody typed", () => {
  test.each([
    ["  Ana   Lúcia ", "Ana Lúcia"],
    ["Ｍａｒｉａ", "Maria"],
    ["D'Ávila-Neto", "D'Ávila-Neto"],
    ["São João 2", "São João 2"],
    ["محمد", "محمد"],
    ["李小龙", "李小龙"],
    ["Zoë\u200b\u202e\u0007", "Zoë"],
    ["<img src=x onerror=alert(1)>", "img src x onerro"],
    ['=HYPERLINK("x")', "HYPERLINK x"],
    ["👩‍👩‍👧‍👦 Ana 🎉", "Ana"],
    ["a\u0301\u0302\u0303\u0304\u0305\u0306b", "á\u0302\u0303b"],
    ["abcdefghijklmnopqrstuvwxyz", "abcdefghijklmnop"],
  ])("%j becomes %j", (typed, name) => {
    expect(nameFor(typed, [])).toBe(name);
  });

  test.each(["", "   ", "\u3164\u3164", "🎉🎉🎉", "....", "\u0301\u0302", "=-+@", "Teacher", "PROFESSORA", "рrоf"])(
    "%j is none",
    (typed) => {
      expect(nameFor(typed, [])).toBeUndefined();
    },
  );

  test("that does not belong on a wall is not taken in any language, however it is dressed up", () => {
    for (const typed of [
      "fuck",
      "F.U.C.K",
      "fuuuuck",
      "ｆｕｃｋ",
      "sh1t",
      "M e r d a",
      "caralh0",
      "pendejo",
      "рutа",
      "P U T A",
    ]) {
      expect([typed, nameFor(typed, [])]).toEqual([typed, undefined]);
    }
  });

  test("that only contains such a word is fine: people and places are called so", () => {
    for (const typed of [
      "Scunthorpe",
      "Dickens",
      "Cockburn",
      "Reputação",
      "Niger",
      "Sussex",
      "Cássia",
      "Concepción",
      "Rosa Pinto",
      "Concha",
    ]) {
      expect(nameFor(typed, [])).toBe(typed);
    }
  });

  test("reads like nobody else's: a second one is numbered, look-alikes count as the same", () => {
    expect(nameFor("Ana", ["Ana"])).toBe("Ana 2");
    expect(nameFor("АNА", ["ana"])).toBe("АNА 2");
    expect(nameFor("Bee", ["Bee", "Bee 2"])).toBe("Bee 3");
    const long = nameFor("abcdefghijklmnop", ["abcdefghijklmnop"])!;
    expect(lengthOf(long)).toBeLessThanOrEqual(MOST_GRAPHEMES);
    expect(long.endsWith(" 2")).toBe(true);
    expect(stemOf("bot 17")).toBe(stemOf("Bot17"));
  });

  test("of any characters at all is short, visible, and cleaned once is clean", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (typed) => {
        const name = nameFor(typed, []) ?? "ok";
        expect(lengthOf(name)).toBeLessThanOrEqual(MOST_GRAPHEMES);
        expect(name).not.toMatch(/[\p{C}\p{Default_Ignorable_Code_Point}<>=+@"&\\]/u);
        expect(name).toBe(name.trim());
        expect(clean(name)).toBe(name);
      }),
      { seed: 20, numRuns: 2000 },
    );
  });

  test("of ten thousand emoji costs next to nothing", () => {
    const from = performance.now();
    expect(nameFor("👩‍👩‍👧‍👦".repeat(10_000), [])).toBeUndefined();
    expect(performance.now() - from).toBeLessThan(500);
  });
});

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const doorOf = ({ room }: Visitor): DoorView => JSON.parse(room.state.stage.door) as DoorView;
const rename = (visitor: Visitor, name: unknown): Promise<CommandAnswer> =>
  visitor.room.request<unknown, CommandAnswer>("rename", { name });
async function hosted() {
  const opened = await server.openClass();
  const host = await enter(server, opened.code, { hostKey: opened.hostKey });
  const student = async (keys: object = {}): Promise<Visitor> => {
    const visitor = await enter(server, opened.code, keys);
    await until(() => visitor.welcome);
    return visitor;
  };
  return { opened, host, student };
}

test("students choose names only while the teacher lets them; the wall shows them, the recording does not", async () => {
  const { opened, host, student } = await hosted();
  const [ana, other] = [await student(), await student()];
  expect(await rename(ana, "Ana")).toEqual({ ok: false, reason: "not-allowed" });
  expect(await host.command({ kind: "free-names", on: true })).toEqual({ ok: true });
  await until(() => ana.welcome?.mayName);
  expect(await rename(ana, "Ana Quitéria")).toEqual({ ok: true });
  expect(await rename(ana, "Ana again")).toEqual({ ok: false, reason: "not-now" });
  expect(await rename(other, "ana quiteria")).toEqual({ ok: true });
  expect(await rename(host, "Ana")).toEqual({ ok: false, reason: "not-allowed" });
  expect(await rename(other, 7)).toEqual({ ok: false, reason: "malformed" });
  await until(() => doorOf(host).names["1"]);
  expect(doorOf(host).names).toEqual({ "0": "Ana Quitéria", "1": "ana quiteria 2" });
  await until(() => ana.welcome?.called === "Ana Quitéria");
  // A phone that comes back, another name of the list, and somebody sent away.
  await ana.room.leave();
  const back = await student({ seatKey: ana.welcome!.seatKey });
  expect(back.welcome!.called).toBe("Ana Quitéria");
  await host.command({ kind: "rename", seat: 0 });
  await host.command({ kind: "remove", seat: 1, removed: true });
  await until(() => Object.keys(doorOf(host).names).length === 0);
  await until(() => back.welcome?.called === "");
  await host.command({ kind: "free-names", on: false });
  await until(() => back.welcome?.mayName === false);
  const answer = await fetch(`${server.url}/api/sessions/${opened.classId}/recording`, {
    headers: { Authorization: `Bearer ${opened.hostKey}` },
  });
  expect(await answer.text()).not.toMatch(/quit/i);
});

test("what cannot be a name leaves the one there was, without a word about it", async () => {
  const { host, student } = await hosted();
  const phone = await student();
  await host.command({ kind: "free-names", on: true });
  await until(() => phone.welcome?.mayName);
  expect(await rename(phone, "fuck")).toEqual({ ok: true });
  expect(doorOf(host).names).toEqual({});
  expect(phone.welcome!.called).toBe("");
});

test("twenty names that differ by digits alone close the door, and go with one press", async () => {
  const { host, student } = await hosted();
  await host.command({ kind: "free-names", on: true });
  const mine = await student();
  await rename(mine, "Zoë");
  const bots: Visitor[] = [];
  for (let i = 0; i < 20; i++) {
    const bot = await student();
    bots.push(bot);
    expect(await rename(bot, `Bot ${100 + i}`)).toEqual({ ok: true });
  }
  await until(() => host.room.state.stage.locked && doorOf(host).burst === 20);
  await host.command({ kind: "undo-burst" });
  await until(() => bots.every(({ closed }) => closed === 4104));
  expect(mine.closed).toBeUndefined();
}, 30_000);
