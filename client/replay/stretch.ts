import type { Playback } from "../../shared/recording/playback.ts";
import { TICK_MS } from "../../shared/session/events.ts";
import { observe } from "../../shared/session/observe.ts";
import type { Pulse } from "../../shared/session/pulse.ts";
import type { ClassView } from "../../shared/session/view.ts";
import { FUTURE_MS, PAST_MS } from "../scenes/moment.ts";
import { type Change, TOLD_MS, Turnover } from "../scenes/view-model/turnover.ts";

/** Ticks that a scene sees behind and ahead of the instant it draws. */
const PAST = Math.ceil(PAST_MS / TICK_MS);
const AHEAD = Math.ceil(FUTURE_MS / TICK_MS);
/** Ticks that are stepped through before the first one shown, so that what is on its way there is known. */
const BEFORE = Math.ceil(Math.max(PAST_MS, TOLD_MS) / TICK_MS);

/** All that a page shows of one tick. */
export interface Shown {
  readonly view: ClassView;
  readonly hash: string;
  readonly pulses: readonly Pulse[];
  readonly changes: readonly Change[];
}

/** Ticks in a row that have been played, with all that a page shows of each. */
export class Stretch {
  /** The first tick that can be shown. */
  from: number;
  readonly playback: Playback;
  readonly #seen = new Map<number, Omit<Shown, "pulses">>();
  #pulses: Pulse[] = [];
  readonly #turnover = new Turnover();
  #last: ClassView | undefined;

  constructor(playback: Playback, from: number) {
    this.playback = playback;
    this.from = Math.max(0, from);
    playback.seek(this.from - BEFORE);
    this.#note();
  }

  get #here(): number {
    return this.playback.session.state.tick;
  }

  /** The tick up to which it must have played so that `tick` can be shown. */
  #end(tick: number): number {
    return Math.min(tick + AHEAD, this.playback.recording.ticks);
  }

  covers(tick: number): boolean {
    return this.#seen.has(tick) && this.#here >= this.#end(tick);
  }

  /** Whether a tick is there already, or so near ahead that playing on is the quickest way to it. */
  leadsTo(tick: number): boolean {
    return this.covers(tick) || (tick >= this.from && tick <= this.#here + PAST);
  }

  /** Plays on, at most `most` ticks, until `tick` can be shown. @returns whether it can */
  run(tick: number, most = Number.POSITIVE_INFINITY): boolean {
    const end = this.#end(tick);
    for (let i = 0; i < most && this.#here < end; i++) {
      const pulse = this.playback.step();
      if (pulse) this.#pulses.push(pulse);
      this.#note();
    }
    return this.#here >= end;
  }

  /** Forgets what was before a tick. */
  forget(before: number): void {
    for (; this.from < before; this.from++) this.#seen.delete(this.from);
    if (this.#pulses.length > 0 && this.#pulses[0]!.tick < before - PAST) {
      this.#pulses = this.#pulses.filter(({ tick }) => tick >= before - PAST);
    }
  }

  at(tick: number): Shown | undefined {
    const seen = this.#seen.get(tick);
    const [first, end] = [tick - PAST, this.#end(tick)];
    return seen && { ...seen, pulses: this.#pulses.filter(({ tick: at }) => at >= first && at < end) };
  }

  #note(): void {
    const { session } = this.playback;
    const { tick } = session.state;
    const view = lasting(observe(session), this.#last);
    const changes = this.#turnover.note(view, tick * TICK_MS);
    this.#last = view;
    if (tick >= this.from) this.#seen.set(tick, { view, changes, hash: session.hash() });
  }
}

/** A view that stays what it is while the session goes on: its lists grow in place. They are shared while they do not. */
function lasting(view: ClassView, before: ClassView | undefined): ClassView {
  return {
    ...view,
    plot: kept(view.plot, before?.plot),
    story: kept(view.story, before?.story),
    settled: kept(view.settled, before?.settled),
    memory: view.memory && {
      ...view.memory,
      pictures: kept(view.memory.pictures, before?.memory?.pictures),
      recalled: kept(view.memory.recalled, before?.memory?.recalled),
    },
  };
}

const kept = <T>(now: readonly T[], before: readonly T[] | undefined): readonly T[] =>
  before && before.length === now.length && before.at(-1) === now.at(-1) ? before : now.slice();
