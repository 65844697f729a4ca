import { batch, signal } from "@preact/signals";
import { Client, type Room } from "colyseus.js";
import type { ClockAnswer, Refusal } from "../../shared/wire/answers.ts";
import { CLOCK_PING_EVERY_MS, CLOCK_PINGS } from "../../shared/wire/limits.ts";
import type { JoinOptions } from "../../shared/wire/messages.ts";
import type { ClassState } from "../../shared/wire/state.ts";
import type { Status } from "./classroom.ts";
import { RoomTime } from "./clock.ts";
import { FINAL, GOING_AWAY, HOPELESS, refusalOf } from "./refusals.ts";

/** A ping that is not answered within this has no connection left, whatever the socket says, ms. */
const SILENCE_MS = 4000;
/** How long a try to get in may take, ms; even a trickle of a network needs less. */
const JOIN_PATIENCE_MS = 25_000;
/** A try that takes longer makes us ask what stands in the way, and wait for the answer, ms: told within eight seconds. */
const DOUBT_MS = 5500;
const DOUBT_ANSWER_MS = 2000;
const FIRST_RETRY_MS = 300;
/** Phones of a class that moved come back within this, so that not all of them knock at once; wall and remote come first, ms. */
const SPREAD_MS = 300;
const LAST_RETRY_MS = 3000;

export type ClassRoom = Room<unknown, ClassState>;

export interface ConnectionOptions {
  readonly code: string;
  /** By what it is let in, asked at each try. */
  readonly options: () => JoinOptions;
  /** A room was entered: whoever wants to hear of it listens now. */
  readonly entered: (room: ClassRoom) => void;
  /** The connection is gone; another one may come. */
  readonly lost: () => void;
}

/**
 * A connection to a class that comes back by itself after every loss, until the class ends or the server says no. Its pings
 * find a dead one, which a socket does not know of, and tell the room's time.
 */
export class Connection {
  readonly status = signal<Status>("connecting");
  readonly refusal = signal<Refusal | undefined>(undefined);
  readonly time = new RoomTime();
  /** The room, while there is a connection. */
  room: ClassRoom | undefined;
  /** Whether it was given up from this side. */
  left = false;
  readonly #options: ConnectionOptions;
  readonly #client = new Client(location.origin);
  #retry = FIRST_RETRY_MS;
  /** When the last ping was answered. */
  #heard = 0;
  /** Gives up the present try to get in; undefined where none is under way. */
  #giveUp: (() => void) | undefined;
  /** Whether the class was seen. */
  #inside = false;
  #timers: ReturnType<typeof setTimeout>[] = [];

  constructor(options: ConnectionOptions) {
    this.#options = options;
    const wake = (): void => this.#wake();
    document.addEventListener("visibilitychange", wake);
    for (const event of ["online", "pageshow"] as const) addEventListener(event, wake);
  }

  async connect(): Promise<void> {
    this.#forget();
    let late = false;
    const patience = new Promise<never>((_, giveUp) => {
      this.#giveUp = () => giveUp({});
      this.#later(JOIN_PATIENCE_MS, this.#giveUp);
    });
    this.#later(DOUBT_MS, () => this.#giveUp && void this.#doubt());
    try {
      const joined = this.#client.joinById<ClassState>(this.#options.code, this.#options.options());
      void joined.then(
        (entered) => void (late && entered.leave()),
        () => {},
      );
      const entered = await Promise.race([joined, patience]);
      if (this.left) return void entered.leave();
      this.#enter(entered);
    } catch (error) {
      late = true;
      const reason = refusalOf(error);
      if (HOPELESS.includes(reason)) {
        // A class that we have been in and that is gone has ended.
        const over = reason === "no-such-class" && this.#inside;
        this.finish(over ? "ended" : "refused", over ? "ended" : reason);
      } else {
        if (!this.#inside) void this.#doubt(reason);
        this.#tryAgain();
      }
    } finally {
      this.#giveUp = undefined;
    }
  }

  /** The class is seen: nothing stands in the way any more. */
  seen(ended: boolean): void {
    this.#inside = true;
    this.refusal.value = undefined;
    this.status.value = ended ? "ended" : "live";
  }

  /** No more tries. */
  finish(end: "ended" | "refused", reason: Refusal): void {
    this.#forget();
    batch(() => {
      this.refusal.value = reason;
      this.status.value = end;
    });
  }

  leave(): void {
    this.left = true;
    this.#forget();
    this.room?.leave();
  }

  #later(ms: number, action: () => void): void {
    this.#timers.push(setTimeout(action, ms));
  }

  #forget(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers = [];
  }

  /** Somebody who never got in is told what stands in the way: no server at all, or only no WebSocket. */
  async #doubt(reason: Refusal = "unreachable"): Promise<void> {
    const answered = await fetch(`/api/classes/${this.#options.code}`, { signal: AbortSignal.timeout(DOUBT_ANSWER_MS) })
      .then(({ ok }) => ok)
      .catch(() => false);
    if (!this.#inside) this.refusal.value = answered ? "blocked" : reason;
  }

  /** The phone woke up, or its network is back: no reason to wait for the next try, or for a ping to be missed. */
  #wake(): void {
    if (document.hidden || this.left || this.status.value === "ended" || this.status.value === "refused") return;
    if (this.room) this.#watch(this.room);
    // What was asked before it slept may have been answered to nobody.
    else if (this.#giveUp) this.#later(SILENCE_MS, this.#giveUp);
    else {
      this.#retry = FIRST_RETRY_MS;
      void this.connect();
    }
  }

  #tryAgain(): void {
    this.#comeBack(this.#retry);
    this.#retry = Math.min(LAST_RETRY_MS, this.#retry * 1.6);
  }

  #comeBack(afterMs: number): void {
    if (this.left) return;
    if (this.status.value === "live") this.status.value = "reconnecting";
    this.#later(afterMs, () => void this.connect());
  }

  #enter(entered: ClassRoom): void {
    this.room = entered;
    // The SDK's own reconnection gives up and forgets keys; ours is above.
    entered.reconnection.enabled = false;
    this.#retry = FIRST_RETRY_MS;
    this.#heard = performance.now();
    this.time.reset();
    entered.onMessage("clock", ([sent, roomNow]: ClockAnswer) => {
      this.#heard = performance.now();
      this.time.sample(sent, roomNow, this.#heard);
    });
    entered.onLeave((closeCode) => this.#lose(entered, closeCode));
    this.#options.entered(entered);
    for (let i = 0; i < CLOCK_PINGS; i++) this.#later(i * 70, () => this.#ping(entered));
    this.#keepPinging(entered);
  }

  #lose(from: ClassRoom, closeCode: number): void {
    if (this.room !== from) return;
    this.room = undefined;
    this.#options.lost();
    const reason = FINAL[closeCode];
    // Whoever saw the end has no reason to come back.
    if (this.status.value === "ended") return;
    if (this.left || reason) this.finish(reason && reason !== "ended" ? "refused" : "ended", reason ?? "ended");
    else if (closeCode === GOING_AWAY)
      this.#comeBack("seatKey" in this.#options.options() ? SPREAD_MS * Math.random() : 0);
    else this.#tryAgain();
  }

  #ping(to: ClassRoom): void {
    if (this.room !== to) return;
    const now = performance.now();
    this.time.settle(now);
    to.send("clock", { sent: now });
  }

  #keepPinging(to: ClassRoom): void {
    this.#later(CLOCK_PING_EVERY_MS, () => {
      if (this.room !== to) return;
      this.#watch(to);
      this.#keepPinging(to);
    });
  }

  /** Asks the room, and gives up the connection if no answer comes: a socket can be dead without knowing it. */
  #watch(to: ClassRoom): void {
    const asked = performance.now();
    this.#ping(to);
    // Whether this ping was answered, however late the timer itself comes on a busy page.
    this.#later(SILENCE_MS, () => {
      if (this.room === to && this.#heard < asked) to.connection.close(4010);
    });
  }
}
