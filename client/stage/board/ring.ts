/** Where neurons stand that form a ring. */

export interface Place {
  readonly x: number;
  readonly y: number;
}

/** Corners of the polygon that an ellipse is measured on. */
const CORNERS = 720;

/** Places on an ellipse that fills a box, as far from each other along it; the first at the top, clockwise. */
export function placesAround(
  count: number,
  box: { readonly width: number; readonly height: number; readonly margin: number },
): Place[] {
  const [rx, ry] = [box.width / 2 - box.margin, box.height / 2 - box.margin];
  const corner = (i: number): Place => {
    const angle = (2 * Math.PI * i) / CORNERS - Math.PI / 2;
    return { x: box.width / 2 + rx * Math.cos(angle), y: box.height / 2 + ry * Math.sin(angle) };
  };
  const corners = Array.from({ length: CORNERS }, (_, i) => corner(i));
  const each = perimeter(corners) / Math.max(1, count);
  const places: Place[] = [];
  let along = 0;
  corners.forEach((at, i) => {
    if (places.length < count && along >= places.length * each - 1e-6) places.push(at);
    along += distance(at, corners[(i + 1) % CORNERS]!);
  });
  return places;
}

/** Length of the closed line through places. */
export const perimeter = (places: readonly Place[]): number =>
  places.reduce((sum, place, i) => sum + distance(place, places[(i + 1) % places.length]!), 0);

const distance = (a: Place, b: Place): number => Math.hypot(a.x - b.x, a.y - b.y);
