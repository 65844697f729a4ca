import { mkdtemp, rm } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openClass, student, turn } from "../helpers/class-in-round.ts";
import { enter, type OpenClass, until } from "../helpers/running-class.ts";
import { row } from "./rows.ts";
import { freePort, type ServerProcess, startProcess } from "./server-process.ts";

/** What comes over HTTP: other sites, large bodies, paths that lead out, a class that is deleted. */

const CLASSES = 6;
/** In place of twenty seconds. */
const LEADERLESS_MS = 3000;
let folder: string;
let port: number;
let server: ServerProcess;
/** Classes of rows that come when there is no room left. */
let kept: OpenClass;
let opened: OpenClass;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "fire-together-requests-"));
  port = await freePort();
  const env = { MAX_ROOMS: String(CLASSES), LOG_LEVEL: "silent" };
  server = await startProcess(folder, port, env, { leaderlessMs: LEADERLESS_MS });
  kept = await openClass(server);
  opened = await openClass(server);
});
afterAll(async () => {
  await server.kill("SIGKILL");
  await rm(folder, { recursive: true });
});

/** Bytes to the server as they are; what it says first. */
const raw = (text: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => socket.write(text));
    socket.once("data", (data) => {
      resolve(data.toString().split("\r\n", 1)[0]!);
      socket.destroy();
    });
    socket.once("error", reject);
  });

row(52, async () => {
  const { code } = await openClass(server);
  const asked = (origin: string): string =>
    [
      ...[`GET /process/${code}?sessionId=nobody HTTP/1.1`, `Host: 127.0.0.1:${port}`, "Upgrade: websocket"],
      ...["Connection: Upgrade", "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="],
      ...[`Origin: ${origin}`, "", ""],
    ].join("\r\n");
  expect(await raw(asked("https://evil.example"))).toContain(" 403 ");
  expect(await raw(asked("null"))).toContain(" 403 ");
  expect(await raw(asked(server.url))).toContain(" 101 ");
});

row(53, async () => {
  const { code, classId, hostKey } = await openClass(server);
  const body = JSON.stringify({ name: "x".repeat(3_000_000) });
  const headers = { "Content-Type": "application/json", Authorization: `Bearer ${hostKey}` };
  for (const [method, path] of [
    ...["/api/classes", `/api/classes/${code}/keys`, `/matchmake/joinById/${code}`, "/", "/nothing"].map(
      (path) => ["POST", path] as const,
    ),
    ["PATCH", `/api/sessions/${classId}`],
    ["PUT", `/api/sessions/${classId}/notes`],
    ["POST", "/api/sessions/import"],
  ] as const) {
    expect((await fetch(server.url + path, { method, body, headers })).status, path).toBe(413);
  }
});

row(54, async () => {
  const { hostKey, classId } = await openClass(server);
  const paths = [
    ...[
      "/../package.json",
      "/assets/../../package.json",
      "/assets/..%2f..%2fpackage.json",
      "/%2e%2e/%2e%2e/etc/passwd",
    ],
    ...["/api/sessions/../../etc/passwd/recording", "/api/sessions/%2e%2e%2f%2e%2e/recording", "/assets/%00"],
    ...[`/api/sessions/${classId}%00/recording`, "/assets/%c0%ae%c0%ae/x", "/assets/....//....//etc/passwd"],
  ];
  for (const path of paths) {
    const answer = await raw(
      `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer ${hostKey}\r\nConnection: close\r\n\r\n`,
    );
    expect(answer, path).toMatch(/ 40[04] /);
  }
  expect((await fetch(`${server.url}/healthz`)).ok).toBe(true);
});

row(49, async () => {
  const tries = await Promise.all(
    Array.from({ length: 30 }, () => fetch(`${server.url}/api/classes`, { method: "POST" })),
  );
  const statuses = tries.map(({ status }) => status);
  expect(statuses.filter((status) => status === 201).length).toBeLessThanOrEqual(CLASSES);
  expect(statuses.filter((status) => status === 503).length).toBeGreaterThan(20);
  expect((await fetch(`${server.url}/healthz`)).ok).toBe(true);
  // Empty classes keep nobody out for long; one with a student in it stays, also when nobody is looking.
  const pupil = await student(server, kept);
  await pupil.room.leave();
  const host = await enter(server, opened.code, { hostKey: opened.hostKey });
  await new Promise((go) => setTimeout(go, LEADERLESS_MS + 100));
  const more = (): Promise<number> =>
    fetch(`${server.url}/api/classes`, { method: "POST" }).then(({ status }) => status);
  for (let i = 2; i < CLASSES; i++) expect(await more()).toBe(201);
  const there = async ({ code }: OpenClass): Promise<boolean> => (await fetch(`${server.url}/api/classes/${code}`)).ok;
  expect([await there(kept), await there(opened), host.closed]).toEqual([true, true, undefined]);
  // Those are too young to make way.
  expect(await more()).toBe(503);
});

const SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(1)>";

test("a script in a title or a note is text, whoever asks for it", async () => {
  const headers = { Authorization: `Bearer ${kept.hostKey}`, "Content-Type": "application/json" };
  const session = `${server.url}/api/sessions/${kept.classId}`;
  const [title, notes] = [JSON.stringify({ title: SCRIPT }), JSON.stringify({ text: SCRIPT })];
  expect((await fetch(session, { method: "PATCH", headers, body: title })).status).toBe(200);
  expect((await fetch(`${session}/notes`, { method: "PUT", headers, body: notes })).status).toBe(204);
  for (const path of [`${server.url}/api/sessions`, `${session}/notes`]) {
    const answer = await fetch(path, { headers });
    expect(answer.headers.get("content-type")).toMatch(/^application\/json/);
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect(await answer.text()).toContain(JSON.stringify(SCRIPT));
  }
  // Whatever a page made of it: no script runs that is not a file of this server's.
  const policy = (await fetch(`${server.url}/sessions`)).headers.get("content-security-policy");
  expect(policy).toContain("script-src 'self'");
});

// Last: it stops the server.
row(65, async () => {
  const host = await enter(server, opened.code, { hostKey: opened.hostKey });
  await student(server, opened);
  expect(await host.command({ kind: "end", turn: turn(host) })).toEqual({ ok: true });
  const headers = { Authorization: `Bearer ${opened.hostKey}` };
  const shelf = `${server.url}/api/sessions`;
  const ask = (method: string, path: string, body?: BodyInit, type = "application/json"): Promise<Response> =>
    fetch(shelf + path, { method, body: body ?? null, headers: { ...headers, ...(body && { "Content-Type": type }) } });
  const recording = (): Promise<Response> => ask("GET", `/${opened.classId}/recording`);
  expect((await recording()).status).toBe(200);
  // With all that a session can have: notes, a link, and a copy of it that came as a file.
  await until(async () => (await ask("POST", `/${opened.classId}/share`)).ok);
  expect((await ask("PUT", `/${opened.classId}/notes`, "{}")).status).toBe(204);
  const file = await (await recording()).text();
  const { id } = (await (await ask("POST", "/import", file, "application/x-ndjson")).json()) as { id: string };
  expect((await ask("DELETE", `/${opened.classId}`)).status).toBe(204);
  expect((await ask("DELETE", `/${id}`)).status).toBe(204);
  expect((await recording()).status).toBe(404);
  expect((await ask("GET", `/${opened.classId}/notes`)).status).toBe(404);
  // The server keeps its database to itself.
  await server.kill("SIGTERM");
  expect([rowsOf(opened.classId), rowsOf(id)]).toEqual([0, 0]);
  expect(rowsOf(kept.classId)).toBeGreaterThan(0);
  expect(leftovers()).toEqual({ imported: 0, shared: 0, notes: 1 });
});

/** Files and links of any class, and notes: those of the class that stays. */
function leftovers(): unknown {
  const journal = new DatabaseSync(join(folder, "fire-together.sqlite"), { readOnly: true });
  const found = journal
    .prepare(
      `SELECT (SELECT count(*) FROM imported) AS imported, (SELECT count(share_hash) FROM session) AS shared,
              (SELECT count(*) FROM note) AS notes`,
    )
    .get();
  journal.close();
  return { ...found };
}

/** Rows of any table of the journal that name a class. */
function rowsOf(classId: string): number {
  const journal = new DatabaseSync(join(folder, "fire-together.sqlite"), { readOnly: true });
  try {
    const tables = journal.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all() as { name: string }[];
    return tables.reduce((sum, { name }) => {
      const all = journal.prepare(`SELECT * FROM "${name}"`).all();
      return sum + all.filter((each) => Object.values(each).includes(classId)).length;
    }, 0);
  } finally {
    journal.close();
  }
}
