import { MAX_DELAY_MS, MIN_DELAY_MS } from "../../shared/wire/limits.ts";

/** Taps that the delay is chosen from. */
const MEMORY = 200;
/** The share of taps that should arrive in time. */
const SHARE = 0.98;
/** Ticks between two looks, and how far the delay may move at each, ms: 20 ms a second go unseen by the class. */
const LOOK_EVERY = 25;
const SLEW_MS = 20;

/** Chooses the delay D behind which the session steps: the 98th percentile of how late taps arrive, within its limits. */
export class Lateness {
  #delay = MIN_DELAY_MS;
  readonly #late: number[] = [];
  #ticks = 0;

  /** ms */
  get delay(): number {
    return Math.round(this.#delay);
  }

  /** @param late arrival minus placed time of a tap, ms; also of one that came too late */
  note(late: number): void {
    this.#late.push(late);
    if (this.#late.length > MEMORY) this.#late.shift();
  }

  /** Moves the delay a little towards what the last taps need. Once a tick. */
  settle(): void {
    if (++this.#ticks % LOOK_EVERY !== 0) return;
    const sorted = [...this.#late].sort((a, b) => a - b);
    const wanted = sorted[Math.floor(SHARE * (sorted.length - 1))] ?? MIN_DELAY_MS;
    const goal = Math.max(MIN_DELAY_MS, Math.min(MAX_DELAY_MS, wanted));
    this.#delay += Math.max(-SLEW_MS, Math.min(SLEW_MS, goal - this.#delay));
  }
}
