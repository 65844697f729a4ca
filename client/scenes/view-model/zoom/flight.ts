import type { Layout } from "../layout.ts";
import { between, closeUpShare, progress, type View, viewOf } from "./camera.ts";
import { type Gaze, sameGaze, wholeCell } from "./gaze.ts";

/** The camera's present way. A page has one; where it is depends on the wall's clock, never on what was drawn before. */
export interface Flight {
  /** Where it goes, and the gaze that it left. */
  gaze: Gaze;
  left: Gaze;
  /** Where it began and where it ends. */
  readonly from: View;
  to: View;
  /** Wall-clock ms; NaN: it begins with the next frame. */
  began: number;
  /** Where it is, and how far: 0 … 1. */
  readonly view: View;
  t: number;
}

export const noFlight = (): Flight => ({
  gaze: wholeCell,
  left: wholeCell,
  from: { x: 0, y: 0, scale: 1 },
  to: { x: 0, y: 0, scale: 1 },
  began: Number.NEGATIVE_INFINITY,
  view: { x: 0, y: 0, scale: 1 },
  t: 1,
});

/** Sets off for a gaze from wherever the camera is. @param cut  no way: the next frame is there */
export function setOff(flight: Flight, gaze: Gaze, cut: boolean): void {
  if (sameGaze(flight.gaze, gaze)) return;
  flight.left = flight.gaze;
  flight.gaze = gaze;
  Object.assign(flight.from, flight.view);
  flight.t = cut ? 1 : 0;
  flight.began = cut ? Number.NEGATIVE_INFINITY : Number.NaN;
}

/** Where the flight goes in this layout and class. */
export function aim(flight: Flight, layout: Layout, seats: number): void {
  flight.to = viewOf(layout, seats, flight.gaze);
}

/** Arrives at once: another layout has another picture to look at. */
export function land(flight: Flight): void {
  flight.began = Number.NEGATIVE_INFINITY;
}

/** Moves the camera to where it is at an instant. @param now  wall-clock ms */
export function fly(flight: Flight, now: number): void {
  // The first frame may take long (textures are baked): the clock starts when it is done.
  if (Number.isNaN(flight.began)) flight.began = now;
  flight.t = progress(now - flight.began);
  if (flight.t >= 1) Object.assign(flight.view, flight.to);
  else between(flight.from, flight.to, flight.t, flight.view);
}

/** Whether the camera has arrived. */
export const landed = ({ t }: Flight): boolean => t >= 1;

/** How much of the close-up is seen, 0 … 1. */
export const closeUpAlpha = ({ left, gaze, t }: Flight): number =>
  t >= 1 ? (gaze.zoom === "synapse" ? 1 : 0) : closeUpShare(left, gaze, t);

/** Whose close-up: on the way from one to another it changes while none is seen. */
export const closeUpSeat = ({ left, gaze, t }: Flight): number =>
  gaze.zoom !== "synapse" || (left.zoom === "synapse" && t < 0.5) ? left.seat : gaze.seat;

/** The largest magnification on the way. */
export const largestScale = ({ from, to, t }: Flight): number => (t >= 1 ? to.scale : Math.max(from.scale, to.scale));
