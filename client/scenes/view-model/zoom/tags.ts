import type { Circle, Point } from "../geometry.ts";

/** Where the words beside each synapse stand at branch zoom, so that none hides a synapse or another word. */

/** A tag to be placed: beside which spine head, and its size, px. */
export interface Tagged {
  readonly head: Circle;
  /** Points from the head to its bouton. */
  readonly dx: number;
  readonly dy: number;
  readonly width: number;
  readonly height: number;
}

/** A box by its middle. */
export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

export interface Room {
  readonly width: number;
  readonly height: number;
  /** What must not be covered: other heads, boutons, badges, the soma. */
  readonly circles: readonly Circle[];
}

/** Directions that are tried around a head, and how far from it, in its radii. */
const DIRECTIONS = 24;
const DISTANCES = [0, 0.35, 0.8] as const;
/** Free space around a tag, px per px of its height. */
const AIR = 0.12;
/** Another head that is this many times further away than its own leaves no doubt. */
const CLEAR = 4;
const DOUBT = 0.25;

/**
 * Places tags in order, the most important first.
 * @returns the middles of their boxes, by tag; undefined where no place is free
 */
export function placeTags(tags: readonly Tagged[], room: Room): (Box | undefined)[] {
  const placed: Box[] = [];
  return tags.map((tag) => {
    let best: Box | undefined;
    let least = Number.POSITIVE_INFINITY;
    for (const distance of DISTANCES) {
      for (let i = 0; i < DIRECTIONS; i++) {
        const box = beside(tag, (i / DIRECTIONS) * 2 * Math.PI, distance);
        if (!fits(box, room, placed)) continue;
        const cost = costOf(tag, box, distance) + doubt(tag, box, tags);
        if (cost < least) {
          least = cost;
          best = box;
        }
      }
    }
    if (best !== undefined) placed.push(best);
    return best;
  });
}

/** The box that touches the head's rim in a direction, or is so many radii away from it. */
function beside({ head, width, height }: Tagged, angle: number, distance: number): Box {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const reach = head.radius * (1.06 + distance);
  // From the box's middle to its edge, along the way.
  const half = Math.min(
    width / 2 / Math.max(1e-6, Math.abs(cos)),
    height / 2 / Math.max(1e-6, Math.abs(sin)),
    Math.hypot(width, height) / 2,
  );
  const far = reach + half + height * AIR;
  return { x: head.x + cos * far, y: head.y + sin * far, width, height };
}

function fits(box: Box, { width, height, circles }: Room, placed: readonly Box[]): boolean {
  const air = box.height * AIR;
  const [w, h] = [box.width / 2 + air, box.height / 2 + air];
  if (box.x - w < 0 || box.x + w > width || box.y - h < 0 || box.y + h > height) return false;
  for (const other of placed) {
    if (Math.abs(other.x - box.x) < w + other.width / 2 && Math.abs(other.y - box.y) < h + other.height / 2) {
      return false;
    }
  }
  return circles.every((circle) => {
    const dx = Math.max(0, Math.abs(circle.x - box.x) - box.width / 2);
    const dy = Math.max(0, Math.abs(circle.y - box.y) - box.height / 2);
    return Math.hypot(dx, dy) >= circle.radius;
  });
}

/** How near it is to another one's head: whose words these are must be plain. */
function doubt({ head: own }: Tagged, box: Box, tags: readonly Tagged[]): number {
  const near = Math.max(1, gapTo(box, own));
  let most = 0;
  for (const { head } of tags) {
    if (head !== own) most = Math.max(most, DOUBT * (CLEAR - gapTo(box, head) / near));
  }
  return most;
}

/** Px between a box and a head. */
function gapTo(box: Box, head: Circle): number {
  const dx = Math.max(0, Math.abs(head.x - box.x) - box.width / 2);
  const dy = Math.max(0, Math.abs(head.y - box.y) - box.height / 2);
  return Math.hypot(dx, dy) - head.radius;
}

/** Near the head, and rather at its sides than beyond its bouton or across its dendrite. */
function costOf({ head, dx, dy }: Tagged, box: Box, distance: number): number {
  const [x, y] = [box.x - head.x, box.y - head.y];
  const far = Math.hypot(x, y) || 1;
  return distance * 2 + Math.abs((x * dx + y * dy) / far);
}
