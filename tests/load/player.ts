/** A process full of students, and a teacher a class. Forked by players.ts, which says when to do what. */
import { once } from "node:events";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { gaussian, stream, uniform } from "../../shared/model/random.ts";
import { type Pulse, pulseTime } from "../../shared/session/pulse.ts";
import { enter, type OpenClass, until, type Visitor } from "../helpers/running-class.ts";
import { Phone } from "./phone.ts";
import type { Order, Part, PlayerOptions } from "./players.ts";
import { ASK_MS, HABIT_MS, JITTER_MS } from "./student.ts";

const TOGETHER = 2;
const BEATS = 20;
const BEAT_MS = 500;
/** People miss some beats. */
const MISSED = 0.03;
/** A pulse's tap is the one of its seat that was sent within so much of it, ms. */
const NEAR_MS = 200;
/** Joins on their way at once, when nobody says when to join. */
const AT_ONCE = 16;

const options = JSON.parse(process.argv[2] ?? "") as PlayerOptions;
const random = stream(options.seed, 3);
const part: Part = {
  joins: [],
  refused: [],
  latencies: [],
  fromFinger: [],
  tapsSent: 0,
  fates: {},
  phoneBytes: 0,
  phoneFrames: 0,
  answers: 0,
  answerBytes: 0,
  stageFrames: 0,
  stageBytes: 0,
  cut: 0,
};

/** A class, its teacher's page and its phones. */
class LoadedClass {
  readonly phones: Phone[] = [];
  readonly host: Visitor;
  readonly code: string;
  /** Times of taps that no pulse has shown yet, on the room's clock, by seat, ms. */
  readonly #sent = new Map<number, number[]>();

  constructor(opened: OpenClass, host: Visitor) {
    this.code = opened.code;
    this.host = host;
    const { ws } = host.room.connection.transport as unknown as { ws: globalThis.WebSocket };
    ws.addEventListener("message", ({ data }: MessageEvent<ArrayBuffer>) => {
      part.stageBytes += data.byteLength;
      part.stageFrames++;
    });
    host.room.onMessage("pulse", () => {
      for (const pulse of host.pulses.splice(0)) this.#seen(pulse);
    });
  }

  #seen(pulse: Pulse): void {
    const now = this.host.now();
    for (const { seat, offset } of pulse.taps) {
      const placed = pulseTime(pulse) + offset;
      const sent = this.#sent.get(seat) ?? [];
      const at = sent.find((one) => Math.abs(one - placed) < NEAR_MS);
      if (at === undefined) continue;
      const { delay } = this.host.room.state;
      part.latencies.push(now - placed - delay);
      part.fromFinger.push(now - at - delay);
      this.#sent.set(
        seat,
        sent.filter((one) => one > at),
      );
    }
  }

  /** Plays rounds of "Fire together", one after the other, lapses skipped: the most that a class can ask of a server. */
  async play(going: () => boolean): Promise<void> {
    const { host } = this;
    await sleep(2000 * uniform(random));
    for (const i of this.phones.keys()) {
      setInterval(() => this.phones[i]!.ask(), ASK_MS * (0.9 + 0.2 * uniform(random)));
    }
    // A room whose server stood still is behind the clock that was right before: a teacher ahead of it would race through rounds.
    setInterval(() => host.room.send("clock", { sent: performance.now() }), ASK_MS);
    const { churnSeconds, beginnings = 0 } = options;
    for (let i = 0; i < beginnings && going(); i++) {
      await this.#begin();
      await this.#end(going);
    }
    if (churnSeconds) setInterval(() => going() && void this.#comeAndGo(), 1000 * churnSeconds);
    while (going()) {
      await this.#begin();
      const zero = host.room.state.beatZero;
      for (const i of this.phones.keys()) this.#tapThrough(i, zero, going);
      await until(() => !going() || host.now() > zero + BEATS * BEAT_MS, 30_000);
      await this.#end(going);
    }
  }

  async #begin(): Promise<void> {
    const { room } = this.host;
    await this.host.command({ kind: "start", turn: room.state.turn, round: TOGETHER });
    await until(() => room.state.phase === 1);
  }

  /** Ends the round, and its lapse. */
  async #end(going: () => boolean): Promise<void> {
    const { room } = this.host;
    for (const phase of [2, 3]) {
      if (!going()) return;
      await this.host.command({ kind: "next", turn: room.state.turn });
      await until(() => room.state.phase === phase);
    }
  }

  /** One student goes, and is back at once under the own key. */
  async #comeAndGo(): Promise<void> {
    const i = Math.floor(this.phones.length * uniform(random));
    const gone = this.phones[i]!;
    gone.leave();
    try {
      const back = await Phone.join(options.url, this.code, gone.seatKey);
      back.seatKey = gone.seatKey;
      this.phones[i] = back;
    } catch (error) {
      part.refused.push(String(error));
    }
  }

  #tapThrough(phone: number, zero: number, going: () => boolean): void {
    const habit = HABIT_MS * gaussian(random);
    for (let beat = 0; beat < BEATS; beat++) {
      if (uniform(random) < MISSED) continue;
      const at = zero + beat * BEAT_MS + habit + JITTER_MS * gaussian(random);
      setTimeout(() => going() && this.#tap(this.phones[phone]!), Math.max(0, at - this.host.now()));
    }
  }

  #tap(phone: Phone): void {
    const at = this.host.now();
    const sent = this.#sent.get(phone.seat) ?? [];
    sent.push(at);
    this.#sent.set(phone.seat, sent);
    part.tapsSent++;
    phone.tap(at);
  }
}

async function openClass(): Promise<LoadedClass> {
  const opened = (await (await fetch(`${options.url}/api/classes`, { method: "POST" })).json()) as OpenClass;
  return new LoadedClass(opened, await enter({ url: options.url }, opened.code, { hostKey: opened.hostKey }));
}

async function join(loaded: LoadedClass): Promise<void> {
  const began = performance.now();
  try {
    loaded.phones.push(await Phone.join(options.url, loaded.code));
    part.joins.push(performance.now() - began);
  } catch (error) {
    part.refused.push(String(error));
  }
}

/** Everybody joins: as fast as it goes, or each at a moment of their own within `bellSeconds`. */
async function joinAll(classes: readonly LoadedClass[]): Promise<void> {
  const queue = classes.flatMap((loaded) => Array.from({ length: options.students }, () => loaded));
  if (options.bellSeconds > 0) {
    const each = async (loaded: LoadedClass) => {
      await sleep(1000 * options.bellSeconds * uniform(random));
      await join(loaded);
    };
    await Promise.all(queue.map(each));
    return;
  }
  const worker = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) await join(next);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

/** What the parent orders next. */
async function ordered(wanted: Order): Promise<void> {
  const [order] = (await once(process, "message")) as [Order];
  if (order !== wanted) throw new Error(`${wanted} was expected, ${order} came`);
}

process.on("disconnect", () => process.exit(0));
const classes: LoadedClass[] = [];
for (let i = 0; i < options.rooms; i++) classes.push(await openClass());
process.send!("open");
await ordered("join");
await joinAll(classes);
process.send!("joined");

await ordered("play");
let going = true;
const failed: string[] = [];
const playing = classes.map((loaded) => loaded.play(() => going).catch((error: unknown) => failed.push(String(error))));

await ordered("measure");
const phones = classes.flatMap((loaded) => loaded.phones);
const received = (what: "bytes" | "frames" | "answers" | "answerBytes"): number =>
  phones.reduce((sum, phone) => sum + phone[what], 0);
const before = {
  bytes: received("bytes"),
  frames: received("frames"),
  answers: received("answers"),
  answerBytes: received("answerBytes"),
};
part.latencies.length = 0;
part.fromFinger.length = 0;
part.stageBytes = 0;
part.stageFrames = 0;
const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();

await ordered("stop");
going = false;
part.phoneBytes = received("bytes") - before.bytes;
part.phoneFrames = received("frames") - before.frames;
part.answers = received("answers") - before.answers;
part.answerBytes = received("answerBytes") - before.answerBytes;
delay.disable();
await Promise.all(playing);
// The last taps' answers are on their way.
await sleep(1500);
for (const phone of phones) {
  if (phone.closed !== undefined) part.cut++;
  for (const [fate, count] of Object.entries(phone.fates)) part.fates[fate] = (part.fates[fate] ?? 0) + count;
}
process.send!({ ...part, loopP99: delay.percentile(99) / 1e6, failed });
