import { type SessionEvent, TICK_MS } from "../../shared/session/events.ts";
import type { Session } from "../../shared/session/session.ts";
import { stepsPerTick } from "../../shared/session/timing.ts";
import { FUTURE_TOLERANCE_MS, MIN_TAP_INTERVAL_MS } from "../../shared/wire/limits.ts";
import type { TapMessage } from "../../shared/wire/messages.ts";
import { Lateness } from "./lateness.ts";

/** A tap that was given its place. */
export interface Placed {
  readonly tick: number;
  readonly offset: number;
}

export type TapVerdict = Placed | "lost" | "too-fast" | "resting" | "repeated";

/**
 * Gives everything that arrives its place in the session. A tap is placed at its own time, less the phone's constant
 * offset, within the delay D behind which the session steps; too late or from the future it is dropped, never moved.
 * Taps wait here, by tick, until the session reaches them.
 */
export class Inbox {
  readonly lateness = new Lateness();
  readonly #session: Session;
  readonly #waiting = new Map<number, SessionEvent[]>();
  readonly #seats = new Map<number, { seq: number; at: number }>();

  constructor(session: Session) {
    this.#session = session;
  }

  /**
   * Judges a student's tap.
   * @param now the room's clock, ms
   */
  tap(seat: number, message: TapMessage, now: number): TapVerdict {
    const last = this.#seats.get(seat);
    if (last && message.seq <= last.seq) return "repeated";
    const at = message.at;
    // Only a tap that passes moves the mark: neither a clock ahead of ours nor fast fingers may lock a seat out.
    this.#seats.set(seat, { seq: message.seq, at: last?.at ?? Number.NEGATIVE_INFINITY });
    if (at > now + FUTURE_TOLERANCE_MS) return "lost";
    if (last && at - last.at < MIN_TAP_INTERVAL_MS) return "too-fast";
    this.#seats.set(seat, { seq: message.seq, at });
    const bias = this.#session.state.seats[seat]?.bias ?? 0;
    const placed = at - bias;
    if (this.#session.state.phase === "round") this.lateness.note(now - placed);
    return this.place(seat, placed);
  }

  /** Places a tap at a room time, ms; also the way in for bots. */
  place(seat: number, at: number): TapVerdict {
    const { state, round } = this.#session;
    if (!round || state.phase !== "round") return "resting";
    const tick = Math.floor(at / TICK_MS);
    if (tick < state.tick) return "lost";
    const offset = Math.floor((at - tick * TICK_MS) / (TICK_MS / stepsPerTick(round)));
    const waiting = this.#waiting.get(tick) ?? [];
    waiting.push({ kind: "tap", seat, offset });
    this.#waiting.set(tick, waiting);
    return { tick, offset };
  }

  /** The taps of a tick, which the session has reached. */
  take(tick: number): readonly SessionEvent[] {
    const taps = this.#waiting.get(tick) ?? [];
    this.#waiting.delete(tick);
    return taps;
  }

  /** A seat's phone was replaced by another one, which counts its taps from its own start. */
  forget(seat: number): void {
    this.#seats.delete(seat);
  }
}
