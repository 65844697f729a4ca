import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { SeatView } from "../../shared/session/view.ts";
import { viewOf } from "../../shared/wire/view-of.ts";
import { fired, openClass, phase, student, TOGETHER, tapping, turn } from "../helpers/class-in-round.ts";
import { type FaultProxy, openFaultProxy } from "../helpers/fault-proxy.ts";
import { quantile, scrape } from "../helpers/metrics-text.ts";
import { enter, type OpenClass, until, type Visitor } from "../helpers/running-class.ts";
import { type Phone, startPhone } from "./phones.ts";
import { row } from "./rows.ts";
import { freePort, type ServerProcess, startProcess } from "./server-process.ts";

/** In place of three seconds: whoever misses three is gone. */
const PING_MS = 400;

let folder: string;
let server: ServerProcess;
let network: FaultProxy;
const phones: Phone[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "fire-together-network-"));
  const port = await freePort();
  server = await startProcess(folder, port);
  network = await openFaultProxy(port);
});
afterEach(async () => {
  network.weather({});
  for (const phone of phones.splice(0)) await phone.close();
});
afterAll(async () => {
  await network.close();
  await server.kill("SIGKILL");
  await rm(folder, { recursive: true });
});

async function phoneOf(at: { readonly url: string }, { code }: OpenClass): Promise<Phone & { seat(): number }> {
  const phone = await startPhone(at, code);
  phones.push(phone);
  await phone.until(({ status, seat }) => status === "live" && seat !== undefined, 15_000);
  return Object.assign(phone, { seat: () => phone.now.seat! });
}
const seatOf = (host: Visitor, seat: number): SeatView => viewOf(host.room.state).seats.find((s) => s.seat === seat)!;

async function classWithHost(at: { readonly url: string }): Promise<{ opened: OpenClass; host: Visitor }> {
  const opened = await openClass(at);
  return { opened, host: await enter(at, opened.code, { hostKey: opened.hostKey }) };
}
async function begin(host: Visitor): Promise<void> {
  await host.command({ kind: "bots", count: 3, jitterMs: 30 });
  expect(await host.command({ kind: "start", turn: turn(host), round: TOGETHER })).toEqual({ ok: true });
  await until(() => phase(host) === "round");
}
/** Taps until the room has taken so many. */
async function tapUntilFired(phone: Phone, count: number): Promise<void> {
  const before = firedOn(phone);
  for (let i = 0; firedOn(phone) < before + count; i++) {
    if (i > 40) throw new Error(`the room took ${firedOn(phone) - before} taps of ${i}`);
    phone.tap();
    await sleep(250);
  }
}
const firedOn = ({ now }: Phone): number => now.taps.filter(({ fate }) => fate === "fired").length;

row(
  37,
  async () => {
    const own = await mkdtemp(join(tmpdir(), "fire-together-sleep-"));
    const other = await startProcess(own, await freePort(), {}, { pingMs: PING_MS });
    const { opened, host } = await classWithHost(other);
    const phone = await phoneOf(other, opened);
    const seat = phone.seat();
    await begin(host);
    // Shorter than the server's patience, longer, and much longer: as 5 s, 14 s and ten minutes are to nine seconds.
    for (const [ms, gone] of [
      [PING_MS / 4, false],
      [5 * PING_MS, true],
      [15 * PING_MS, true],
    ] as const) {
      await tapUntilFired(phone, 1);
      phone.sleep();
      // What was on its way has arrived, and the room has looked.
      await sleep(450);
      const { taps } = seatOf(host, seat);
      await sleep(ms);
      expect(seatOf(host, seat)).toMatchObject({ taps, connected: !gone });
      phone.wake();
      await until(() => seatOf(host, seat).connected, 6000);
      await phone.until(({ status }) => status === "live", 6000);
      expect(phone.now.seat).toBe(seat);
      expect(viewOf(host.room.state).seats.filter(({ bot }) => !bot)).toHaveLength(1);
    }
    await host.room.leave();
    await other.kill("SIGKILL");
    await rm(own, { recursive: true });
  },
  40_000,
);

row(
  38,
  async () => {
    const { opened, host } = await classWithHost(server);
    const phone = await phoneOf(network, opened);
    await until(() => seatOf(host, phone.seat()));
    const from = performance.now();
    network.weather({ silent: true });
    let [away, told] = [0, 0];
    await until(() => {
      const ms = performance.now() - from;
      if (away === 0 && !seatOf(host, phone.seat()).connected) away = ms;
      if (told === 0 && phone.now.status === "reconnecting") told = ms;
      return away > 0 && told > 0;
    }, 12_000);
    console.log(`half-open: the room knows after ${Math.round(away)} ms, the phone after ${Math.round(told)} ms`);
    // The room looks every seventh tick.
    expect(away).toBeLessThan(9500);
    expect(told).toBeLessThan(9500);
    // A tap into a dead connection is not kept for later.
    phone.tap();
    await phone.until(({ taps }) => taps.at(-1)?.fate === "lost");
    network.weather({});
    await phone.until(({ status }) => status === "live", 8000);
    await until(() => seatOf(host, phone.seat()).connected);
    expect(seatOf(host, phone.seat()).taps).toBe(0);
    await host.room.leave();
  },
  40_000,
);

row(
  39,
  async () => {
    const { opened, host } = await classWithHost(server);
    const neighbour = await student(server, opened);
    const phone = await phoneOf(network, opened);
    const seat = phone.seat();
    await begin(host);
    const before = await scrape(server.url);
    const stop = tapping(neighbour);
    for (const weather of [{ latencyMs: 2000, jitterMs: 500 }, { bytesPerSecond: 200, slice: 1 }, {}]) {
      network.weather(weather);
      for (let i = 0; i < 6; i++) {
        phone.tap();
        await sleep(400);
        if (weather.latencyMs === undefined && i % 3 === 1) network.reset();
      }
    }
    network.weather({});
    await phone.until(({ status }) => status === "live", 8000);
    stop();
    const after = await scrape(server.url);
    // Each tap at most once, whatever became of its answer; and what the phone was told is so.
    const { taps } = seatOf(host, seat);
    expect(taps).toBeLessThanOrEqual(phone.now.sent);
    expect(taps).toBeGreaterThanOrEqual(firedOn(phone));
    expect(phone.now.taps.every(({ fate }) => fate !== "fired" || taps > 0)).toBe(true);
    expect(phone.now.seat).toBe(seat);
    // Who taps beside it, on a good network, notices nothing.
    await until(() => neighbour.taps.length >= 8);
    expect(neighbour.taps.filter(({ fate }) => fate === "lost")).toEqual([]);
    expect(fired(neighbour)).toBeGreaterThan(6);
    expect(quantile(before, after, "fire_together_tick_seconds", 0.99)).toBeLessThan(0.06);
    await host.room.leave();
  },
  40_000,
);

test("a phone that slept while it was coming back asks anew when it wakes: what it had asked is answered to nobody", async () => {
  const { opened, host } = await classWithHost(server);
  const phone = await phoneOf(network, opened);
  const seat = phone.seat();
  network.weather({ silent: true });
  network.reset();
  await phone.until(({ status }) => status === "reconnecting");
  // Its next try has begun.
  await sleep(800);
  phone.sleep();
  network.weather({});
  await sleep(200);
  phone.wake();
  const from = performance.now();
  await phone.until(({ status }) => status === "live", 9000);
  console.log(`awake in the middle of a try: back after ${Math.round(performance.now() - from)} ms`);
  expect(phone.now.seat).toBe(seat);
  await host.room.leave();
}, 25_000);
