import { lagOf } from "../../shared/lesson/round.ts";
import { gaussian, uniform } from "../../shared/model/random.ts";
import { TICK_MS } from "../../shared/session/events.ts";
import type { Session } from "../../shared/session/session.ts";

/** In an unguided round each bot taps about once in so many beats. */
const ALONE_EVERY_BEATS = 12;

/**
 * Bot neurons: they tap with the beat, as unsteadily as the teacher set, or now and then when there is no beat. What
 * they do becomes tap events like any student's, so a replay needs no bots.
 */
export class Bots {
  readonly #session: Session;
  readonly #random: Uint32Array;
  /** The first beat that has not been planned, in the turn of the session that it belongs to. */
  #planned = { turn: -1, beat: 0 };

  constructor(session: Session, random: Uint32Array) {
    this.#session = session;
    this.#random = random;
  }

  /**
   * Plans the taps around the next beat once the session is within half a beat of it. Call once a tick.
   * @returns taps to place: seat and session time, ms
   */
  plan(): readonly { seat: number; at: number }[] {
    const { state, round } = this.#session;
    if (!round || state.phase !== "round" || state.paused) return [];
    if (this.#planned.turn !== state.turn) this.#planned = { turn: state.turn, beat: state.beat };
    const beatAt = this.#session.beatZero() + this.#planned.beat * round.beatMs;
    const earliest = state.tick * TICK_MS;
    if (this.#planned.beat >= round.beats || beatAt - round.beatMs / 2 > earliest + TICK_MS) return [];
    this.#planned.beat++;
    const taps: { seat: number; at: number }[] = [];
    state.seats.forEach((seat, index) => {
      if (!seat?.bot || !seat.connected || !this.#session.asks(index)) return;
      if (!round.guided && uniform(this.#random) * ALONE_EVERY_BEATS > 1) return;
      const half = round.beatMs / 2 - TICK_MS;
      const error = round.guided
        ? gaussian(this.#random) * state.bots.jitterMs
        : (2 * uniform(this.#random) - 1) * half;
      taps.push({
        seat: index,
        at: Math.max(earliest, beatAt + lagOf(round, index) + Math.max(-half, Math.min(half, error))),
      });
    });
    return taps;
  }
}
