import { clamp, noise, ramp } from "../geometry.ts";
import { type CloseUpFrame, mark } from "./close-up-frame.ts";
import type { CloseUpLayout } from "./close-up-layout.ts";

/** What decides whether a change lasts: CaMKII in the spine, new proteins that pass in the dendrite. */

/** CaMKII molecules drawn: of the resting half width from the middle, and units below the membrane. */
const KINASES: readonly (readonly [number, number])[] = [
  [-0.24, 0.92],
  [0.06, 1.3],
  [0.34, 0.86],
  [0.58, 1.28],
  [0.02, 0.74],
];
/** As many proteins are drawn where the cell has made the most. */
const PROTEINS = 16;
/** A protein needs this long from one end of the picture to the other, ms. */
const CROSSING_MS = 9000;
/** Every so many-th of them is caught where a tag is set. */
const CAUGHT = 2;

export const kinaseX = (layout: CloseUpLayout, wide: number, i: number): number =>
  layout.centre + KINASES[i]![0] * layout.half * wide;
export const kinaseY = (layout: CloseUpLayout, i: number): number => layout.postsynaptic + KINASES[i]![1] * layout.unit;

export function drawKinases(frame: CloseUpFrame, layout: CloseUpLayout): void {
  for (let i = 0; i < KINASES.length; i++) {
    const lit = ramp(frame.kinase, 0.1 * i, 0.3 + 0.12 * i);
    mark(frame.molecules, "kinase", kinaseX(layout, frame.wide, i), kinaseY(layout, i), 1 - lit);
    mark(frame.molecules, "kinase-lit", kinaseX(layout, frame.wide, i), kinaseY(layout, i), lit);
  }
}

/** Proteins come from the soma on the left and pass; a tag, for growth or for shrinking, catches some of them. */
export function drawProteins(frame: CloseUpFrame, layout: CloseUpLayout, calm: boolean): void {
  const count = Math.ceil(frame.proteins * PROTEINS - 0.2);
  const { dendrite, centre, width, unit } = layout;
  const span = width + unit;
  for (let i = 0; i < count; i++) {
    const start = (i + 0.5 * noise(i, 41)) / PROTEINS;
    const way = ((calm ? 0 : frame.time / CROSSING_MS) + start) % 1;
    const x = way * span - unit * 0.5;
    const bob = calm ? 0 : Math.sin(frame.time / 420 + i * 1.7) * 0.05;
    const y = dendrite.top + (dendrite.bottom - dendrite.top) * (0.3 + 0.4 * noise(i, 42) + bob);
    if (frame.tag === 0 || i % CAUGHT === 1 || x < centre) mark(frame.molecules, "protein", x, y);
    else {
      const t = clamp((x - centre) / (unit * 4.6));
      const goal = layout.postsynaptic + unit * 0.62;
      const spread = (noise(i, 43) - 0.5) * 1.3 * layout.half * frame.wide * ramp(t, 0.45, 1);
      mark(frame.molecules, "protein", centre + spread, y + (goal - y) * ramp(t, 0, 0.9), 1 - ramp(t, 0.85, 1));
    }
  }
}
