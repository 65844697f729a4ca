import { setTimeout as sleep } from "node:timers/promises";
import { gaussian, uniform } from "../../shared/model/random.ts";
import { type Pulse, pulseTime } from "../../shared/session/pulse.ts";
import { enter, type OpenClass, until, type Visitor } from "../helpers/running-class.ts";
import { Phone } from "./phone.ts";
import type { Part, PlayerOptions } from "./players.ts";
import { ASK_MS, HABIT_MS, JITTER_MS } from "./student.ts";

const TOGETHER = 2;
const BEATS = 20;
const BEAT_MS = 500;
/** People miss some beats. */
const MISSED = 0.03;
/** A pulse's tap is the one of its seat that was sent within so much of it, ms. */
const NEAR_MS = 200;

/** What the classes of a process share. */
export interface Crowd {
  readonly options: PlayerOptions;
  /** Where what they saw is counted. */
  readonly part: Part;
  readonly random: Uint32Array;
}

/** A class, its teacher's page and its phones. */
export class LoadedClass {
  readonly phones: Phone[] = [];
  readonly host: Visitor;
  readonly hostKey: string;
  readonly #code: string;
  readonly #crowd: Crowd;
  readonly #timers: ReturnType<typeof setInterval>[] = [];
  /** Who is on the way back. */
  readonly #coming = new Set<Promise<void>>();
  /** Times of taps that no pulse has shown yet, on the room's clock, by seat, ms. */
  readonly #sent = new Map<number, number[]>();

  private constructor({ code, hostKey }: OpenClass, host: Visitor, crowd: Crowd) {
    this.hostKey = hostKey;
    this.host = host;
    this.#code = code;
    this.#crowd = crowd;
    const { part } = crowd;
    const { ws } = host.room.connection.transport as unknown as { ws: globalThis.WebSocket };
    ws.addEventListener("message", ({ data }: MessageEvent<ArrayBuffer>) => {
      part.stageBytes += data.byteLength;
      part.stageFrames++;
    });
    host.room.onMessage("pulse", () => {
      for (const pulse of host.pulses.splice(0)) this.#seen(pulse);
    });
  }

  /** @param hostKey of a teacher who has held a class before */
  static async open(crowd: Crowd, hostKey?: string): Promise<LoadedClass> {
    const { url } = crowd.options;
    const headers = hostKey === undefined ? {} : { Authorization: `Bearer ${hostKey}` };
    const opened = (await (await fetch(`${url}/api/classes`, { method: "POST", headers })).json()) as OpenClass;
    return new LoadedClass(opened, await enter({ url }, opened.code, { hostKey: opened.hostKey }), crowd);
  }

  /** One more student. */
  async join(): Promise<void> {
    const { options, part } = this.#crowd;
    const began = performance.now();
    try {
      this.phones.push(await Phone.join(options.url, this.#code));
      part.joins.push(performance.now() - began);
    } catch (error) {
      part.refused.push(String(error));
    }
  }

  #seen(pulse: Pulse): void {
    const now = this.host.now();
    for (const { seat, offset } of pulse.taps) {
      const placed = pulseTime(pulse) + offset;
      const sent = this.#sent.get(seat) ?? [];
      const at = sent.find((one) => Math.abs(one - placed) < NEAR_MS);
      if (at === undefined) continue;
      const { delay } = this.host.room.state;
      this.#crowd.part.latencies.push(now - placed - delay);
      this.#crowd.part.fromFinger.push(now - at - delay);
      this.#sent.set(
        seat,
        sent.filter((one) => one > at),
      );
    }
  }

  /**
   * Plays rounds of "Fire together", one after the other, lapses skipped: the most that a class can ask of a server.
   * @param rounds so many, or until nothing goes on
   */
  async play(going: () => boolean, rounds = Number.POSITIVE_INFINITY): Promise<void> {
    const { host } = this;
    const { options, random } = this.#crowd;
    await sleep(2000 * uniform(random));
    for (const i of this.phones.keys()) {
      this.#every(ASK_MS * (0.9 + 0.2 * uniform(random)), () => this.phones[i]!.ask());
    }
    // A room whose server stood still is behind the clock that was right before: a teacher ahead of it would race through rounds.
    this.#every(ASK_MS, () => host.room.send("clock", { sent: performance.now() }));
    const { churnSeconds, beginnings = 0 } = options;
    for (let i = 0; i < beginnings && going(); i++) {
      await this.#begin();
      await this.#endRound(going);
    }
    if (churnSeconds) this.#every(1000 * churnSeconds, () => going() && this.#comeAndGo());
    for (let round = 0; round < rounds && going(); round++) {
      await this.#begin();
      const zero = host.room.state.beatZero;
      for (const i of this.phones.keys()) this.#tapThrough(i, zero, going);
      await until(() => !going() || host.now() > zero + BEATS * BEAT_MS, 30_000);
      await this.#endRound(going);
    }
  }

  /** The class is over: everybody goes. */
  async end(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer);
    await Promise.all(this.#coming);
    const { host } = this;
    await host.command({ kind: "end", turn: host.room.state.turn });
    await until(() => host.closed !== undefined, 30_000);
  }

  #every(ms: number, act: () => void): void {
    this.#timers.push(setInterval(act, ms));
  }

  async #begin(): Promise<void> {
    const { room } = this.host;
    await this.host.command({ kind: "start", turn: room.state.turn, round: TOGETHER });
    await until(() => room.state.phase === 1);
  }

  /** Ends the round, and its lapse. */
  async #endRound(going: () => boolean): Promise<void> {
    const { room } = this.host;
    for (const phase of [2, 3]) {
      if (!going()) return;
      await this.host.command({ kind: "next", turn: room.state.turn });
      await until(() => room.state.phase === phase);
    }
  }

  /** One student goes, and is back at once under the own key. */
  #comeAndGo(): void {
    const { options, part, random } = this.#crowd;
    const i = Math.floor(this.phones.length * uniform(random));
    const gone = this.phones[i]!;
    gone.leave();
    const coming = Phone.join(options.url, this.#code, gone.seatKey)
      .then(
        (back) => {
          back.seatKey = gone.seatKey;
          this.phones[i] = back;
        },
        (error: unknown) => void part.refused.push(String(error)),
      )
      .finally(() => this.#coming.delete(coming));
    this.#coming.add(coming);
  }

  #tapThrough(phone: number, zero: number, going: () => boolean): void {
    const habit = HABIT_MS * gaussian(this.#crowd.random);
    for (let beat = 0; beat < BEATS; beat++) {
      if (uniform(this.#crowd.random) < MISSED) continue;
      const at = zero + beat * BEAT_MS + habit + JITTER_MS * gaussian(this.#crowd.random);
      setTimeout(() => going() && this.#tap(this.phones[phone]!), Math.max(0, at - this.host.now()));
    }
  }

  #tap(phone: Phone): void {
    const at = this.host.now();
    const sent = this.#sent.get(phone.seat) ?? [];
    sent.push(at);
    this.#sent.set(phone.seat, sent);
    this.#crowd.part.tapsSent++;
    phone.tap(at);
  }
}
