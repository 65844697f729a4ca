import type { Checkpoint } from "../session/checkpoint.ts";
import type { StampedEvent } from "../session/events.ts";
import { KEEP_EVERY } from "../session/kept.ts";
import type { Pulse } from "../session/pulse.ts";
import { Session } from "../session/session.ts";
import type { Recording } from "./recording.ts";

/** Ticks between the exact checkpoints kept in memory. */
export const CHECKPOINT_EVERY = KEEP_EVERY;

/** Checkpoints of one recording by number, shared between those who play it. */
export type Checkpoints = { readonly checkpoint: Checkpoint; readonly next: number }[];

/**
 * Runs a recorded class again, tick by tick, from its events, and jumps to any tick by way of exact checkpoints. The
 * same class gives the same bits, whoever watches.
 */
export class Playback {
  readonly recording: Recording;
  readonly session: Session;
  readonly checkpoints: Checkpoints;
  #next = 0;

  constructor(recording: Recording, checkpoints: Checkpoints = []) {
    this.recording = recording;
    this.checkpoints = checkpoints;
    this.session = new Session(recording.header, recording.slowed && { slowed: recording.slowed });
    this.session.earlier = (tick) => this.checkpoints[tick / CHECKPOINT_EVERY]?.checkpoint;
  }

  /** Runs one tick and returns what the cell did in it. */
  step(): Pulse | undefined {
    const { session, checkpoints } = this;
    const { tick } = session.state;
    if (tick === checkpoints.length * CHECKPOINT_EVERY) {
      checkpoints.push({ checkpoint: session.save(), next: this.#next });
    }
    for (let due = this.#due(tick); due; due = this.#due(tick)) {
      session.apply(due.event);
      this.#next++;
    }
    session.step();
    return session.pulse;
  }

  /** Goes to a tick, backwards or forwards: from the nearest checkpoint before it unless it is just ahead. */
  seek(tick: number): void {
    const { session, checkpoints } = this;
    const target = Math.max(0, Math.min(tick, this.recording.ticks));
    const near = checkpoints[Math.min(Math.floor(target / CHECKPOINT_EVERY), checkpoints.length - 1)];
    const here = session.state.tick;
    if (near && (target < here || near.checkpoint.state.tick > here)) {
      session.restore(near.checkpoint);
      this.#next = near.next;
    }
    while (session.state.tick < target) this.step();
  }

  #due(tick: number): StampedEvent | undefined {
    const event = this.recording.events[this.#next];
    return event && event.tick <= tick ? event : undefined;
  }
}
