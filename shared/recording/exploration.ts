import { type Checkpoints, Playback } from "./playback.ts";
import type { Recording } from "./recording.ts";

/** An instant that a timeline marks. */
export interface Mark {
  readonly tick: number;
  readonly kind: "round" | "lapse" | "stimulation" | "conditions" | "pause" | "end";
  readonly round: number;
}

/**
 * One pass through a recording from start to end: it compares every recorded hash with the state, marks where phases
 * change, and leaves the checkpoints that make every seek quick.
 */
export class Exploration {
  readonly checkpoints: Checkpoints = [];
  readonly marks: Mark[] = [];
  /** Recorded hashes compared so far, and the tick of the first that differed. */
  compared = 0;
  mismatchAt: number | undefined;
  readonly #playback: Playback;

  constructor(recording: Recording) {
    this.#playback = new Playback(recording, this.checkpoints);
  }

  get tick(): number {
    return this.#playback.session.state.tick;
  }

  get done(): boolean {
    return this.tick >= this.#playback.recording.ticks;
  }

  /** Runs up to `ticks` ticks. */
  run(ticks: number): void {
    const { session, recording } = this.#playback;
    for (let i = 0; i < ticks && !this.done; i++) {
      const { tick, phase, paused, conditions } = session.state;
      this.#playback.step();
      if (JSON.stringify(session.state.conditions) !== JSON.stringify(conditions)) {
        this.marks.push({ tick, kind: "conditions", round: session.state.round });
      }
      this.#mark(tick, phase, paused);
      const recorded = recording.hashes.get(tick + 1);
      if (recorded === undefined) continue;
      this.compared++;
      if (session.hash() !== recorded) this.mismatchAt ??= tick + 1;
    }
  }

  #mark(tick: number, phaseBefore: string, pausedBefore: boolean): void {
    const { phase, paused, round } = this.#playback.session.state;
    const push = (kind: Mark["kind"]): void => void this.marks.push({ tick, kind, round });
    if (phase !== phaseBefore) {
      if (phase === "round" || phase === "lapse" || phase === "stimulation") push(phase);
      else if (phase === "ended") push("end");
    } else if (paused && !pausedBefore) push("pause");
  }
}
