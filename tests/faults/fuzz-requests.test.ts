import { mkdtemp, rm } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openClass, recordingOf, turn } from "../helpers/class-in-round.ts";
import { scrape, sumOf } from "../helpers/metrics-text.ts";
import { PlayedClass } from "../helpers/played-class.ts";
import { enter, until } from "../helpers/running-class.ts";
import { LONG, odd, RUNS, seeds } from "./fuzz.ts";
import { freePort, type ServerProcess, startProcess } from "./server-process.ts";

/** The same over HTTP: requests of every kind, and recordings' files that somebody spoilt. */

const HTTP_SEEDS = [1, 2];
const FILE_SEEDS = [1, 2];

let folder: string;
let port: number;
let server: ServerProcess;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "fire-together-fuzz-requests-"));
  port = await freePort();
  server = await startProcess(folder, port, { LOG_LEVEL: "warn" });
});
afterAll(async () => {
  await server.kill("SIGKILL");
  await rm(folder, { recursive: true });
});
const noError = (): void => expect(server.log().match(/.*"level":(50|60).*/)?.[0]).toBeUndefined();

const line = fc.string({ maxLength: 60 }).map((text) => text.replace(/[\r\n]/g, ""));
const path = fc.oneof(
  fc
    .array(
      fc.constantFrom(
        "api",
        "classes",
        "sessions",
        "keys",
        "matchmake",
        "joinById",
        "play",
        "assets",
        "..",
        "%2e",
        "KRM4T7",
        "metrics",
      ),
      {
        maxLength: 5,
      },
    )
    .map((parts) => `/${parts.join("/")}`),
  line.map((text) => `/${text.replace(/ /g, "%20")}`),
  fc.constantFrom(
    "/api/sessions/{id}",
    "/api/sessions/{id}/notes",
    "/api/sessions/{id}/share",
    "/api/classes/{code}/keys",
  ),
  fc.constantFrom("*", "http://elsewhere/", "/api/sessions/%00", "//", "/?a=b", "/api/classes/%F0%9F%92%A9/keys"),
);
const body = fc.oneof(
  fc.json({ maxDepth: 5 }),
  fc.string({ maxLength: 300 }),
  fc
    .record(
      {
        resume: odd,
        phrase: odd,
        title: odd,
        kept: odd,
        notes: odd,
        hostKey: odd,
        seatKey: odd,
        card: odd,
        pairing: odd,
      },
      { requiredKeys: [] },
    )
    .map((said) => JSON.stringify(said) ?? ""),
);
const request = fc
  .record({
    method: fc.constantFrom("GET", "POST", "DELETE", "HEAD", "PUT", "PATCH", "OPTIONS", "BREW"),
    path,
    type: fc.constantFrom(
      "application/json",
      "application/json",
      "application/json",
      "text/plain",
      "multipart/form-data",
      "application/json; charset=utf-16",
    ),
    authorization: fc.oneof(
      line,
      fc.constantFrom("Bearer {key}", "Bearer {key}", "Bearer", `Bearer ${"A".repeat(43)}`, "Basic ==="),
    ),
    length: fc.constantFrom(0, 0, 0, 0, 0, 0, 1, -1),
    body,
  })
  .map(({ method, path: to, type: is, authorization, length, body: text }) =>
    [
      ...[
        `${method} ${to} HTTP/1.1`,
        `Host: 127.0.0.1:${port}`,
        `Authorization: ${authorization}`,
        `Content-Type: ${is}`,
      ],
      ...[`Content-Length: ${Buffer.byteLength(text) + length}`, "Connection: close", "", text],
    ].join("\r\n"),
  );

test.each(seeds(HTTP_SEEDS))(
  "no request is answered with an error of ours, and the server lives (seed %i)",
  async (seed) => {
    const { code, hostKey, classId } = await openClass(server);
    // The own class of somebody with a key, as well as doors that are closed to them.
    const own = (text: string): string =>
      text.replace("{key}", hostKey).replace("{id}", classId).replace("{code}", code);
    const statuses: Record<string, number> = {};
    await fc
      .assert(
        fc.asyncProperty(
          fc.array(fc.oneof({ weight: 6, arbitrary: request }, { weight: 1, arbitrary: fc.string() }), {
            minLength: 10,
            maxLength: 10,
          }),
          async (all) => {
            for (const status of await Promise.all(all.map((text) => answerTo(own(text))))) {
              statuses[status] = (statuses[status] ?? 0) + 1;
              expect(Number(status)).toBeLessThan(500);
            }
            expect((await fetch(`${server.url}/healthz`)).ok).toBe(true);
          },
        ),
        { seed, numRuns: RUNS, endOnFailure: true },
      )
      .finally(() => console.log(`answers: ${JSON.stringify(statuses)}`));
    noError();
  },
  LONG,
);

/** Bytes to the server as they are. @returns the status, or 0 where it hung up or waits for more */
const answerTo = (text: string): Promise<string> =>
  new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => socket.end(text));
    socket.setTimeout(1000, () => socket.destroy());
    socket.once("data", (data) => {
      resolve(/^HTTP\/1\.1 (\d+)/.exec(data.toString("latin1"))?.[1] ?? "0");
      socket.destroy();
    });
    socket.once("error", () => resolve("0"));
    socket.once("close", () => resolve("0"));
  });

/** Numbers where others stood, as a file has them. */
const HUGE = ["1e308", "-1", "9007199254740993", "99999999999999999999", "1e999", "1.5", "-0", "null", '"1"', "[[[]]]"];

/** Ways to spoil a recording's text: lines dropped, doubled, swapped and cut; letters and numbers that stood otherwise. */
const spoilt = fc.array(
  fc.record({
    how: fc.constantFrom("drop", "double", "swap", "cut", "letter", "number", "number"),
    at: fc.nat(),
    other: fc.nat(),
  }),
  { maxLength: 4 },
);
type Spoilt = typeof spoilt extends fc.Arbitrary<infer T> ? T : never;

function spoil(text: string, ways: Spoilt): string {
  let lines = text.trimEnd().split("\n");
  for (const { how, at, other } of ways) {
    // The header, without which nothing is read, now and then.
    const i = at % 8 === 0 ? 0 : 1 + (at % (lines.length - 1 || 1));
    const [line = "", j] = [lines[i], other % lines.length];
    const place = other % Math.max(1, line.length);
    if (how === "drop") lines = lines.filter((_, each) => each !== i);
    else if (how === "double") lines.splice(j, 0, line);
    else if (how === "swap") [lines[i], lines[j]] = [lines[j] ?? "", line];
    else if (how === "cut") lines[i] = line.slice(0, place);
    else if (how === "letter")
      lines[i] = line.slice(0, place) + String.fromCharCode(32 + (at % 95)) + line.slice(place + 1);
    else
      lines[i] = line.replace(/-?\d[\d.]*/g, (number, from: number) =>
        from >= place && from < place + 9 ? HUGE[at % HUGE.length]! : number,
      );
  }
  return `${lines.join("\n")}\n`;
}

/** What becomes of the text's bytes: up to three layers of gzip, what is appended, then bits that flip and an end that is missing. */
const wrapped = fc.record({
  layers: fc.constantFrom(0, 1, 1, 1, 1, 1, 2, 3),
  after: fc.constantFrom("", "", "", "x", "\0".repeat(1000), "member", "bomb"),
  flips: fc.oneof(
    { weight: 2, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(fc.nat(), { maxLength: 3 }) },
  ),
  left: fc.oneof(
    { weight: 3, arbitrary: fc.constant(1) },
    { weight: 1, arbitrary: fc.double({ min: 0, max: 1, noNaN: true }) },
  ),
});
type Wrapped = typeof wrapped extends fc.Arbitrary<infer T> ? T : never;
const BOMB = gzipSync(Buffer.alloc(64 * 1024 * 1024));

function wrap(text: string, { layers, after, flips, left }: Wrapped): Uint8Array<ArrayBuffer> {
  let bytes: Buffer = Buffer.from(text);
  for (let i = 0; i < layers; i++) bytes = gzipSync(bytes, { level: 1 });
  const more = { member: gzipSync(text), bomb: BOMB }[after] ?? Buffer.from(after);
  const whole = new Uint8Array(Buffer.concat([bytes, more]));
  for (const at of flips) whole[(at >> 3) % whole.length]! ^= 1 << (at & 7);
  return whole.slice(0, Math.ceil(left * whole.length));
}

/** Most memory that the server may have grown by in the end, MB: what one thread may take, once. */
const GROWN_MB = 256;

test.each(seeds(FILE_SEEDS))(
  "a recording's file, however spoilt, is refused with a reason or kept as no longer signed (seed %i)",
  async (seed) => {
    const opened = await openClass(server);
    const host = await enter(server, opened.code, { hostKey: opened.hostKey });
    await host.command({ kind: "bots", count: 12, jitterMs: 30 });
    await host.command({ kind: "end", turn: turn(host) });
    await until(() => host.closed !== undefined);
    const signed = await recordingOf(server, opened);
    const played = new PlayedClass(4, 3);
    played.step(60);
    played.accept({ kind: "end" });
    played.step(30);
    const headers = { Authorization: `Bearer ${opened.hostKey}`, "Content-Type": "application/gzip" };
    const shelf = `${server.url}/api/sessions`;
    const memory = async (): Promise<number> => sumOf(await scrape(server.url), "process_resident_memory_bytes") / 1e6;
    const before = await memory();
    const answers: Record<string, number> = {};
    const upload = async (text: string, ways: Spoilt, as: Wrapped): Promise<void> => {
      const answer = await fetch(`${shelf}/import`, { method: "POST", headers, body: wrap(spoil(text, ways), as) });
      const said = (await answer.json()) as { id: string; origin?: string; error?: string };
      const what = said.origin ?? said.error ?? "";
      answers[what] = (answers[what] ?? 0) + 1;
      if (answer.status !== 201) {
        expect([413, 422]).toContain(answer.status);
        return expect(["not-a-recording", "newer-format", "too-large"]).toContain(said.error);
      }
      const kept = await fetch(`${shelf}/${said.id}/recording`, { headers });
      expect([kept.status, kept.headers.get("recording-origin")]).toEqual([200, said.origin]);
      if ((await kept.text()) !== signed) expect(said.origin).not.toBe("signed");
      expect((await fetch(`${shelf}/${said.id}`, { method: "DELETE", headers })).status).toBe(204);
    };
    await fc
      .assert(
        fc.asyncProperty(
          fc.array(fc.tuple(fc.boolean(), spoilt, wrapped), { minLength: 4, maxLength: 4 }),
          async (all) => {
            // One after the other there, whoever sends them; as many at once as there is room for.
            await Promise.all(all.map(([own, ways, as]) => upload(own ? signed : played.text(), ways, as)));
            expect((await fetch(`${server.url}/healthz`)).ok).toBe(true);
          },
        ),
        { seed, numRuns: RUNS, endOnFailure: true },
      )
      .finally(() => console.log(`files: ${JSON.stringify(answers)}`));
    const grown = (await memory()) - before;
    console.log(`memory ${grown.toFixed(0)} MB more`);
    expect(grown).toBeLessThan(GROWN_MB);
    noError();
  },
  LONG,
);
