import { TICK_MS } from "../../../shared/session/events.ts";
import type { Milestone } from "../../../shared/session/milestones.ts";
import { clamp, mix, ramp } from "./geometry.ts";
import type { Layout } from "./layout.ts";
import type { View } from "./zoom/camera.ts";

/** A milestone is told for so long, ms; the next one waits until it can be read, and then takes its place. */
export const TOLD_FOR_MS = 4200;
export const READ_IN_MS = 2200;

/**
 * When each milestone of a class is told, session ms: at its tick, or once the one before it can have been read.
 * @param each  gets the milestone and the time it begins
 */
export function eachTelling(story: readonly Milestone[], each: (milestone: Milestone, begins: number) => void): void {
  let free = Number.NEGATIVE_INFINITY;
  for (const milestone of story) {
    const begins = Math.max(free, milestone.tick * TICK_MS);
    each(milestone, begins);
    free = begins + READ_IN_MS;
  }
}

/** A milestone that is being told, and for how long, session ms. */
export interface Telling {
  readonly milestone: Milestone;
  readonly age: number;
}

/** What is told at an instant, session ms. A function of the story alone, so that any instant shows the same again. */
export function tellingAt(story: readonly Milestone[], time: number): Telling | undefined {
  let told: Telling | undefined;
  eachTelling(story, (milestone, begins) => {
    if (time >= begins && time < begins + TOLD_FOR_MS) told = { milestone, age: time - begins };
  });
  return told;
}

/** How near the camera goes, and when it is on its way there, there, and back, ms. */
const NEARER = 1.5;
const [THERE, LEAVES, BACK] = [700, 2200, 3400];

/**
 * Moves a view of the whole cell towards the first receptor that is recruited, and back again. That happens while a class
 * watches; as long as it taps, everybody's synapse stays in sight. @param out  changed in place
 */
export function leanTowards(layout: Layout, { milestone, age }: Telling, out: View): void {
  const { kind, seat } = milestone;
  if (kind !== "recruit") return;
  const near = ramp(age, 0, THERE) * (1 - ramp(age, LEAVES, BACK));
  if (near <= 0) return;
  const { x, y } = layout.places[seat] ?? layout.soma;
  const scale = mix(1, NEARER, near);
  // As far as the picture reaches: nothing outside it is shown.
  const [w, h] = [layout.width / scale / 2, layout.height / scale / 2];
  out.scale = scale;
  out.x = clamp(mix(layout.width / 2, x, near), w, layout.width - w);
  out.y = clamp(mix(layout.height / 2, y, near), h, layout.height - h);
}
