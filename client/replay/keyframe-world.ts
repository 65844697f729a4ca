import { tapsOf, viewBetween } from "../../shared/recording/between.ts";
import type { Recording } from "../../shared/recording/recording.ts";
import { type StampedEvent, TICK_MS } from "../../shared/session/events.ts";
import type { ClassView } from "../../shared/session/view.ts";
import { FUTURE_MS, PAST_MS } from "../scenes/moment.ts";
import { TOLD_MS, Turnover } from "../scenes/view-model/turnover.ts";
import type { Shown } from "./stretch.ts";

const PAST = Math.ceil(PAST_MS / TICK_MS);
const TOLD = Math.ceil(TOLD_MS / TICK_MS);
const AHEAD = Math.ceil(FUTURE_MS / TICK_MS);

/** A class from its keyframes: whatever made it, whoever edited it, this was written down while it was held. */
export class KeyframeWorld {
  readonly #recording: Recording;
  readonly #taps = new Map<number, StampedEvent[]>();

  constructor(recording: Recording) {
    this.#recording = recording;
    for (const stamped of recording.events) {
      if (stamped.event.kind !== "tap") continue;
      const those = this.#taps.get(stamped.tick);
      if (those) those.push(stamped);
      else this.#taps.set(stamped.tick, [stamped]);
    }
  }

  /** Shows a tick. There is no state whose checksum could be told. */
  show(tick: number): Shown | undefined {
    const view = this.#view(tick);
    if (!view) return undefined;
    const turnover = new Turnover();
    for (let at = Math.max(0, tick - TOLD); at <= tick; at++) turnover.note(this.#view(at)!, at * TICK_MS);
    const pulses = Array.from({ length: PAST + AHEAD + 1 }, (_, i) => tick - PAST + i).flatMap((at) => {
      const pulse = tapsOf(this.#taps.get(at) ?? [], at, view, this.#recording.header.script);
      return pulse ? [pulse] : [];
    });
    return { view, hash: "", pulses, changes: turnover.changes };
  }

  #view = (tick: number): ClassView | undefined => viewBetween(this.#recording.keyframes, tick);
}
