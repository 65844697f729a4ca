import type { SeatView } from "../../../shared/session/view.ts";
import type { Burst } from "./bursts.ts";
import type { Flash } from "./flash-budget.ts";
import { beginMark, type Marks, turnTo } from "./frame.ts";
import { clamp, follow, type Path } from "./geometry.ts";
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

/** Where on its path a light is, and how bright: written into one object instead of a box for each number. */
const RUN = { at: 0.5, x: 0.5, y: 0.5, dx: 0.5, dy: 0.5, alpha: 0.5 };

/** A head of light with its tail, as RUN says: one mark. @param direction 1 along the path, -1 backwards */
function comet(light: Marks, path: Path, direction: 1 | -1, kind: "spike" | "epsp" | "back"): void {
  if (RUN.at < 0 || RUN.at > 1) return;
  follow(path, RUN);
  RUN.dx *= direction;
  RUN.dy *= direction;
  const i = beginMark(light, kind, turnTo(RUN));
  light.x[i] = RUN.x;
  light.y[i] = RUN.y;
  light.alpha[i] = RUN.alpha;
}

/** The four spikes of a burst running down the axon, to arrive one after the other. */
export function drawAxonSpikes(light: Marks, place: Place, bursts: readonly Burst[], time: number): void {
  for (const burst of bursts) {
    for (let b = 0; b < BURST; b++) {
      const left = burst.time + b * BURST_GAP_MS - time;
      if (left <= 0 || left > AXON_MS) continue;
      RUN.at = 1 - left / AXON_MS;
      RUN.alpha = 1;
      comet(light, place.axon, 1, "spike");
    }
  }
}

/** The EPSP of a burst, running to the soma; brighter for a stronger synapse. */
export function drawEpsps(
  light: Marks,
  place: Place,
  bursts: readonly Burst[],
  time: number,
  { strength }: SeatView,
): void {
  for (const burst of bursts) {
    const at = (time - burst.time) / EPSP_MS;
    if (at <= 0 || at >= 1) continue;
    const bright = clamp(0.6 + (strength - 100) / 200, 0.4, 1);
    RUN.at = at;
    RUN.alpha = bright * clamp(6 * at) * clamp(5 * (1 - at));
    comet(light, place.dendrite, 1, "epsp");
  }
}

const farthest = ({ places }: Layout): number => {
  let longest = 0.5;
  for (let i = 0; i < places.length; i++) longest = Math.max(longest, places[i]!.dendrite.length);
  return longest;
};

/** The cell's own spike, running back out along the dendrites to every spine. */
export function drawBackPropagation(
  light: Marks,
  layout: Layout,
  seats: number,
  spikes: readonly Flash[],
  time: number,
): void {
  let last = Number.NEGATIVE_INFINITY;
  for (const spike of spikes) {
    if (spike.time - last < BACK_APART_MS) continue;
    last = spike.time;
    const age = time - spike.time;
    if (age < 0 || age > BACK_MS * 1.3) continue;
    const longest = farthest(layout);
    for (let i = 0; i < seats; i++) {
      const path = layout.places[i]!.dendrite;
      RUN.at = 1 - (age / BACK_MS) * (longest / path.length);
      RUN.alpha = 0.75;
      comet(light, path, -1, "back");
    }
  }
}
