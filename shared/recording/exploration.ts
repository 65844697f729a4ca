import type { SessionEvent } from "../session/events.ts";
import { type Course, CourseRecorder } from "./course.ts";
import { type Checkpoints, Playback } from "./playback.ts";
import type { Recording } from "./recording.ts";

/** An instant that a timeline marks. */
export interface Mark {
  readonly tick: number;
  readonly kind: "round" | "lapse" | "stimulation" | "condition" | "pause" | "end";
  readonly round: number;
  /** What a lapse spans, biological minutes. */
  readonly minutes?: number;
  /** What came, went or was given. */
  readonly condition?: ConditionEvent;
}

export type ConditionEvent = Extract<SessionEvent, { kind: "drug" | "module" | "pathway" | "modulate" }>;

export const isCondition = (event: SessionEvent): event is ConditionEvent =>
  event.kind === "drug" || event.kind === "module" || event.kind === "pathway" || event.kind === "modulate";

/**
 * One pass through a recording from start to end: it compares every recorded hash with the state, marks where phases and
 * conditions change, takes down what a timeline draws, and leaves the checkpoints that make every seek quick.
 */
export class Exploration {
  readonly checkpoints: Checkpoints = [];
  readonly marks: Mark[] = [];
  /** Recorded hashes compared so far, and the tick of the first that differed. */
  compared = 0;
  mismatchAt: number | undefined;
  /** The last tick whose hash was as recorded, while none before differed. */
  agreedUntil = 0;
  readonly #playback: Playback;
  readonly #course = new CourseRecorder();
  /** Events before this one are marked. */
  #next = 0;

  constructor(recording: Recording) {
    this.#playback = new Playback(recording, this.checkpoints);
  }

  get recording(): Recording {
    return this.#playback.recording;
  }

  get tick(): number {
    return this.#playback.session.state.tick;
  }

  get done(): boolean {
    return this.tick >= this.#playback.recording.ticks;
  }

  /** What a timeline draws of the part that was run. */
  get course(): Course {
    return this.#course.course(this.recording.ticks);
  }

  /** Runs up to `ticks` ticks. */
  run(ticks: number): void {
    const { session, recording } = this.#playback;
    for (let i = 0; i < ticks && !this.done; i++) {
      const { tick, phase, paused } = session.state;
      this.#course.note(session, this.#playback.step());
      this.#markConditions(tick);
      this.#mark(tick, phase, paused);
      const recorded = recording.hashes.get(tick + 1);
      if (recorded === undefined) continue;
      this.compared++;
      if (session.hash() !== recorded) this.mismatchAt ??= tick + 1;
      else if (this.mismatchAt === undefined) this.agreedUntil = tick + 1;
    }
  }

  #mark(tick: number, phaseBefore: string, pausedBefore: boolean): void {
    const { phase, paused, round, lapseSeconds } = this.#playback.session.state;
    const push = (kind: Mark["kind"]): void => void this.marks.push({ tick, kind, round });
    if (phase !== phaseBefore) {
      if (phase === "lapse") this.marks.push({ tick, kind: phase, round, minutes: lapseSeconds / 60 });
      else if (phase === "round" || phase === "stimulation") push(phase);
      else if (phase === "ended") push("end");
    } else if (paused && !pausedBefore) push("pause");
  }

  /** Marks the conditions among the events that applied before a tick; the room records only what changed something. */
  #markConditions(tick: number): void {
    const { recording, session } = this.#playback;
    for (let next = recording.events[this.#next]; next && next.tick <= tick; next = recording.events[this.#next]) {
      const { event } = next;
      if (isCondition(event)) {
        this.marks.push({ tick, kind: "condition", round: session.state.round, condition: event });
      }
      this.#next++;
    }
  }
}
