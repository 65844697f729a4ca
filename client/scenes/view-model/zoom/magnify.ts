import type { Path, Point } from "../geometry.ts";
import type { Layout, Place } from "../layout.ts";
import { touches } from "./branch-window.ts";
import type { View } from "./camera.ts";

/**
 * The layout of a part of the cell's picture, magnified to fill the same rectangle: what is drawn from it is as sharp
 * as the cell itself. Texts and badges keep their size, and counts stand beside the heads instead of in them.
 */
export function magnify(layout: Layout, { x, y, scale }: View): Layout {
  const { width, height } = layout;
  const point = (p: Point): Point => ({ x: (p.x - x) * scale + width / 2, y: (p.y - y) * scale + height / 2 });
  const path = ({ xs, ys, length }: Path): Path => ({
    xs: xs.map((at) => (at - x) * scale + width / 2),
    ys: ys.map((at) => (at - y) * scale + height / 2),
    length: length * scale,
  });
  const place = (p: Place): Place => ({
    ...p,
    ...point(p),
    label: point(p.label),
    axon: path(p.axon),
    dendrite: path(p.dendrite),
  });
  const holds = layout.places.map((p) => touches(layout, p, { x, y }, width / scale, height / scale));
  return {
    ...layout,
    unit: layout.unit * scale,
    soma: { ...point(layout.soma), radius: layout.soma.radius * scale },
    places: layout.places.map(place),
    branches: layout.branches.map((branch) => ({ ...branch, points: branch.points.map(point) })),
    counts: false,
    part: { x, y, scale, holds },
  };
}
