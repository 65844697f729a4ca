import { clamp } from "../geometry.ts";
import { BOUTON, CLEFT, LARGEST_HEAD, type Layout } from "../layout.ts";

/** Which neighbours a branch zoom shows, and how large. */

/** Fewest whole synapses in the picture, where the class has so many. */
export const FEWEST = 6;
/** Neighbours that its middle is the middle of, with the seat itself. */
const GATHERED = 6;
/** Most that are named and counted. */
export const MOST_NAMED = 10;
/** A neighbour on the same dendrite counts as this much nearer … */
const SAME_DENDRITE = 0.85;
/** … and one at the side, in a picture that is wider than high. */
const SIDEWAYS = 0.77;
/** A resting head takes at most this part of the picture's height … */
const LARGEST_SHARE = 0.15;
/** … and this many px: the sheets of its receptors take 48 MB, and 4096 px, which every graphics card takes. */
const LARGEST_UNIT = 140;
/** Magnifications that are tried, each this many times the next. */
const STEP = 1.03;
/** A resting head with its rim, units. */
const RESTING = 1.05;

/** From the head's middle to the far end of bouton or foot, units. */
const REACH = LARGEST_HEAD + CLEFT + BOUTON;

/** The seat and its nearest neighbours, nearest first; those on the same dendrite are preferred. */
export function neighboursOf(layout: Layout, seats: number, seat: number, count = GATHERED): number[] {
  const own = layout.places[seat]!;
  const dendrite = layout.branches.find(({ root, seats: carried }) => root && carried.includes(seat));
  const far = ({ x, y, seat: other }: Layout["places"][number]): number =>
    Math.hypot((x - own.x) * SIDEWAYS, y - own.y) * (dendrite?.seats.includes(other) === true ? SAME_DENDRITE : 1);
  return layout.places
    .slice(0, seats)
    .sort((a, b) => far(a) - far(b) || a.seat - b.seat)
    .slice(0, count)
    .map(({ seat }) => seat);
}

const known = new WeakMap<Layout, Map<number, number>>();

/** The one magnification of a layout's branch zooms: the largest at which every seat has enough neighbours in view. */
export function branchScale(layout: Layout, seats: number): number {
  const scales = known.get(layout) ?? new Map<number, number>();
  known.set(layout, scales);
  const before = scales.get(seats);
  if (before !== undefined) return before;
  const largest = Math.min(layout.height * LARGEST_SHARE, LARGEST_UNIT) / layout.unit;
  const groups = Array.from({ length: seats }, (_, seat) => neighboursOf(layout, seats, seat));
  let scale = Math.max(1, largest);
  while (scale > 1 && groups.some((group) => wholeIn(layout, seats, group, scale) < Math.min(FEWEST, seats))) {
    scale = Math.max(1, scale / STEP);
  }
  scales.set(seats, scale);
  return scale;
}

/** Whole synapses in the picture around the middle of a group. */
function wholeIn(layout: Layout, seats: number, group: readonly number[], scale: number): number {
  const [w, h] = [layout.width / scale / 2, layout.height / scale / 2];
  let [x, y] = [0, 0];
  for (const seat of group) {
    x += layout.places[seat]!.x / group.length;
    y += layout.places[seat]!.y / group.length;
  }
  x = clamp(x, w, layout.width - w);
  y = clamp(y, h, layout.height - h);
  let whole = 0;
  const reach = layout.unit * RESTING;
  for (const place of layout.places.slice(0, seats)) {
    if (Math.abs(place.x - x) + reach <= w && Math.abs(place.y - y) + reach <= h) whole++;
  }
  return whole;
}

/** Whether any part of a seat's synapse is within a rectangle of this size around a point, px. */
export const touches = (
  layout: Layout,
  place: Layout["places"][number],
  middle: { readonly x: number; readonly y: number },
  width: number,
  height: number,
): boolean =>
  Math.abs(place.x - middle.x) < width / 2 + layout.unit * REACH &&
  Math.abs(place.y - middle.y) < height / 2 + layout.unit * REACH;
