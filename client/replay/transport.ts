import { batch, computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { TICK_MS } from "../../shared/session/events.ts";

/** Times faster than the class. */
export const SPEEDS = [0.25, 0.5, 1, 2, 4, 8, 16, 32, 64] as const;

/** A part that is played again and again, session ms. */
export interface Loop {
  readonly from: number;
  readonly to: number;
}

/** The shortest loop, ms: what is shorter is no more than two presses of a key. */
const SHORTEST_LOOP = 4 * TICK_MS;

/** Where in a class one is, and how one moves: as a tape is driven. */
export interface Transport {
  /** Session ms. */
  readonly time: Signal<number>;
  readonly playing: Signal<boolean>;
  readonly backwards: Signal<boolean>;
  readonly speed: Signal<number>;
  /** The ends of a loop as far as they are set. */
  readonly ends: ReadonlySignal<Partial<Loop>>;
  /** The loop, once both ends are set. */
  readonly loop: ReadonlySignal<Loop | undefined>;
  /** Plays or stops; from the other end of the class when it has come to one. */
  toggle(backwards?: boolean): void;
  seek(ms: number): void;
  /** Stops, and goes whole ticks on or back. */
  step(ticks: number): void;
  /** One speed faster (1) or slower (-1). */
  change(by: 1 | -1): void;
  /** Sets one end of the loop where one is; the other gives way when it would lie on the wrong side. */
  mark(end: keyof Loop): void;
  setLoop(loop: Partial<Loop>): void;
  /** Goes on by so many ms on the wall. */
  advance(passed: number): void;
}

/** @param length  of the class, session ms */
export function transport(length: ReadonlySignal<number>): Transport {
  const time = signal(0);
  const playing = signal(false);
  const backwards = signal(false);
  const speed = signal(1);
  const ends = signal<Partial<Loop>>({});
  const loop = computed(() => {
    const { from, to } = ends.value;
    return from === undefined || to === undefined ? undefined : { from, to };
  });
  const seek = (ms: number): void => {
    time.value = Math.max(0, Math.min(length.value, ms));
  };

  /** Where a tape that runs is next, and whether it goes on from there. */
  function next(passed: number): { at: number; on: boolean } {
    const { from, to } = loop.peek() ?? { from: 0, to: length.peek() };
    const at = time.peek() + (backwards.peek() ? -1 : 1) * passed * speed.peek();
    if (loop.peek()) {
      if (at >= to && !backwards.peek()) return { at: from, on: true };
      if (at <= from && backwards.peek()) return { at: to, on: true };
      return { at: Math.max(from, Math.min(to, at)), on: true };
    }
    return { at, on: at > 0 && at < to };
  }

  return {
    time,
    playing,
    backwards,
    speed,
    ends,
    loop,
    toggle(back = false) {
      batch(() => {
        const on = !playing.peek() || backwards.peek() !== back;
        backwards.value = back;
        playing.value = on;
        if (!on || loop.peek()) return;
        if (!back && time.peek() >= length.peek()) seek(0);
        if (back && time.peek() <= 0) seek(length.peek());
      });
    },
    seek,
    step(ticks) {
      playing.value = false;
      seek((Math.floor(time.peek() / TICK_MS) + ticks) * TICK_MS);
    },
    change(by) {
      const at = SPEEDS.findIndex((one) => one >= speed.peek());
      speed.value = SPEEDS[Math.max(0, Math.min(SPEEDS.length - 1, at + by))]!;
    },
    mark(end) {
      const here = Math.floor(time.peek() / TICK_MS) * TICK_MS;
      const both: Partial<Loop> = { ...ends.peek(), [end]: here };
      const { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY } = both;
      ends.value = to - from >= SHORTEST_LOOP ? both : { [end]: here };
    },
    setLoop(wanted) {
      ends.value = wanted;
    },
    advance(passed) {
      if (!playing.peek()) return;
      const { at, on } = next(passed);
      batch(() => {
        seek(at);
        playing.value = on;
      });
    },
  };
}
