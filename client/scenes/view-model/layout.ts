import { type Branch, growTree, routeAxon } from "./branches.ts";
import type { Circle, Path, Point } from "./geometry.ts";
import { placingOnRings, type Spot } from "./rings.ts";

/** The room there is, px of the backing store. */
export interface Rectangle {
  readonly width: number;
  readonly height: number;
  /** Height of the smallest text, px: the screen's height / 36 at least, so that the back row can read it. */
  readonly text: number;
}

/** Where one seat's synapse sits. (dx, dy) points away from the dendrite, to where its axon comes from. */
export interface Place extends Spot {
  /** From outside the picture to the bouton: the way of the student's spike. */
  readonly axon: Path;
  /** From the spine's foot to the soma: the way of its EPSP, and backwards that of the cell's spike. */
  readonly dendrite: Path;
}

export interface Layout extends Rectangle {
  /** Seats there is room for without moving anyone. */
  readonly capacity: number;
  /** Radius of a resting spine head, px; every size of a synapse is a multiple of it. */
  readonly unit: number;
  readonly soma: Circle;
  /** By seat. */
  readonly places: readonly Place[];
  readonly branches: readonly Branch[];
  /** Radius of a seat's badge, px. */
  readonly badge: number;
  /** Whether receptor counts are drawn in the heads: where they can be as large as the smallest text. */
  readonly counts: boolean;
  /** Which part of the cell's picture this is: all of it, unless it was magnified (zoom/magnify.ts). */
  readonly part: Part;
}

/** A part of the cell's picture: the point, px, that is in its middle, and how much it is magnified. */
export interface Part {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
  /** Whether any of a seat's synapse is in it, by seat. */
  readonly holds: readonly boolean[];
}

/** Sizes for which places are laid out: a newcomer moves the others only where one of them is passed. */
const CAPACITIES = [1, 2, 3, 4, 6, 8, 10, 12, 16, 20, 24, 30, 36, 42, 48, 54, 60] as const;

/** Seats that are laid out when so many are taken; the layout stays the same while this does. */
export const capacityFor = (seats: number): number => CAPACITIES.find((size) => size >= seats) ?? 60;

/** A count fits inside a head whose resting radius is this many times the text's height. */
const COUNT_FITS = 1.12;

/** A spine head never grows beyond this many units, px/px; places keep room for it. */
export const LARGEST_HEAD = 1.35;
/** Width of the cleft, and length of bouton and neck, in units. */
export const CLEFT = 0.2;
export const BOUTON = 0.62;
export const NECK = 0.34;

/**
 * Lays out the shared cell and its synapses: rings around the soma, places filled in an order that keeps the cell
 * even while people arrive. In steps, since all of it takes longer than a frame.
 * @param seats  seats taken, 1 … 60 (0 gives the bare cell)
 */
export function* layingOut(seats: number, rectangle: Rectangle): Generator<void, Layout> {
  const capacity = capacityFor(seats);
  const badge = rectangle.text * 0.72;
  const { unit, soma, spots } = yield* placingOnRings(capacity, rectangle, badge);
  const counts = unit >= rectangle.text * COUNT_FITS;
  const bodies = spots.map((spot) => ({ x: spot.x, y: spot.y, radius: unit * 1.3 }));
  const tree = growTree(soma, spots, unit);
  const places: Place[] = [];
  for (const [i, spot] of spots.entries()) {
    yield;
    const others = bodies.filter((_, j) => j !== i);
    places.push({ ...spot, axon: routeAxon(spot, others, rectangle, unit), dendrite: tree.paths[i]! });
  }
  const part = { x: rectangle.width / 2, y: rectangle.height / 2, scale: 1, holds: places.map(() => true) };
  return { ...rectangle, capacity, unit, soma, places, branches: tree.branches, badge, counts, part };
}

/** Lays it out at once. */
export function layOut(seats: number, rectangle: Rectangle): Layout {
  const steps = layingOut(seats, rectangle);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** The seat whose synapse or badge covers a point, px; undefined where there is none. */
export function seatAt(layout: Layout, seats: number, point: Point): number | undefined {
  const reach = layout.unit * (LARGEST_HEAD + CLEFT + BOUTON);
  let best: number | undefined;
  let nearest = reach;
  for (const place of layout.places.slice(0, seats)) {
    const centre = { x: place.x + place.dx * layout.unit * 0.5, y: place.y + place.dy * layout.unit * 0.5 };
    const distance = Math.min(
      Math.hypot(point.x - centre.x, point.y - centre.y),
      Math.hypot(point.x - place.label.x, point.y - place.label.y) + reach - layout.badge * 1.2,
    );
    if (distance < nearest) {
      nearest = distance;
      best = place.seat;
    }
  }
  return best;
}
