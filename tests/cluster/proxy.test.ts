import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { request } from "node:https";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ECHO_PATH } from "../../shared/wire/check.ts";
import { startPhone } from "../faults/phones.ts";
import { freePort, type ServerProcess, startProcess } from "../faults/server-process.ts";
import { fired, inTheRound, openClass, student, tapping } from "../helpers/class-in-round.ts";
import { scrape, sumOf } from "../helpers/metrics-text.ts";
import { enter, until } from "../helpers/running-class.ts";
import { type Engine, executable, needing, newDatabase, startNginx, startPostgres, startRedis } from "./engines.ts";

const DEPLOY = resolve(import.meta.dirname, "../../server/deploy");
const packages = ["postgresql", "redis-server", "nginx-light", "openssl"];
const [name, skip] = needing("two processes behind the nginx of server/deploy", ...packages);

describe.skipIf(skip)(name, () => {
  const engines: Engine[] = [];
  const servers: ServerProcess[] = [];
  const ports: number[] = [];
  let tls = 0;
  /** What the proxy shows for it. */
  let certificate = "";
  /** The public address, as people open it. */
  let site: { readonly url: string };
  const trusted = getCACertificates("default");

  /** A certificate for this machine, believed by this process alone. */
  function certify(folder: string): void {
    const subject = ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"];
    const files = ["-keyout", join(folder, "key.pem"), "-out", join(folder, "cert.pem")];
    const kind = ["-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"];
    execFileSync("openssl", ["req", ...kind, ...subject, ...files], { stdio: "ignore" });
    certificate = join(folder, "cert.pem");
    setDefaultCACertificates([...trusted, readFileSync(certificate, "utf8")]);
  }

  /** The file as it is shipped, with this machine's names; each must be in it. */
  function shipped(plain: number): string {
    let text = readFileSync(join(DEPLOY, "nginx.conf"), "utf8");
    const put = (from: string, to: string): void => {
      expect(text).toContain(from);
      text = text.replaceAll(from, to);
    };
    put("listen 80;", `listen 127.0.0.1:${plain};`);
    put("listen 443 ssl;", `listen 127.0.0.1:${tls} ssl;`);
    put("school.example", "127.0.0.1");
    put("/etc/ssl/127.0.0.1.pem", "DATA/cert.pem");
    put("/etc/ssl/private/127.0.0.1.key", "DATA/key.pem");
    for (const [i, own] of ports.entries()) put(String(2567 + i), String(own));
    return text;
  }

  beforeAll(async () => {
    const [postgres, redis] = await Promise.all([startPostgres(), startRedis()]);
    engines.push(postgres, redis);
    const database = await newDatabase(postgres);
    tls = await freePort();
    ports.push(await freePort(), await freePort());
    site = { url: `https://127.0.0.1:${tls}` };
    for (const port of ports) {
      const address = { PUBLIC_URL: site.url, PUBLIC_ADDRESS: `127.0.0.1:${tls}/p${port}` };
      const engine = { DATABASE_URL: database, REDIS_URL: redis.url };
      servers.push(await startProcess(tmpdir(), port, { ...engine, ...address, LOG_LEVEL: "info" }));
    }
    engines.push(await startNginx(shipped(await freePort()), tls, certify));
  });
  afterAll(async () => {
    setDefaultCACertificates(trusted);
    await Promise.all(servers.map((server) => server.kill("SIGKILL")));
    await Promise.all(engines.map((engine) => engine.remove()));
  });

  const held = (server: ServerProcess): Promise<number> =>
    scrape(server.url).then((lines) => sumOf(lines, "fire_together_rooms"));

  /** Status of a GET from one of this machine's own addresses. */
  const ask = (
    path: string,
    from: string,
    headers: Record<string, string> = {},
    body?: Buffer,
  ): Promise<number | undefined> =>
    new Promise((answered, failed) => {
      const method = body ? "POST" : "GET";
      const asked = request(`${site.url}${path}`, { method, localAddress: from, headers }, (answer) => {
        answer.resume().once("end", () => answered(answer.statusCode));
      });
      asked.once("error", failed).end(body);
    });

  test("classes of either process are joined and tapped in through the one address", async () => {
    // Enough that both have one: each is placed in the less busy process.
    while (!(await Promise.all(servers.map(held))).every(Boolean)) await openClass(site);
    const { opened, host, students } = await inTheRound(site);
    const back = await student(site, opened, students[0]!.welcome!.seatKey);
    expect(back.welcome!.seat).toBe(students[0]!.welcome!.seat);
    const stop = tapping(back);
    await until(() => fired(back) >= 2, 10_000);
    stop();
    const owner = new URL(`https://${(host.room.connection as unknown as Wired).transport.ws.url.slice(6)}`);
    expect(owner.port).toBe(String(tls));
    expect(ports.map((port) => `p${port}`)).toContain(owner.pathname.split("/")[1]);
  });

  test("the two devices of a network check hear of each other whichever process they come to, and its socket opens", async () => {
    const port = ports[1]!;
    const { code } = (await (await fetch(`${site.url}/api/checks`, { method: "POST" })).json()) as { code: string };
    const tell = async (path: string, device: string): Promise<unknown> =>
      (
        await fetch(`${site.url}${path}/api/checks/${code}/${device}`, {
          method: "PUT",
          headers: { "Content-Type": "application/json" },
          body: JSON.stringify({ done: false, verdicts: {} }),
        })
      ).json();
    await tell(`/p${port}`, "teacher");
    for (let i = 0; i < 4; i++)
      expect(Object.keys((await tell("", "phone")) as object).sort()).toEqual(["phone", "teacher"]);
    const echo = new WebSocket(`${site.url.replace("https", "wss")}${ECHO_PATH}`);
    await new Promise((open) => echo.addEventListener("open", open));
    echo.send("1");
    await new Promise((heard) => echo.addEventListener("message", heard));
    echo.close();
  });

  test("a process that is gone is passed over: its class goes on through the same address, and a phone's page by itself", async () => {
    const [victim, other] = servers as [ServerProcess, ServerProcess];
    const before = await held(victim);
    let opened = await openClass(site);
    while ((await held(victim)) === before) opened = await openClass(site);
    const phone = await startPhone(site, opened.code, certificate);
    const seatOf = async (server: ServerProcess): Promise<number> =>
      sumOf(await scrape(server.url), "fire_together_connections", { role: "student" });
    try {
      await phone.until(({ status }) => status === "live");
      const elsewhere = await seatOf(other);
      await victim.kill("SIGTERM");
      for (let i = 0; i < 6; i++) expect(await ask("/readyz", "127.0.0.1")).toBe(200);
      await until(async () => (await seatOf(other)) > elsewhere);
      await phone.until(({ status, refusal }) => status === "live" && refusal === undefined);
    } finally {
      await phone.close();
    }
    const host = await enter(site, opened.code, { hostKey: opened.hostKey });
    // A class that was opened again shows its seats from its first picture on.
    await until(() => host.room.state.seats === 1);
  });

  test("the server sees each browser's own address, whatever the browser says it is", async () => {
    const guess = (from: string, said: string): Promise<number | undefined> =>
      ask(`/p${ports[1]}/api/classes/ZZZZ`, from, { "X-Forwarded-For": said, "X-Real-IP": said });
    const statuses = [];
    for (let i = 0; i < 64; i++) statuses.push(await guess("127.0.0.2", `203.0.113.${i}`));
    expect(statuses.slice(0, 50)).not.toContain(429);
    expect(statuses.at(-1)).toBe(429);
    expect(await guess("127.0.0.3", "127.0.0.2")).toBe(404);
  });

  test("other sites' pages get no socket, and the numbers are nobody's but the machine's", async () => {
    const upgrade = { Connection: "Upgrade", Upgrade: "websocket", "Sec-WebSocket-Version": "13" };
    const headers = {
      ...upgrade,
      "Sec-WebSocket-Key": "AAAAAAAAAAAAAAAAAAAAAA==",
      Origin: "https://elsewhere.example",
    };
    expect(await ask(`/p${ports[1]}/x/y`, "127.0.0.1", headers)).toBe(403);
    for (const way of ["/metrics", "/METRICS", "/metrics/", `/p${ports[1]}/metrics`, `/p${ports[1]}/Metrics/`]) {
      expect(await ask(way, "127.0.0.1"), way).toBe(404);
    }
    expect(await ask("/", "127.0.0.1")).toBe(200);
    // A lesson's recording reaches the server, which asks whose it is; what no recording is as large as does not.
    const sent = (bytes: number) => ask("/api/sessions/import", "127.0.0.1", {}, Buffer.alloc(bytes));
    expect(await sent(300_000)).toBe(401);
    expect(await sent(3_000_000)).toBe(413);
  });
});

/** What of a connection says where it leads. */
interface Wired {
  readonly transport: { readonly ws: { readonly url: string } };
}

test.skipIf(!executable("/usr/bin/systemd-analyze"))("systemd takes the unit files (skipped without systemd)", () => {
  const units = ["fire-together@.service", "fire-together.target"].map((unit) => join(DEPLOY, unit));
  expect(execFileSync("systemd-analyze", ["verify", ...units], { encoding: "utf8", stdio: "pipe" })).toBe("");
});
