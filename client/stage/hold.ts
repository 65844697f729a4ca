import { signal } from "@preact/signals";
import type { Moment } from "../scenes/moment.ts";

/** A picture that a viewer holds, to look at it in peace: the class goes on, and so do the words beside it. */
export interface Held {
  readonly moment: Moment;
}

export const held = signal<Held | undefined>(undefined);
/** Whether the viewer wants it held; the picture's next frame is kept. */
const wanted = signal(false);
/** How far the class is ahead of the held picture, whole s. */
export const behind = signal(0);

export function toggleHold(): void {
  if (wanted.peek()) releaseHold();
  else wanted.value = true;
}

export function releaseHold(): void {
  wanted.value = false;
  held.value = undefined;
}

/** What is to be drawn of a moment: the one that is held, or itself. */
export function throughHold(moment: Moment): Moment {
  if (!wanted.peek()) return moment;
  // Kept apart from what the class's own clock goes on writing into.
  held.value ??= { moment: { ...moment, pulses: [...moment.pulses], changes: [...moment.changes] } };
  behind.value = Math.max(0, Math.round((moment.time - held.peek()!.moment.time) / 1000));
  return held.peek()!.moment;
}
