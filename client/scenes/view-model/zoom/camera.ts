import { clamp, mix, ramp } from "../geometry.ts";
import type { Layout } from "../layout.ts";
import { branchScale, neighboursOf } from "./branch-window.ts";
import type { Gaze } from "./gaze.ts";

/** Where the camera stands: the point of the cell's picture, px, in the middle of the screen, and how much it is magnified. */
export interface View {
  x: number;
  y: number;
  scale: number;
}

/** The camera's way from one gaze to another, ms. */
export const FLIGHT_MS = 700;
/** The close-up lies over the picture once the camera is this far into the synapse, and fully when it has arrived. */
const CLOSE_UP_FROM = 0.55;
/** At synapse zoom the largest spine head takes this part of the picture's height. */
const SYNAPSE_HEIGHT = 0.8;

/** The whole cell. */
export const cellView = ({ width, height }: Layout): View => ({ x: width / 2, y: height / 2, scale: 1 });

/** Where the camera stands for a gaze, in a class of so many seats. A seat that is not there shows the cell. */
export function viewOf(layout: Layout, seats: number, { zoom, seat }: Gaze): View {
  const place = seat < seats ? layout.places[seat] : undefined;
  if (zoom === "cell" || place === undefined) return cellView(layout);
  if (zoom === "synapse") {
    const scale = (layout.height * SYNAPSE_HEIGHT) / (layout.unit * 1.35 * 2);
    return { x: place.x + place.dx * layout.unit * 0.3, y: place.y + place.dy * layout.unit * 0.3, scale };
  }
  const scale = branchScale(layout, seats);
  let [x, y, n] = [0, 0, 0];
  for (const near of neighboursOf(layout, seats, seat)) {
    x += layout.places[near]!.x;
    y += layout.places[near]!.y;
    n++;
  }
  return within(layout, { x: x / n, y: y / n, scale });
}

/** The nearest view of the same scale that shows nothing outside the picture. */
export function within({ width, height }: Layout, { x, y, scale }: View): View {
  const [w, h] = [width / scale / 2, height / scale / 2];
  return { x: clamp(x, w, width - w), y: clamp(y, h, height - h), scale };
}

/** How far a flight is, 0 … 1, eased at both ends. @param age ms since it began */
export const progress = (age: number): number => ramp(age, 0, FLIGHT_MS);

/**
 * The view on the way from one to another: magnified by equal factors in equal times, around the one point that
 * stays where it is on the screen; between views of one scale it slides.
 * @param t  0 … 1
 * @param out  filled and returned
 */
export function between(from: View, to: View, t: number, out: View): View {
  const ratio = to.scale / from.scale;
  const same = Math.abs(ratio - 1) < 1e-3;
  const share = same ? t : (1 - ratio ** -t) / (1 - 1 / ratio);
  out.x = mix(from.x, to.x, share);
  out.y = mix(from.y, to.y, share);
  out.scale = from.scale * ratio ** t;
  return out;
}

/**
 * How much of the close-up is seen over the picture, 0 … 1.
 * @param from  the gaze that the flight left, @param to the one it goes to
 * @param t  0 … 1
 */
export function closeUpShare(from: Gaze, to: Gaze, t: number): number {
  const out = from.zoom === "synapse" ? 1 - ramp(t, 0, 1 - CLOSE_UP_FROM) : 0;
  const into = to.zoom === "synapse" ? ramp(t, CLOSE_UP_FROM, 1) : 0;
  return Math.max(out, into);
}

/** Whether everything that `inner` shows is also shown by `outer`, but for rounding. */
export function covers({ width, height }: Layout, outer: View, inner: View): boolean {
  const spare = 1 / outer.scale - 1 / inner.scale;
  return (
    Math.abs(outer.x - inner.x) <= (width / 2) * spare + 0.01 &&
    Math.abs(outer.y - inner.y) <= (height / 2) * spare + 0.01
  );
}
