import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { answer, bearer, type Opened, openClass, startTestServer, type TestServer } from "./test-server.ts";

const KEY = /^[\w-]{43}$/;
const STRANGER = "x".repeat(43);

let running: TestServer;
let url: string;
let mine: Opened;
beforeAll(async () => {
  running = await startTestServer({ MAX_ROOMS: "3" });
  url = running.url;
  mine = await openClass(url);
});
afterAll(() => running.close());

const get = (path: string, init?: RequestInit) => answer(fetch(url + path, init));
const post = (path: string, init?: RequestInit) => answer(fetch(url + path, { method: "POST", ...init }));
const json = (body: string): RequestInit => ({ body, headers: { "Content-Type": "application/json" } });

describe("opening a class", () => {
  test("gives a code and three keys, and the host key opens the shelf", async () => {
    expect(mine).toEqual({
      code: "KRM4T7",
      classId: "class-0",
      hostKey: expect.stringMatching(KEY),
      stageKey: expect.stringMatching(KEY),
    });
    const [status, shelf] = await get("/api/sessions", bearer(mine.hostKey));
    const facts = { id: "class-0", code: "KRM4T7", createdAt: 1001, endedAt: null, seats: 0, rounds: 0 };
    const fate = { title: "", bytes: null, kept: false, shared: false, imported: null, expiresAt: null };
    expect([status, shelf]).toEqual([200, [{ ...facts, ...fate }]]);
  });

  test("with a host key that was issued keeps it; with another is refused; without one gives a new shelf", async () => {
    const again = await openClass(url, mine.hostKey);
    expect(again.hostKey).toBe(mine.hostKey);
    const other = await openClass(url);
    expect(other.hostKey).not.toBe(mine.hostKey);
    for (const key of [STRANGER, "short", ""]) {
      expect(await post("/api/classes", bearer(key))).toEqual([401, { error: "not-allowed" }]);
    }
  });

  test("is refused when the server holds as many classes as it may", async () => {
    expect(await post("/api/classes")).toEqual([503, { error: "full" }]);
    expect(await post("/api/classes", bearer(mine.hostKey))).toEqual([503, { error: "full" }]);
  });

  test("keys are nowhere in the data folder", async () => {
    for (const name of ["fire-together.sqlite", "fire-together.sqlite-wal"]) {
      const bytes = await readFile(join(running.dataDir, name)).catch(() => Buffer.alloc(0));
      expect(bytes.includes(mine.hostKey)).toBe(false);
    }
  });

  test.each([
    ["text that is no JSON", "{", 400],
    ["fields that nobody asked for", '{"role":"host"}', 400],
    ["a list", "[]", 400],
    ["a bare word", '"host"', 400],
    ["a key of every object", '{"__proto__":{"host":true}}', 400],
  ])("refuses %s", async (_what, body, status) => {
    expect(await post("/api/classes", json(body))).toEqual([status, { error: "malformed" }]);
  });
});

describe("looking a class up", () => {
  test.each(["KRM4T7", "krm4t7", "krm%204t7", "KRM-4T7"])("finds %s", async (code) => {
    expect(await get(`/api/classes/${code}`)).toEqual([200, { open: true }]);
  });

  test.each(["ZZZZZZ", "BBBBBB", "KRM4T", "%F0%9F%A7%A0", "%E0%A4%A", "..%2F..%2Fetc", "a".repeat(3000)])(
    "gives one answer for every code that opens nothing: %s",
    async (code) => {
      expect(await get(`/api/classes/${code}`)).toEqual([404, { error: "no-such-class" }]);
    },
  );

  test("slows down who guesses, and nobody else", async () => {
    const guess = (ip: string, code: string) => get(`/api/classes/${code}`, { headers: { "X-Forwarded-For": ip } });
    for (let i = 0; i < 60; i++) expect((await guess("198.51.100.7", "BBBBBB"))[0]).toBe(404);
    expect(await guess("198.51.100.7", "BBBBBB")).toEqual([429, { error: "no-such-class" }]);
    expect(await guess("198.51.100.7", "KRM4T7")).toEqual([200, { open: true }]);
    expect((await guess("198.51.100.8", "BBBBBB"))[0]).toBe(404);
    const join = await post("/matchmake/joinById/BBBBBB", {
      ...json("{}"),
      headers: { "X-Forwarded-For": "198.51.100.7", "Content-Type": "application/json" },
    });
    expect(join).toEqual([429, { code: 429, error: "no-such-class" }]);
  });
});

describe("recordings", () => {
  const lines = ['[1,{"kind":"tap"}]', '[2,{"kind":"tap"}]'];
  beforeAll(async () => {
    await running.server.journal.append({ sessionId: "class-0", epoch: 0 }, [
      { seq: 1, line: lines[0]! },
      { seq: 2, line: lines[1]! },
    ]);
  });

  test.each(["gzip", "identity"])("are lines of JSON, header first, and a signed footer (%s)", async (encoding) => {
    const response = await fetch(`${url}/api/sessions/class-0/recording`, {
      headers: { ...bearer(mine.hostKey).headers, "Accept-Encoding": encoding },
    });
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toMatch("application/x-ndjson");
    expect(response.headers.get("content-encoding")).toBe(encoding === "gzip" ? "gzip" : null);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(response.headers.get("recording-origin")).toBe("signed");
    const [header, ...rest] = (await response.text()).trimEnd().split("\n");
    expect(JSON.parse(header!)).toEqual({ magic: "fire-together", classId: "class-0", format: 2 });
    expect(rest.slice(0, -1)).toEqual(lines);
    expect(JSON.parse(rest.at(-1)!)).toMatchObject({ records: 2, hmac: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });

  test("of another host do not exist, nor do unknown ones, nor paths", async () => {
    const other = await answer(fetch(`${url}/api/sessions`, bearer(mine.hostKey)));
    expect(other[0]).toBe(200);
    const theirs = await running.server.journal.read("class-2");
    expect(theirs?.row.hostHash).toBeDefined();
    for (const id of ["class-2", "nothing", "..%2F..%2Fpackage.json", "%00", "%E0%A4%A", "class-0%27%20OR%201=1"]) {
      const path = `/api/sessions/${id}/recording`;
      expect(await get(path, bearer(mine.hostKey))).toEqual([404, { error: "no-such-session" }]);
    }
  });

  test("need a host key that was issued", async () => {
    for (const path of ["/api/sessions", "/api/sessions/class-0/recording"]) {
      expect(await get(path)).toEqual([401, { error: "not-allowed" }]);
      expect(await get(path, bearer(STRANGER))).toEqual([401, { error: "not-allowed" }]);
      expect(await get(`${path}?key=${mine.hostKey}`)).toEqual([401, { error: "not-allowed" }]);
    }
  });
});

describe("deleting a session", () => {
  const remove = (id: string, key: string) =>
    answer(fetch(`${url}/api/sessions/${id}`, { method: "DELETE", ...bearer(key) }));

  test("is for its host, once it has ended", async () => {
    expect(await remove("class-0", STRANGER)).toEqual([401, { error: "not-allowed" }]);
    expect(await remove("class-2", mine.hostKey)).toEqual([404, { error: "no-such-session" }]);
    expect(await remove("class-1", mine.hostKey)).toEqual([409, { error: "not-now" }]);
    await running.server.journal.end({ sessionId: "class-1", epoch: 0 }, 2000, { seats: 3, rounds: 2 });
    expect(await remove("class-1", mine.hostKey)).toEqual([204, ""]);
    expect(await remove("class-1", mine.hostKey)).toEqual([404, { error: "no-such-session" }]);
    const [, shelf] = await get("/api/sessions", bearer(mine.hostKey));
    expect(shelf).toMatchObject([{ id: "class-0" }]);
  });
});

describe("the rest", () => {
  test("the server says where it is, and that it is well", async () => {
    expect(await get("/api/address")).toEqual([200, { urls: [url] }]);
    expect(await get("/healthz")).toEqual([200, { ok: true }]);
    expect(await get("/readyz")).toEqual([200, { ok: true }]);
  });

  test.each([
    ["GET", "/api/classes", "POST"],
    ["PUT", "/api/classes/KRM4T7", "GET, HEAD"],
    ["POST", "/api/sessions", "GET, HEAD"],
    ["GET", "/matchmake/joinById/KRM4T7", "POST"],
    ["POST", "/api/address", "GET, HEAD"],
  ])("%s %s is the wrong method", async (method, path, allow) => {
    const response = await fetch(url + path, { method });
    expect(response.headers.get("allow")).toBe(allow);
    expect(await answer(Promise.resolve(response))).toEqual([405, { error: "malformed" }]);
  });

  test("what does not exist in the API is a 404 in JSON", async () => {
    expect(await get("/api/nothing")).toEqual([404, { error: "no-such-session" }]);
    expect(await get("/api/sessions/class-0/nothing")).toEqual([404, { error: "no-such-session" }]);
  });
});
