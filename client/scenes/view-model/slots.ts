import type { Point } from "./geometry.ts";
import { LARGEST_HEAD, type Layout } from "./layout.ts";

/** Slots of the postsynaptic density, seen face on: a spiral in which every next slot is further out. */

/** One mark is one AMPA receptor, up to this many. */
export const MOST_RECEPTORS = 150;
/** Receptors of a synapse before the lesson; later ones are drawn as won. */
export const BASELINE_RECEPTORS = 60;
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/** Radius of the free middle in which the count stands, px. */
export const middleOf = (layout: Pick<Layout, "unit" | "text" | "counts">): number =>
  layout.counts ? Math.max(layout.text * 0.62, layout.unit * 0.36) : layout.unit * 0.04;

/** Distance between neighbouring slots, px, about. */
export function slotSpacing(layout: Pick<Layout, "unit" | "text" | "counts">): number {
  const middle = middleOf(layout);
  const outer = layout.unit * LARGEST_HEAD * 0.94;
  return Math.sqrt((Math.PI * (outer * outer - middle * middle)) / MOST_RECEPTORS);
}

/** Slot `k` (0 …), px from the head's middle. */
export function slot(layout: Pick<Layout, "unit" | "text" | "counts">, k: number): Point {
  const middle = middleOf(layout);
  const spacing = slotSpacing(layout);
  const radius = Math.sqrt(middle * middle + ((k + 0.5) * spacing * spacing) / Math.PI);
  const angle = k * GOLDEN_ANGLE;
  return { x: Math.cos(angle) * radius, y: Math.sin(angle) * radius };
}

/** Radius that `receptors` in their slots fill, px. */
export function fieldRadius(layout: Pick<Layout, "unit" | "text" | "counts">, receptors: number): number {
  const { x, y } = slot(layout, receptors);
  return Math.hypot(x, y);
}
