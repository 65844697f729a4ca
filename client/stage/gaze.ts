import { signal } from "@preact/signals";
import { closer, further, type Gaze, sameGaze, wholeCell, type Zoom } from "../scenes/view-model/zoom/gaze.ts";

/** Where this screen looks: what its buttons, keys and clicks set, and whatever else may lead it. */
export const gaze = signal<Gaze>(wholeCell);

/** Looks somewhere. @returns whether that is elsewhere */
export function lookAt(next: Gaze): boolean {
  const before = gaze.peek();
  // At cell zoom a seat is kept in mind, for the next zoom in.
  if (before.zoom !== next.zoom || before.seat !== next.seat) gaze.value = next;
  return !sameGaze(before, next);
}

/** The same seat at another zoom. */
export const zoomTo = (zoom: Zoom): boolean => lookAt({ ...gaze.peek(), zoom });

/** One zoom in on a seat, by default the one that is in mind. */
export const zoomIn = (seat = gaze.peek().seat): boolean => lookAt(closer(gaze.peek(), seat));

export const zoomOut = (): boolean => lookAt(further(gaze.peek()));

/** Another seat at the same zoom. */
export const goTo = (seat: number): boolean => lookAt({ ...gaze.peek(), seat });
