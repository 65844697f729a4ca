import type { Burst } from "./bursts.ts";
import type { Flash } from "./flash-budget.ts";
import { addMark, type Marks, turnOf } from "./frame.ts";
import { along, clamp, type Path } from "./geometry.ts";
import type { Layout, Place } from "./layout.ts";
import { BURST, BURST_GAP_MS } from "./traces.ts";

/** Light that runs along axons and dendrites. Schematic in speed: the eye must be able to follow it. */

/** A spike is seen on its axon this long before it arrives, ms; less than FUTURE_MS. */
export const AXON_MS = 220;
/** An EPSP takes this long to the soma, ms: it arrives when the burst's potentials have added up. */
const EPSP_MS = 170;
/** The cell's spike runs back to the farthest spine in this time, ms. */
const BACK_MS = 300;
/** Spikes of the cell closer than this, ms, share one run of light. */
const BACK_APART_MS = 90;

/** A step along a path that tells its direction. */
const AHEAD = 1 / 64;

/** A head of light with its tail: one mark. @param at fraction of the path; `direction` 1 along it, -1 backwards */
function comet(
  light: Marks,
  { xs, ys }: Path,
  at: number,
  direction: 1 | -1,
  kind: "spike" | "epsp" | "back",
  alpha: number,
): void {
  if (at < 0 || at > 1) return;
  const dx = (along(xs, at + AHEAD) - along(xs, at - AHEAD)) * direction;
  const dy = (along(ys, at + AHEAD) - along(ys, at - AHEAD)) * direction;
  addMark(light, kind, along(xs, at), along(ys, at), alpha, turnOf(dx, dy));
}

/** The four spikes of a burst running down the axon, to arrive one after the other. */
export function drawAxonSpikes(light: Marks, place: Place, bursts: readonly Burst[], time: number): void {
  for (const burst of bursts) {
    for (let b = 0; b < BURST; b++) {
      const left = burst.time + b * BURST_GAP_MS - time;
      if (left > 0 && left <= AXON_MS) comet(light, place.axon, 1 - left / AXON_MS, 1, "spike", 1);
    }
  }
}

/** The EPSP of a burst, running to the soma; brighter for a stronger synapse. @param strength percent of baseline */
export function drawEpsps(light: Marks, place: Place, bursts: readonly Burst[], time: number, strength: number): void {
  for (const burst of bursts) {
    const at = (time - burst.time) / EPSP_MS;
    if (at <= 0 || at >= 1) continue;
    const bright = clamp(0.6 + (strength - 100) / 200, 0.4, 1);
    comet(light, place.dendrite, at, 1, "epsp", bright * clamp(6 * at) * clamp(5 * (1 - at)));
  }
}

/** The cell's own spike, running back out along the dendrites to every spine. */
export function drawBackPropagation(
  light: Marks,
  layout: Layout,
  seats: number,
  spikes: readonly Flash[],
  time: number,
): void {
  let longest = 1;
  for (const place of layout.places) longest = Math.max(longest, place.dendrite.length);
  let last = Number.NEGATIVE_INFINITY;
  for (const spike of spikes) {
    if (spike.time - last < BACK_APART_MS) continue;
    last = spike.time;
    const age = time - spike.time;
    if (age < 0 || age > BACK_MS * 1.3) continue;
    for (let i = 0; i < seats; i++) {
      const path = layout.places[i]!.dendrite;
      const at = 1 - (age / BACK_MS) * (longest / path.length);
      comet(light, path, at, -1, "back", 0.75);
    }
  }
}
