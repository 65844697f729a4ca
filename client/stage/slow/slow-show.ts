import { type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { Round } from "../../../shared/lesson/round.ts";
import type { Moment } from "../../scenes/moment.ts";
import { type Decisive, type StepTime, stepsOf } from "../../scenes/view-model/decisive.ts";
import type { Show } from "../show.ts";

/** Session ms that pass in a ms on the wall. */
export const PACE = 1 / 10;
/** At each step the clock holds for so long, ms: time to read what is seen. */
export const HOLD_MS = 1400;

/** A moment as something to draw, at a clock of its own that can be held and stepped. */
export interface SlowShow extends Show {
  readonly steps: readonly StepTime[];
  /** The step that is seen, an index of `steps`; -1 before the first. */
  readonly step: ReadonlySignal<number>;
  readonly playing: Signal<boolean>;
  /** Goes to the next step, or the one before, and holds it there. */
  go(by: 1 | -1): void;
}

/** @param now a clock, ms (for tests) */
export function slowShow(decisive: Decisive, script: readonly Round[], now = () => performance.now()): SlowShow {
  const { from, to, view, pulses } = decisive;
  const steps = stepsOf(decisive);
  const step = signal(-1);
  const playing = signal(true);
  let time = from;
  let looked = now();
  /** Until when the clock holds at a step. */
  let held = 0;

  function show(at: number, which: number): void {
    time = Math.max(from, Math.min(to, at));
    step.value = which;
    if (time >= to) playing.value = false;
  }

  /** Plays on, as far as the next step at most. */
  function play(passed: number): void {
    if (looked < held) return;
    const at = time + passed * PACE;
    const next = steps[step.peek() + 1];
    if (next && at >= next.time) {
      held = looked + HOLD_MS;
      show(next.time, step.peek() + 1);
    } else show(at, step.peek());
  }
  return {
    view: signal(view),
    script,
    steps,
    step,
    playing,
    moment(): Moment {
      const passed = Math.min(250, now() - looked);
      looked = now();
      if (playing.peek()) play(passed);
      return { time, view, pulses, changes: [] };
    },
    beatTime: () => time,
    pace: () => PACE,
    go(by) {
      playing.value = false;
      const next = Math.max(-1, Math.min(steps.length - 1, step.peek() + by));
      show(steps[next]?.time ?? from, next);
    },
  };
}
