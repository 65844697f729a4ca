import type { Client, Room } from "@colyseus/core";
import { observe, synapseOf } from "../../shared/session/observe.ts";
import { encodePulse, type Pulse } from "../../shared/session/pulse.ts";
import type { TapFeedback } from "../../shared/wire/answers.ts";
import type { DoorView } from "../../shared/wire/door.ts";
import { type ClassState, project } from "../../shared/wire/state.ts";
import { TROUBLES } from "../../shared/wire/trouble.ts";
import { taps } from "../metrics.ts";
import type { LiveClass } from "./live-class.ts";

/** Who is connected, and as what. */
export interface Visitor {
  readonly role: "student" | "stage" | "host";
  /** -1 for those who have none, and for students who wait at the door. */
  readonly seat: number;
  /** The number of the remote that it is. */
  readonly remote?: number | undefined;
  /** Messages of the wrong shape so far. */
  malformed: number;
}
export type Guest = Client<{ userData: Visitor }>;

/** Ticks between two looks at the state, of 25 a second: it goes out at most some 3.6 times a second, and on change. */
const PATCH_EVERY = 7;
/** Ticks between private news of a synapse that changes by itself, in a lapse. */
const NEWS_EVERY = 25;

/** What leaves a room: pulses to the stages, the shared state to all, private answers and news to single phones. */
export class Outbox {
  readonly #room: Room<{ state: ClassState; client: Guest }>;
  readonly #live: LiveClass;
  readonly #door: () => DoorView;
  /** Who plays which seat. */
  readonly #phones = new Map<number, Guest>();
  readonly #news = new Map<number, string>();
  #calls = 0;
  #turnSent = -1;

  constructor(room: Room<{ state: ClassState; client: Guest }>, live: LiveClass, door: () => DoorView) {
    this.#room = room;
    this.#door = door;
    this.#live = live;
  }

  /** The client that plays a seat: the newest, since the one that it replaced may take long to close. */
  phoneOf(seat: number): Guest | undefined {
    return this.#phones.get(seat);
  }

  /** A client plays a seat from now on, in place of whoever did. */
  seat(seat: number, phone: Guest): void {
    this.#phones.set(seat, phone);
  }

  /** A client is gone. @returns the seat that nobody plays now, if it had one */
  left(phone: Guest): number | undefined {
    const seat = phone.userData?.seat ?? -1;
    if (this.#phones.get(seat) === phone) this.#phones.delete(seat);
    return seat < 0 || this.#phones.has(seat) ? undefined : seat;
  }

  /** What the cell did in a tick, to every stage. */
  pulse(pulse: Pulse | undefined): void {
    if (!pulse) return;
    const bytes = encodePulse(pulse);
    for (const client of this.#room.clients) {
      if (client.userData && client.userData.role !== "student") client.sendBytes("pulse", bytes);
    }
  }

  /** What became of a tap, to its phone if that is still here. */
  tell(phone: Guest | undefined, answer: TapFeedback): void {
    taps[answer.fate]++;
    phone?.send("tap", answer);
  }

  /** All that is due after a tick. */
  send(): void {
    const { feedback, session } = this.#live;
    this.#calls++;
    for (const { seat, message } of feedback.take()) this.tell(this.phoneOf(seat), message);
    if (this.#calls % NEWS_EVERY === 0) this.#sendNews();
    // A host's command is answered at once; all else can wait for the next look.
    if (this.#calls % PATCH_EVERY === 0 || session.state.turn !== this.#turnSent) this.state();
  }

  /** Brings the shared state up to the session, and sends what changed. */
  state(): void {
    const { session, inbox, scribe } = this.#live;
    const { state } = this.#room;
    this.#turnSent = session.state.turn;
    project(observe(session), state);
    if (state.delay !== inbox.lateness.delay) state.delay = inbox.lateness.delay;
    if (state.recording !== scribe.healthy) state.recording = scribe.healthy;
    const trouble = TROUBLES.indexOf(this.#live.trouble);
    if (state.trouble !== trouble) state.trouble = trouble;
    const door = JSON.stringify(this.#door());
    if (state.stage.door !== door) state.stage.door = door;
    this.#room.broadcastPatch();
  }

  /** Tells each phone of its synapse when that changed by itself. */
  #sendNews(): void {
    const { session } = this.#live;
    if (session.state.phase === "round") return;
    for (const [seat, client] of this.#phones) {
      const synapse = synapseOf(session, seat);
      const text = JSON.stringify(synapse);
      if (this.#news.get(seat) === text) continue;
      this.#news.set(seat, text);
      client.send("synapse", synapse);
    }
  }
}
