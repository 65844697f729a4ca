import type { Layout } from "../layout.ts";

export type Direction = "left" | "right" | "up" | "down";

const VECTORS = { left: [-1, 0], right: [1, 0], up: [0, -1], down: [0, 1] } as const;
/** A neighbour as far to the side as ahead counts as this much further away. */
const ASIDE = 1.6;

/** The nearest synapse in a direction from a seat's; undefined at the edge. */
export function neighbour(layout: Layout, seats: number, seat: number, direction: Direction): number | undefined {
  const from = layout.places[seat];
  if (from === undefined) return undefined;
  const [dx, dy] = VECTORS[direction];
  let best: number | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const place of layout.places.slice(0, seats)) {
    const [x, y] = [place.x - from.x, place.y - from.y];
    const ahead = x * dx + y * dy;
    const aside = Math.abs(x * dy) + Math.abs(y * dx);
    // Within two thirds of a right angle of the direction.
    if (ahead <= 0 || aside > ahead * 1.75) continue;
    const cost = ahead + ASIDE * aside;
    if (cost < least) {
      least = cost;
      best = place.seat;
    }
  }
  return best;
}
