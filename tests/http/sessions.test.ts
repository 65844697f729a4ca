import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { answer, bearer, type Opened, openClass, startTestServer, type TestServer } from "./test-server.ts";

let running: TestServer;
let url: string;
let mine: Opened;
let theirs: Opened;
beforeAll(async () => {
  running = await startTestServer({ RETENTION_DAYS: "7" });
  url = running.url;
  mine = await openClass(url);
  theirs = await openClass(url);
  await running.server.journal.append({ sessionId: mine.classId, epoch: 0 }, [{ seq: 1, line: '[1,"#","00000000"]' }]);
});
afterAll(() => running.close());

const STRANGER = "x".repeat(43);
const ask = (method: string, path: string, key: string, body?: string, type = "application/json") =>
  answer(
    fetch(`${url}/api/${path}`, {
      ...{ method, ...(body === undefined ? {} : { body }) },
      headers: { ...bearer(key).headers, ...(body === undefined ? {} : { "Content-Type": type }) },
    }),
  );
const own = (method: string, path: string, body?: unknown) =>
  ask(method, `sessions/${mine.classId}${path}`, mine.hostKey, body === undefined ? undefined : JSON.stringify(body));
const shelf = async () => (await ask("GET", "sessions", mine.hostKey))[1] as Record<string, unknown>[];
const end = () => running.server.journal.end({ sessionId: mine.classId, epoch: 0 }, 5000, { seats: 3, rounds: 2 });

test("every change needs the key of the session's host", async () => {
  for (const [method, path, body] of [
    ["PATCH", "", "{}"],
    ["DELETE", "", undefined],
    ["POST", "/share", undefined],
    ["DELETE", "/share", undefined],
    ["GET", "/notes", undefined],
    ["PUT", "/notes", "{}"],
    ["GET", "/recording", undefined],
  ] as const) {
    const path_ = `sessions/${mine.classId}${path}`;
    expect(await ask(method, path_, STRANGER, body), method + path).toEqual([401, { error: "not-allowed" }]);
    expect(await ask(method, path_, theirs.hostKey, body), method + path).toEqual([404, { error: "no-such-session" }]);
  }
});

describe("what is said of a session", () => {
  test("a title is text in one line of at most 80 characters, whatever was typed", async () => {
    const titled = async (title: string) => (await own("PATCH", "", { title }))[1];
    expect(await titled("  <script>alert(1)</script>\n\t3ºA \u202e ")).toEqual({
      title: "<script>alert(1)</script> 3ºA",
      kept: false,
    });
    expect(await shelf()).toMatchObject([{ title: "<script>alert(1)</script> 3ºA" }]);
    expect(await titled("🧠".repeat(90))).toMatchObject({ title: "🧠".repeat(80) });
    expect(await titled(" \u0000\u200b ")).toMatchObject({ title: "" });
  });

  test.each([{ title: 1 }, { title: "x".repeat(401) }, { kept: "yes" }, { code: "KRM4T7" }, []])(
    "%j is refused",
    async (body) => {
      expect(await own("PATCH", "", body)).toEqual([400, { error: "malformed" }]);
    },
  );

  test("it names the day on which a session goes, unless that is kept or runs", async () => {
    expect(await shelf()).toMatchObject([{ endedAt: null, expiresAt: null, kept: false, bytes: null }]);
    await end();
    expect(await shelf()).toMatchObject([{ endedAt: 5000, expiresAt: 5000 + 7 * 86_400_000, seats: 3, rounds: 2 }]);
    expect(await own("PATCH", "", { kept: true })).toEqual([200, { title: "", kept: true }]);
    expect(await shelf()).toMatchObject([{ expiresAt: null, kept: true }]);
  });
});

describe("notes", () => {
  test("are kept as they are written", async () => {
    expect(await own("GET", "/notes")).toEqual([204, ""]);
    expect(await own("PUT", "/notes", { notes: ["ç 🧠 <b>"] })).toEqual([204, ""]);
    expect(await own("GET", "/notes")).toEqual([200, { notes: ["ç 🧠 <b>"] }]);
  });

  test("are JSON, within 64 kB, more than any other body may have", async () => {
    const put = (body: string, type?: string) => ask("PUT", `sessions/${mine.classId}/notes`, mine.hostKey, body, type);
    expect((await put(JSON.stringify("x".repeat(65_000))))[0]).toBe(204);
    expect(await put(JSON.stringify("x".repeat(66_000)))).toEqual([413, { error: "malformed" }]);
    expect(await put("{")).toEqual([400, { error: "malformed" }]);
    expect(await put("{}", "text/plain")).toEqual([415, { error: "malformed" }]);
    expect((await own("PATCH", "", { title: "x".repeat(17_000) }))[0]).toBe(413);
    expect((await own("PUT", "/notes", { last: true }))[0]).toBe(204);
  });
});

describe("a link", () => {
  const guest = (key: string, path = "") => ask("GET", `shared${path}`, key);

  test("opens recording and notes for whoever has it, and changes nothing", async () => {
    const [status, made] = await own("POST", "/share");
    expect(status).toBe(201);
    const { key } = made as { key: string };
    expect(key).toMatch(/^[\w-]{43}$/);
    expect((await guest(key))[1]).toContain(
      `"classId":"${mine.classId}","format":2}\n[1,"#","00000000"]\n{"records":1`,
    );
    expect(await guest(key, "/notes")).toEqual([200, { last: true }]);
    expect(await shelf()).toMatchObject([{ shared: true }]);
    for (const path of ["sessions", `sessions/${mine.classId}/recording`]) {
      expect(await ask("GET", path, key)).toEqual([401, { error: "not-allowed" }]);
    }
    expect((await ask("PUT", "shared/notes", key, "{}"))[0]).toBe(405);
    expect(await answer(fetch(`${url}/api/shared?key=${key}`))).toEqual([404, { error: "no-such-share" }]);

    const again = (await own("POST", "/share"))[1] as { key: string };
    expect(await guest(key)).toEqual([404, { error: "no-such-share" }]);
    expect((await guest(again.key))[0]).toBe(200);
    expect(await own("DELETE", "/share")).toEqual([204, ""]);
    expect(await guest(again.key)).toEqual([404, { error: "no-such-share" }]);
    expect(await guest(again.key, "/notes")).toEqual([404, { error: "no-such-share" }]);
    expect(await shelf()).toMatchObject([{ shared: false }]);
  });

  test("that is guessed at is slowed down; one that holds is not", async () => {
    const { key } = (await own("POST", "/share"))[1] as { key: string };
    const from = (ip: string, guess: string) =>
      answer(fetch(`${url}/api/shared`, { headers: { ...bearer(guess).headers, "X-Forwarded-For": ip } }));
    const guesses = await Promise.all(Array.from({ length: 80 }, () => from("198.51.100.9", STRANGER)));
    expect(guesses).toContainEqual([429, { error: "no-such-share" }]);
    expect((await from("198.51.100.9", key))[0]).toBe(200);
  });

  test("is made of a session that is over", async () => {
    expect(await ask("POST", `sessions/${theirs.classId}/share`, theirs.hostKey)).toEqual([409, { error: "not-now" }]);
  });
});

test("a recording comes as a file to whoever asks for one", async () => {
  const headers = { ...bearer(mine.hostKey).headers, Accept: "application/gzip" };
  const file = await fetch(`${url}/api/sessions/${mine.classId}/recording`, { headers });
  expect(file.headers.get("content-type")).toBe("application/gzip");
  expect(file.headers.get("content-disposition")).toMatch(/filename="fire-together-\w{6}-1970-01-01\.ndjson\.gz"/);
  expect(gunzipSync(await file.arrayBuffer()).toString()).toContain('[1,"#","00000000"]');
});

test("a deleted session is gone with its link and its notes", async () => {
  const { key } = (await own("POST", "/share"))[1] as { key: string };
  expect(await own("DELETE", "")).toEqual([204, ""]);
  expect(await ask("GET", "shared", key)).toEqual([404, { error: "no-such-share" }]);
  expect(await own("GET", "/notes")).toEqual([404, { error: "no-such-session" }]);
  expect(await shelf()).toEqual([]);
});
