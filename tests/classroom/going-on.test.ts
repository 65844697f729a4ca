import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ResumeCodes } from "../../server/classroom/resume-codes.ts";
import type { PairAnswer } from "../../shared/wire/answers.ts";
import { enter, startTestServer, type TestServer, until, type Visitor } from "../helpers/running-class.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

async function hosted() {
  const opened = await server.openClass();
  return { opened, host: await enter(server, opened.code, { hostKey: opened.hostKey }) };
}
const student = async (code: string, keys: object = {}): Promise<Visitor> => {
  const visitor = await enter(server, code, keys);
  await until(() => visitor.welcome);
  return visitor;
};
const ask = (visitor: Visitor, what: "resume" | "phrase"): Promise<string | null> =>
  visitor.room.request<unknown, string | null>(what);
async function exchange(code: string, said: object): Promise<{ status: number; body: Record<string, string> }> {
  const answer = await fetch(`${server.url}/api/classes/${code}/keys`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(said),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, string> };
}
const refused = (joining: Promise<unknown>): Promise<string> =>
  joining.then(
    () => "let in",
    (error: Error) => error.message,
  );

describe("a student's other device", () => {
  test("gets the seat by the code that the first one shows; the first is told, and the code is used up", async () => {
    const { opened, host } = await hosted();
    const first = await student(opened.code);
    const resume = (await ask(first, "resume"))!;
    expect(resume).toMatch(/^[23456789BCDFGHJKMNPQRTVWX]{4}$/);
    expect(await ask(host, "resume")).toBeNull();
    await host.command({ kind: "lock", on: true });
    const { status, body } = await exchange(opened.code, { resume: ` ${resume.toLowerCase()} ` });
    expect(status).toBe(200);
    const second = await student(opened.code, { seatKey: body.seatKey });
    expect(second.welcome!.seat).toBe(first.welcome!.seat);
    await until(() => first.closed === 4100);
    expect(await exchange(opened.code, { resume })).toMatchObject({ status: 403, body: { error: "not-allowed" } });
    expect(await refused(enter(server, opened.code, { seatKey: first.welcome!.seatKey }))).toBe("locked");
  });

  test("gets nothing by a code of the wrong shape, of another class, or of a seat whose student was sent away", async () => {
    const { opened, host } = await hosted();
    const { opened: other } = await hosted();
    const phone = await student(opened.code);
    const resume = (await ask(phone, "resume"))!;
    expect((await exchange(opened.code, { resume: "AEI" })).status).toBe(400);
    expect((await exchange(opened.code, { resume, phrase: "x" })).status).toBe(400);
    expect((await exchange(other.code, { resume })).status).toBe(403);
    expect(await exchange("222222", { resume })).toMatchObject({ status: 404, body: { error: "no-such-class" } });
    await host.command({ kind: "remove", seat: phone.welcome!.seat, removed: true });
    expect((await exchange(opened.code, { resume })).status).toBe(403);
  });

  test("is not guessed: after five wrong ones a right one is doubtful for as long as codes hold; time ends each, a newer one the one before", () => {
    const codes = new ResumeCodes();
    const code = codes.issue(3, 0);
    for (let i = 0; i < 4; i++) expect(codes.redeem("----", 1)).toBeUndefined();
    expect(codes.redeem(code, 2)).toEqual({ seat: 3, doubtful: false });
    expect(codes.redeem(code, 2)).toBeUndefined();
    expect(codes.redeem(codes.issue(3, 0), 2)).toEqual({ seat: 3, doubtful: true });
    expect(codes.redeem(codes.issue(3, 300_002), 300_003)).toEqual({ seat: 3, doubtful: false });
    const [before, after] = [codes.issue(3, 0), codes.issue(3, 0)];
    expect(codes.redeem(before, 1)).toBeUndefined();
    expect(codes.redeem(after, 300_001)).toBeUndefined();
  });
});

describe("a teacher's other computer", () => {
  test("leads by the recovery phrase, once asked for; a newer phrase or a remote taken back ends it", async () => {
    const { opened, host } = await hosted();
    const phone = await student(opened.code);
    expect(await ask(phone, "phrase")).toBeNull();
    const stage = await enter(server, opened.code, { stageKey: opened.stageKey });
    expect(await ask(stage, "phrase")).toBeNull();
    const none = "2".repeat(12);
    expect((await exchange(opened.code, { phrase: none })).status).toBe(403);
    const old = (await ask(host, "phrase"))!;
    const phrase = (await ask(host, "phrase"))!;
    expect((await exchange(opened.code, { phrase: old })).status).toBe(403);
    const { status, body } = await exchange(opened.code, { phrase });
    expect(status).toBe(200);
    await host.room.leave();
    const again = await enter(server, opened.code, { remoteKey: body.remoteKey });
    expect(await again.command({ kind: "bots", count: 3, jitterMs: 30 })).toEqual({ ok: true });

    const offer = (await again.room.request<unknown, PairAnswer>("pair"))!;
    const remote = await enter(server, opened.code, { pairing: offer });
    const seen = (await ask(remote, "phrase"))!;
    await again.command({ kind: "revoke", id: 2 });
    await until(() => remote.closed === 4106);
    expect((await exchange(opened.code, { phrase: seen })).status).toBe(403);
  });
});
