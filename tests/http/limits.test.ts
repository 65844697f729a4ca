import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { MAX_BODY_BYTES } from "../../shared/wire/limits.ts";
import { answer, type Opened, openClass, startTestServer, type TestServer } from "./test-server.ts";

let running: TestServer;
let url: string;
let open: Opened;
beforeAll(async () => {
  running = await startTestServer({ PUBLIC_URL: "https://school.example", MAX_ROOMS: "2" });
  url = running.url;
  open = await openClass(url);
});
afterAll(() => running.close());

const JSON_TYPE = { "Content-Type": "application/json" };
const EVERY_POST = ["/api/classes", "/matchmake/joinById/KRM4T7", "/play/KRM4T7", "/nothing"];

describe("bodies", () => {
  test.each(EVERY_POST)("of three megabytes are refused at %s", async (path) => {
    const body = JSON.stringify({ name: "x".repeat(3_000_000) });
    const init = { method: "POST", body, headers: JSON_TYPE };
    expect(await answer(fetch(url + path, init))).toEqual([413, { error: "malformed" }]);
  });

  test.each(EVERY_POST)("of a length that is not told beforehand are cut off, too, at %s", async (path) => {
    const body = new Blob([`{"name":"${"x".repeat(4 * MAX_BODY_BYTES)}"}`]).stream();
    const init = { method: "POST", body, headers: JSON_TYPE, duplex: "half" } as RequestInit;
    expect(await answer(fetch(url + path, init))).toEqual([413, { error: "malformed" }]);
  });

  test("that are no JSON, or packed, are refused unread", async () => {
    for (const headers of [
      { "Content-Type": "text/plain" },
      { "Content-Type": "application/x-www-form-urlencoded" },
      { ...JSON_TYPE, "Content-Encoding": "gzip" },
    ]) {
      for (const path of ["/api/classes", "/matchmake/joinById/KRM4T7"]) {
        const init = { method: "POST", body: "{}", headers: headers as Record<string, string> };
        expect(await answer(fetch(url + path, init))).toEqual([415, { error: "malformed" }]);
      }
    }
  });

  test("of broken JSON are refused at the matchmaker", async () => {
    const init = { method: "POST", body: '{"hostKey":', headers: JSON_TYPE };
    expect(await answer(fetch(`${url}/matchmake/joinById/KRM4T7`, init))).toEqual([400, { error: "malformed" }]);
  });
});

describe("the matchmaker", () => {
  const call = (method: string, room: string, init: RequestInit = {}) =>
    fetch(`${url}/matchmake/${method}/${room}`, { method: "POST", body: "{}", headers: JSON_TYPE, ...init });

  test("lets people into a room that exists", async () => {
    const response = await call("joinById", open.code);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ name: "classroom", roomId: open.code });
  });

  test.each(["create", "joinOrCreate", "join", "reserveSeatFor", "gracefullyShutdown", "constructor"])(
    "does not let strangers %s",
    async (method) => {
      const [status, body] = await answer(call(method, "classroom"));
      expect(status).toBe(520);
      expect(body).toMatchObject({ code: 520 });
    },
  );

  test("answers a code that opens nothing", async () => {
    const nothing = [404, { code: 404, error: "no-such-class" }];
    expect(await answer(call("joinById", "BBBBBB"))).toEqual(nothing);
    expect(await answer(call("joinById", "B%20b"))).toEqual(nothing);
    expect((await answer(call("joinById", "%E0%A4%A")))[0]).toBe(404);
  });

  test("sends our headers, and invites no other site", async () => {
    const response = await call("joinById", open.code);
    expect(response.headers.get("content-security-policy")).toMatch("script-src 'self'");
    expect([...response.headers.keys()].filter((name) => name.startsWith("access-control"))).toEqual([]);
  });
});

test("classes that are opened at the same time do not slip past the limit together", async () => {
  const tries = Array.from({ length: 6 }, () => answer(fetch(`${url}/api/classes`, { method: "POST" })));
  const statuses = (await Promise.all(tries)).map(([status]) => status);
  expect(statuses.sort()).toEqual([201, 503, 503, 503, 503, 503]);
});

describe("other sites", () => {
  const foreign = { ...JSON_TYPE, Origin: "https://evil.example" };

  test("are not invited to read anything", async () => {
    for (const path of ["/api/classes/KRM4T7", "/healthz", "/", "/nothing"]) {
      for (const method of ["GET", "OPTIONS"]) {
        const response = await fetch(url + path, { method, headers: { Origin: "https://evil.example" } });
        expect([...response.headers.keys()].filter((name) => name.startsWith("access-control"))).toEqual([]);
      }
    }
  });

  test("cannot change anything in a visitor's name", async () => {
    for (const path of ["/api/classes", "/matchmake/joinById/KRM4T7"]) {
      for (const origin of ["https://evil.example", "null", url.replace("http", "ftp").replace(/\d+$/, "1")]) {
        const init = { method: "POST", body: "{}", headers: { ...foreign, Origin: origin } };
        expect(await answer(fetch(url + path, init))).toEqual([403, { error: "not-allowed" }]);
      }
    }
  });

  test("our own pages may, under this host and under PUBLIC_URL", async () => {
    for (const origin of [url, "https://school.example"]) {
      const init = { method: "POST", body: "{}", headers: { ...JSON_TYPE, Origin: origin } };
      expect((await answer(fetch(`${url}/matchmake/joinById/KRM4T7`, init)))[0]).toBe(200);
    }
  });

  /** Status of a WebSocket handshake: 101 when it is let in. */
  const handshake = (origin?: string): Promise<number> =>
    new Promise((resolve, reject) => {
      const socket = connect(running.server.port, "127.0.0.1", () => {
        const head = ["GET /process/KRM4T7?sessionId=nobody HTTP/1.1", `Host: 127.0.0.1:${running.server.port}`];
        head.push("Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Version: 13");
        head.push("Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==", ...(origin ? [`Origin: ${origin}`] : []));
        socket.write(`${head.join("\r\n")}\r\n\r\n`);
      });
      socket.once("data", (data) => {
        resolve(Number(data.toString().split(" ")[1]));
        socket.destroy();
      });
      socket.once("error", reject);
    });

  test("cannot open a socket; our pages and programs can", async () => {
    expect(await handshake("https://evil.example")).toBe(403);
    expect(await handshake("null")).toBe(403);
    expect(await handshake(url)).toBe(101);
    expect(await handshake("https://school.example")).toBe(101);
    expect(await handshake()).toBe(101);
  });
});
