import { batch, type ReadonlySignal } from "@preact/signals";
import { nextTap } from "../../shared/recording/course.ts";
import { TICK_MS } from "../../shared/session/events.ts";
import type { Facts } from "./facts.ts";
import type { Transport } from "./transport.ts";

/** Steps from one thing that happened to the next; each stops the tape. */
export interface Steps {
  /** To the beginning of the phase before or after: a round, a lapse, a stimulation, the end. */
  stepPhase(direction: 1 | -1): void;
  /** To the tick of the tap before or after: of the followed neuron alone, where one is followed. */
  stepTap(direction: 1 | -1): void;
}

export function steps(
  { marks, course, length }: Pick<Facts, "marks" | "course" | "length">,
  { time, playing, seek }: Transport,
  followed: ReadonlySignal<number | undefined>,
): Steps {
  const go = (to: number | undefined): void =>
    batch(() => {
      playing.value = false;
      if (to !== undefined) seek(to);
    });
  return {
    stepPhase(direction) {
      const here = time.peek();
      // A phase is seen from the tick after the one in which it began.
      const begins = marks
        .peek()
        .flatMap(({ kind, time }) => (kind === "condition" || kind === "pause" ? [] : time + TICK_MS));
      if (direction > 0) go(begins.find((at) => at > here) ?? length.peek());
      else go(begins.findLast((at) => at < here) ?? 0);
    },
    stepTap(direction) {
      const taps = course.peek()?.taps;
      const tap = taps && nextTap(taps, Math.floor(time.peek() / TICK_MS), direction, followed.peek());
      go(tap && Math.floor(tap.time / TICK_MS) * TICK_MS);
    },
  };
}
