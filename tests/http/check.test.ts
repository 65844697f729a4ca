import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import { openEcho } from "../../server/http/echo.ts";
import { ECHO_PATH } from "../../shared/wire/check.ts";
import { answer, startTestServer, type TestServer } from "./test-server.ts";

let running: TestServer;
let url: string;
beforeAll(async () => {
  running = await startTestServer();
  url = running.url;
});
afterAll(() => running.close());

const socket = (at: string, headers: Record<string, string> = {}): WebSocket =>
  new WebSocket(at.replace("http", "ws") + ECHO_PATH, { headers });
/** How an opened socket ends. */
const closing = async (opened: WebSocket): Promise<number> => ((await once(opened, "close")) as [number])[0];
/** What the server says to an upgrade that it declines; 101 for one that it takes. */
const statusOf = (opened: WebSocket): Promise<number | undefined> =>
  new Promise((told) => {
    opened.once("open", () => told(101));
    opened.once("unexpected-response", (_req, res) => told(res.statusCode));
  });

describe("the socket of the check", () => {
  test("answers a stamp with the server's clocks, and has no room", async () => {
    const echo = socket(url);
    await once(echo, "open");
    echo.send("1234.5");
    const [data] = (await once(echo, "message")) as [Buffer];
    const [stamp, wall, steady] = data.toString().split(" ");
    expect(stamp).toBe("1234.5");
    expect(Math.abs(Number(wall) - Date.now())).toBeLessThan(1000);
    expect(Number(steady)).toBeGreaterThan(0);
    echo.close();
  });

  test.each([
    ["words", "hello", 1008],
    ["an empty message", "", 1008],
    ["bytes", Buffer.from("12"), 1008],
    ["more than 64 bytes", "1".repeat(65), 1009],
  ])("is closed by %s", async (_, message, code) => {
    const echo = socket(url);
    await once(echo, "open");
    echo.send(message);
    expect(await closing(echo)).toBe(code);
  });

  test("forgives what a hitch held up, and closes on a flood", async () => {
    const echo = socket(url);
    let answers = 0;
    echo.on("message", () => answers++);
    await once(echo, "open");
    for (let i = 0; i < 200; i++) echo.send(String(i));
    expect(await closing(echo)).toBe(1008);
    expect(answers).toBeGreaterThanOrEqual(20);
    expect(answers).toBeLessThan(40);
  });

  test("is for our own pages", async () => {
    expect(await statusOf(socket(url, { Origin: "https://evil.example" }))).toBe(403);
    expect(await statusOf(socket(url, { Origin: url }))).toBe(101);
  });
});

describe("its limits", () => {
  let http: Server;
  let at: string;
  beforeAll(async () => {
    http = createServer().listen(0, "127.0.0.1");
    await once(http, "listening");
    openEcho(http, undefined, { most: 5, mostOfOne: 3, lifeMs: 700, silenceMs: 300 });
    at = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  });
  afterAll(() => http.close());

  test("no address takes them all, silence and age end a socket, and each leaves room for another", async () => {
    const from = (address: string): WebSocket => socket(at, { "X-Forwarded-For": address });
    const one = [from("192.0.2.1"), from("192.0.2.1"), from("192.0.2.1")];
    expect(await Promise.all(one.map(statusOf))).toEqual([101, 101, 101]);
    expect(await statusOf(from("192.0.2.1"))).toBe(503);
    const others = [from("192.0.2.2"), from("192.0.2.3")];
    expect(await Promise.all(others.map(statusOf))).toEqual([101, 101]);
    expect(await statusOf(from("192.0.2.4"))).toBe(503);
    const talking = setInterval(() => one[0]!.send("1"), 100);
    const ended = await Promise.all([...one, ...others].map(closing));
    clearInterval(talking);
    expect(ended).toEqual([1000, 1006, 1006, 1006, 1006]);
    expect(await statusOf(from("192.0.2.1"))).toBe(101);
  });
});

describe("two devices", () => {
  const begin = async (): Promise<string> => {
    const [status, body] = await answer(fetch(`${url}/api/checks`, { method: "POST" }));
    expect(status).toBe(201);
    return (body as { code: string }).code;
  };
  const tell = (code: string, device: string, report: unknown) =>
    answer(
      fetch(`${url}/api/checks/${code}/${device}`, {
        method: "PUT",
        body: JSON.stringify(report),
        headers: { "Content-Type": "application/json" },
      }),
    );
  const report = { done: true, verdicts: { socket: "good" }, p50: 4, p95: 9, heldS: 60, drops: 0 };

  test("hear of each other under a code, and of nobody else", async () => {
    const [code, another] = [await begin(), await begin()];
    expect(code).toMatch(/^[2-9B-DF-HJ-NP-RTV-X]{8}$/);
    expect(await tell(code, "teacher", report)).toEqual([200, { teacher: report }]);
    const going = { done: false, verdicts: {} };
    expect(await tell(code.toLowerCase(), "phone", going)).toEqual([200, { teacher: report, phone: going }]);
    expect(await tell(another, "phone", going)).toEqual([200, { phone: going }]);
    expect(await tell("22222222", "phone", going)).toEqual([404, { error: "no-such-class" }]);
  });

  test.each([
    ["a third device", "wall", report],
    ["a name", "phone", { ...report, name: "Ana" }],
    ["another check", "phone", { ...report, verdicts: { taste: "good" } }],
    ["text for a figure", "phone", { ...report, p95: "fast" }],
    ["nothing", "phone", {}],
  ])("tell no more than they should: not %s", async (_, device, body) => {
    expect(await tell(await begin(), device, body)).toEqual([400, { error: "malformed" }]);
  });
});

test("the page may try every address of the server, no other page may, and only the greeting is read from there", async () => {
  const connect = async (path: string): Promise<string> =>
    /connect-src ([^;]*)/.exec((await fetch(url + path)).headers.get("content-security-policy")!)![1]!;
  const { urls } = (await (await fetch(`${url}/api/address`)).json()) as { urls: string[] };
  for (const own of urls) {
    expect(await connect("/check")).toContain(own);
    expect(await connect("/play/KRM4T7")).not.toMatch(`${own} `);
  }
  const allowed = async (path: string): Promise<string | null> =>
    (await fetch(url + path)).headers.get("access-control-allow-origin");
  expect(await allowed("/api/hello")).toBe("*");
  expect(await allowed("/api/address")).toBeNull();
  expect(await answer(fetch(`${url}/api/hello`))).toEqual([200, { here: "fire-together" }]);
});
