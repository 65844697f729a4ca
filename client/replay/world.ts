import { Exploration } from "../../shared/recording/exploration.ts";
import { Playback } from "../../shared/recording/playback.ts";
import type { Recording } from "../../shared/recording/recording.ts";
import { type Shown, Stretch } from "./stretch.ts";

/** Ticks that are kept behind the shown one, and played at once before it when it is gone back further: ten seconds. */
const KEPT = 250;
/** Further back than this is a jump, ticks. */
const JUMP = 125;
/** Nearer than this to the beginning of what is there, going back, the stretch before it is made ready, ticks. */
const SOON = 200;
/** Ticks of it that are played in one go, so that nobody who seeks has to wait. */
const SLICE = 40;

/** A class as it was, or as it would have been, for somebody who jumps about in it, and plays it forwards or backwards. */
export class World {
  readonly exploration: Exploration;
  #shown: Stretch;
  /** The stretch before what is shown, while it is gone backwards. */
  #earlier: Stretch | undefined;
  /** Plays the next stretch, while the other's is still shown. */
  #spare: Playback;
  #tick = 0;
  #backwards = false;

  constructor(recording: Recording) {
    this.exploration = new Exploration(recording);
    const { checkpoints } = this.exploration;
    this.#shown = new Stretch(new Playback(recording, checkpoints), 0);
    this.#spare = new Playback(recording, checkpoints);
  }

  /** Shows a tick: from what has been played, by going on where that is near, else anew. */
  show(tick: number): Shown | undefined {
    const gone = tick - this.#tick;
    if (gone !== 0) this.#backwards = gone < 0 && gone > -JUMP;
    this.#tick = tick;
    if (!this.#shown.leadsTo(tick)) {
      if (this.#earlier?.leadsTo(tick)) this.#take(this.#earlier);
      else this.#take(new Stretch(this.#spare, this.#backwards ? tick - KEPT : tick));
    }
    this.#shown.run(tick);
    if (!this.#backwards) this.#shown.forget(tick - KEPT);
    return this.#shown.at(tick);
  }

  #take(next: Stretch): void {
    this.#earlier = undefined;
    this.#spare = this.#shown.playback;
    this.#shown = next;
  }

  /** Makes some of what a viewer who goes backwards is about to see. @returns whether there is more to make */
  prepare(): boolean {
    const { from } = this.#shown;
    if (!this.#backwards || from === 0 || this.#tick - from > SOON) return false;
    // It meets what is shown; both are kept until the viewer is in it.
    this.#earlier ??= new Stretch(this.#spare, from - KEPT);
    return !this.#earlier.run(from - 1, SLICE);
  }
}
