import { MODEL_VERSION } from "../../shared/model/parameters.ts";
import { marksOf } from "../../shared/recording/between.ts";
import { type Course, withTaps } from "../../shared/recording/course.ts";
import type { Mark } from "../../shared/recording/exploration.ts";
import { type Recording, upTo } from "../../shared/recording/recording.ts";
import { comesOutOtherwise, type FromKeyframes } from "./from-keyframes.ts";
import { KeyframeWorld } from "./keyframe-world.ts";
import type { Shown } from "./stretch.ts";
import { World } from "./world.ts";

/**
 * A class as it was: simulated again as far as that gives what was recorded, and from there on shown from what was written
 * down while it was held.
 */
export class RecordedWorld {
  /** What of it makes sense. */
  recording: Recording;
  fromKeyframes: FromKeyframes | undefined;
  #world: World;
  readonly #keyframes: KeyframeWorld | undefined;

  constructor(recording: Recording) {
    this.recording = recording;
    this.#world = new World(recording);
    const { keyframes, ticks, header } = recording;
    if (keyframes.length === 0) return;
    this.#keyframes = new KeyframeWorld(recording);
    if (header.model !== MODEL_VERSION) this.fromKeyframes = { from: 0, why: "model" };
    else if (keyframes.at(-1)!.tick >= ticks) this.fromKeyframes = { from: ticks, why: "damaged" };
  }

  get exploration() {
    return this.#world.exploration;
  }

  /** Ticks that can be shown. */
  get ticks(): number {
    const { ticks, keyframes } = this.recording;
    return this.fromKeyframes ? Math.max(ticks, keyframes.at(-1)!.tick + 1) : ticks;
  }

  get explored(): boolean {
    const { done, tick } = this.exploration;
    return done || (this.fromKeyframes !== undefined && tick >= this.fromKeyframes.from);
  }

  get marks(): readonly Mark[] {
    const { marks } = this.exploration;
    const from = this.fromKeyframes?.from;
    if (from === undefined) return marks;
    return [...marks.filter(({ tick }) => tick < from), ...marksOf(this.recording).filter(({ tick }) => tick >= from)];
  }

  /** What a timeline draws; where keyframes show what was, its taps are known, and no more. */
  get course(): Course {
    const { course } = this.exploration;
    return this.fromKeyframes ? withTaps(course, this.recording.events, this.fromKeyframes.from) : course;
  }

  /** Whether it is known by now to be another class than was recorded. */
  get otherwise(): boolean {
    return comesOutOtherwise(this.recording.header.model, this.exploration.mismatchAt);
  }

  /**
   * Looks through the next ticks.
   * @throws RangeError for events that contradict each other at once, where no keyframe shows what was
   */
  explore(ticks: number): void {
    if (this.explored) return;
    try {
      this.exploration.run(ticks);
    } catch (error) {
      const { agreedUntil } = this.exploration;
      if (!(error instanceof RangeError) || (agreedUntil === 0 && !this.#keyframes)) throw error;
      this.#endAt(agreedUntil);
      return;
    }
    if (this.exploration.mismatchAt !== undefined && this.#keyframes)
      this.#leave("differs", this.exploration.agreedUntil);
  }

  show(tick: number): Shown | undefined {
    const { fromKeyframes } = this;
    if (fromKeyframes && tick >= fromKeyframes.from) return this.#keyframes?.show(tick);
    try {
      return this.#world.show(tick);
    } catch (error) {
      // Somebody jumped to where exploration had not been yet.
      if (!(error instanceof RangeError) || !this.#keyframes) throw error;
      return this.#keyframes.show(tick);
    }
  }

  /** Makes some of what a viewer who goes backwards is about to see. @returns whether there is more to make */
  prepare(): boolean {
    return this.fromKeyframes === undefined && this.#world.prepare();
  }

  /** What comes from a tick on contradicts what was before: it is left out. */
  #endAt(tick: number): void {
    this.recording = upTo(this.recording, tick);
    this.#world = new World(this.recording);
    this.exploration.run(tick);
    if (this.#keyframes) this.#leave("contradiction", tick);
  }

  #leave(why: FromKeyframes["why"], from: number): void {
    if (this.fromKeyframes && this.fromKeyframes.from <= from) return;
    this.fromKeyframes = { from, why };
  }
}
