import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { NAMES } from "../../shared/lesson/names.ts";
import { freePort, type ServerProcess, startProcess } from "../faults/server-process.ts";
import { scrape, sumOf } from "../helpers/metrics-text.ts";
import { enter, type OpenClass, until, type Visitor } from "../helpers/running-class.ts";

const TOGETHER = 2;

let folder: string;
let server: ServerProcess;
let opened: OpenClass;
let seatKey: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "fire-together-watching-"));
  server = await startProcess(folder, await freePort(), { LOG_LEVEL: "debug" });
  opened = (await (await fetch(`${server.url}/api/classes`, { method: "POST" })).json()) as OpenClass;
  const host = await enter(server, opened.code, { hostKey: opened.hostKey });
  const first = await student();
  seatKey = first.welcome!.seatKey!;
  await first.room.leave();
  const again = await student({ seatKey });
  const other = await student();
  await host.command({ kind: "bots", count: 3, jitterMs: 30 });
  await host.command({ kind: "start", turn: host.room.state.turn, round: TOGETHER });
  await until(() => host.room.state.phase === 1);
  const timer = setInterval(() => again.tap(), 500);
  await until(() => again.taps.some(({ fate }) => fate === "fired"));
  clearInterval(timer);
  other.tap(other.now() + 5000);
  await until(() => other.taps.length > 0);
  await expect(enter(server, "222222")).rejects.toThrow();
  await expect(enter(server, opened.code, { hostKey: "x".repeat(43) })).rejects.toThrow();
});
afterAll(async () => {
  await server.kill("SIGTERM");
  await rm(folder, { recursive: true });
});

async function student(keys = {}): Promise<Visitor> {
  const visitor = await enter(server, opened.code, keys);
  await until(() => visitor.welcome);
  return visitor;
}

test("/metrics tells of the class as it is", async () => {
  const response = await fetch(`${server.url}/metrics`);
  expect(response.headers.get("content-type")).toMatch(/^text\/plain; version=0\.0\.4/);
  const all = await scrape(server.url);
  const value = (name: string, labels = {}): number => sumOf(all, name, labels);
  expect(value("fire_together_rooms")).toBe(1);
  expect(value("fire_together_seats", { kind: "student" })).toBe(2);
  expect(value("fire_together_seats", { kind: "bot" })).toBe(3);
  expect(value("fire_together_connections", { role: "student" })).toBe(2);
  expect(value("fire_together_connections", { role: "host" })).toBe(1);
  expect(value("fire_together_taps_total", { fate: "fired" })).toBeGreaterThan(0);
  expect(value("fire_together_taps_total", { fate: "lost" })).toBe(1);
  expect(value("fire_together_reconnects_total")).toBe(1);
  expect(value("fire_together_rejected_joins_total", { reason: "no-such-class" })).toBe(1);
  expect(value("fire_together_rejected_joins_total", { reason: "not-allowed" })).toBe(1);
  expect(value("fire_together_tick_seconds_count")).toBeGreaterThan(25);
  expect(value("fire_together_journal_lag_seconds_count")).toBeGreaterThan(5);
  expect(value("fire_together_journal_waiting_seconds")).toBeLessThan(1);
  expect(value("fire_together_sent_bytes_total", { kind: "patch" })).toBeGreaterThan(500);
  expect(value("fire_together_sent_bytes_total", { kind: "message" })).toBeGreaterThan(500);
  expect(value("nodejs_eventloop_lag_p99_seconds")).toBeGreaterThan(0);
});

describe("the dashboard", async () => {
  const file = resolve(import.meta.dirname, "../../server/dashboard.json");
  const { panels } = JSON.parse(await readFile(file, "utf8")) as {
    panels: { title: string; targets: { expr: string }[] }[];
  };
  const queries = panels.flatMap(({ title, targets }) => targets.map(({ expr }) => [title, expr] as const));
  /** Words of the query language, and labels that Prometheus itself adds. */
  const GRAMMAR = new Set(["by", "without", "on", "offset"]);
  const ADDED = new Set(["instance", "job"]);

  test.each(queries)("%s: %s asks for what /metrics has", async (_title, query) => {
    const all = await scrape(server.url);
    const grouped = [...query.matchAll(/\b(?:by|without) \(([^)]*)\)/g)].flatMap(([, list = ""]) => list.split(/, */));
    const bare = query.replaceAll(/\b(by|without) \([^)]*\)/g, "").replaceAll(/\[\w+\]/g, "");
    const matched = [...bare.matchAll(/(\w+)\s*(?:=|!=|=~|!~)\s*"/g)].map(([, label = ""]) => label);
    const names = [...bare.replaceAll(/\{[^}]*\}/g, "").matchAll(/[a-zA-Z_:][\w:]*(?!\w*\s*\()/g)]
      .map(([name]) => name)
      .filter((name) => !GRAMMAR.has(name));
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) {
      const series = all.filter((one) => one.name === name);
      expect(series, `${name} is a metric`).not.toEqual([]);
      for (const label of [...grouped, ...matched].filter((each) => !ADDED.has(each))) {
        expect(Object.keys(series[0]!.labels), `${name} has the label ${label}`).toContain(label);
      }
    }
  });

  test("leaves out none of our own metrics", async () => {
    const own = new Set(
      (await scrape(server.url)).map(({ name }) => name).filter((name) => name.startsWith("fire_together_")),
    );
    const asked = queries.map(([, query]) => query).join("\n");
    for (const name of own) expect(asked).toContain(name.replace(/_(sum|count)$/, "_bucket"));
  });
});

test("the log is JSON with room and seat, and holds neither names nor keys", async () => {
  const lines = server
    .log()
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  const ours = lines.filter(({ room }) => room === opened.code);
  expect(ours).toContainEqual(expect.objectContaining({ msg: "a class is open" }));
  for (const seat of [0, 1]) expect(ours).toContainEqual(expect.objectContaining({ msg: "a student is here", seat }));
  expect(ours).toContainEqual(expect.objectContaining({ msg: "a student left", seat: 0 }));
  expect(ours).toContainEqual(expect.objectContaining({ msg: "refused", reason: "not-allowed" }));
  const text = server.log();
  for (const secret of [opened.hostKey, opened.stageKey, seatKey]) expect(text).not.toContain(secret);
  for (const { en } of NAMES) expect(text).not.toContain(en);
});
