import { Exploration } from "../../shared/recording/exploration.ts";
import { Playback } from "../../shared/recording/playback.ts";
import type { Recording } from "../../shared/recording/recording.ts";
import { TICK_MS } from "../../shared/session/events.ts";
import { observe } from "../../shared/session/observe.ts";
import type { Pulse } from "../../shared/session/pulse.ts";
import type { ClassView } from "../../shared/session/view.ts";
import { FUTURE_MS, PAST_MS } from "../scenes/moment.ts";
import { type Change, TOLD_MS, Turnover } from "../scenes/view-model/turnover.ts";

/** Ticks that a scene sees behind and ahead of the instant it draws. */
const PAST = Math.ceil(PAST_MS / TICK_MS);
/** Ticks that are stepped through before the first one shown, so that what is on its way there is known. */
const BEFORE = Math.ceil(Math.max(PAST_MS, TOLD_MS) / TICK_MS);
const AHEAD = Math.ceil(FUTURE_MS / TICK_MS);

/** All that a page shows of one tick. */
export interface Shown {
  readonly view: ClassView;
  readonly hash: string;
  readonly pulses: readonly Pulse[];
  readonly changes: readonly Change[];
}

/** A class as it was, or as it would have been, for somebody who jumps about in it. */
export class World {
  readonly exploration: Exploration;
  readonly #playback: Playback;
  /** What the playback, which runs AHEAD of the shown tick, has passed. */
  #pulses: Pulse[] = [];
  #turnover = new Turnover();
  readonly #seen = new Map<number, Omit<Shown, "pulses">>();

  constructor(recording: Recording) {
    this.exploration = new Exploration(recording);
    this.#playback = new Playback(recording, this.exploration.checkpoints);
  }

  /** Shows a tick: goes on from where the playback is when that is near, else starts over two seconds before it. */
  show(tick: number): Shown | undefined {
    const { session, recording } = this.#playback;
    const last = Math.min(tick + AHEAD, recording.ticks);
    const here = session.state.tick;
    const covers = this.#seen.has(tick) || here <= tick;
    if (here > last || here < tick - PAST || !covers) {
      this.#playback.seek(tick - BEFORE);
      this.#pulses = [];
      this.#turnover = new Turnover();
      this.#seen.clear();
    }
    for (;;) {
      const at = session.state.tick;
      const view = observe(session);
      const changes = this.#turnover.note(view, at * TICK_MS);
      if (at >= tick) this.#seen.set(at, { view, changes, hash: session.hash() });
      if (at >= last) break;
      const pulse = this.#playback.step();
      if (pulse) this.#pulses.push(pulse);
    }
    for (const at of this.#seen.keys()) if (at < tick) this.#seen.delete(at);
    this.#pulses = this.#pulses.filter((pulse) => pulse.tick >= tick - PAST);
    const shown = this.#seen.get(tick);
    return shown && { ...shown, pulses: this.#pulses };
  }
}
