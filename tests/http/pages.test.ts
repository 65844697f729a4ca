import { get } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { answer, PLAY_PAGE, SCRIPT, startTestServer, type TestServer } from "./test-server.ts";

let running: TestServer;
let url: string;
beforeAll(async () => {
  running = await startTestServer();
  url = running.url;
});
afterAll(() => running.close());

/** Directives of the Content-Security-Policy by name. */
async function policy(path: string): Promise<Record<string, string[]>> {
  const header = (await fetch(url + path)).headers.get("content-security-policy") ?? "";
  return Object.fromEntries(
    header.split(";").map((part) => {
      const [name = "", ...values] = part.trim().split(" ");
      return [name, values];
    }),
  );
}

/** Status of an answer to a browser that has the page already; fetch() would forbid to answer 304. */
const revalidate = (path: string, etag: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    get(url + path, { headers: { "If-None-Match": etag } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    }).once("error", reject);
  });

describe("pages", () => {
  test.each([
    ["/", "<title>index</title>"],
    ["/?lang=pt-BR", "<title>index</title>"],
    ["/play/KRM4T7", PLAY_PAGE],
    ["/stage/anything", "<title>stage</title>"],
    ["/replay/class-1", "<title>replay</title>"],
  ])("%s is a page that is asked for anew each time", async (path, html) => {
    const response = await fetch(url + path);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(response.headers.get("cache-control")).toBe("no-cache");
    expect(await response.text()).toBe(html);
    const etag = response.headers.get("etag") ?? "";
    expect(await revalidate(path, etag)).toBe(304);
    expect(await revalidate(path, 'W/"another"')).toBe(200);
  });

  test.each(["/play", "/play.html", "/nothing", "/play/KRM4T7/more", "/assets/", "/%E0%A4%A"])(
    "%s is a 404 with a way home",
    async (path) => {
      const response = await fetch(url + path, { headers: { Accept: "text/html" } });
      expect(response.status).toBe(404);
    },
  );

  test.each([
    "/.built-from",
    "/assets/../.built-from",
    "/assets/%2e%2e/.built-from",
    "/..%2fdata%2ffire-together.sqlite",
  ])("%s is not given away", async (path) => {
    const [status, body] = await answer(fetch(url + path));
    expect(status).toBe(404);
    expect(JSON.stringify(body)).not.toMatch("secret");
  });
});

describe("assets", () => {
  test("are kept for ever and come compressed", async () => {
    const response = await fetch(`${url}/assets/main-Ab12.js`, { headers: { "Accept-Encoding": "gzip" } });
    expect(response.headers.get("content-encoding")).toBe("gzip");
    expect(Number(response.headers.get("content-length"))).toBeLessThan(SCRIPT.length / 4);
    expect(response.headers.get("cache-control")).toMatch("immutable");
    expect(response.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
    expect(response.headers.get("vary")).toBe("Accept-Encoding");
    expect(await response.text()).toBe(SCRIPT);
  });

  test("come as they are to who cannot unpack", async () => {
    const response = await fetch(`${url}/assets/main-Ab12.js`, { headers: { "Accept-Encoding": "identity" } });
    expect(response.headers.get("content-encoding")).toBeNull();
    expect(await response.text()).toBe(SCRIPT);
  });
});

describe("security headers", () => {
  test.each(["/", "/play/KRM4T7", "/api/address", "/nothing", "/assets/main-Ab12.js"])(
    "of %s allow only our own",
    async (path) => {
      const csp = await policy(path);
      expect(csp["default-src"]).toEqual(["'self'"]);
      expect(csp["script-src"]).toEqual(["'self'"]);
      expect(csp["style-src"]).toEqual(["'self'"]);
      expect(csp["object-src"]).toEqual(["'none'"]);
      expect(csp["connect-src"]).toContain(url.replace("http", "ws"));
    },
  );

  test("let a class run on plain http", async () => {
    const { headers } = await fetch(url);
    expect(headers.get("strict-transport-security")).toBeNull();
    expect(headers.get("cross-origin-opener-policy")).toBeNull();
    expect(headers.get("content-security-policy")).not.toMatch("upgrade-insecure-requests");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("x-powered-by")).toBeNull();
  });
});

describe("security.txt", () => {
  test("is there where somebody is to be told, and not elsewhere", async () => {
    expect((await fetch(`${url}/.well-known/security.txt`)).status).toBe(404);
    const contact = "mailto:it@school.example";
    const told = await startTestServer({ SECURITY_CONTACT: contact });
    try {
      const response = await fetch(`${told.url}/.well-known/security.txt`);
      expect(response.headers.get("content-type")).toBe("text/plain; charset=utf-8");
      const text = await response.text();
      expect(text).toContain(`Contact: ${contact}\n`);
      expect(Date.parse(/^Expires: (.*)$/m.exec(text)?.[1] ?? "")).toBeGreaterThan(Date.now());
    } finally {
      await told.close();
    }
  });
});
