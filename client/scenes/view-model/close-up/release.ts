import { clamp, mix, noise, ramp } from "../geometry.ts";
import { BURST, BURST_GAP_MS } from "../traces.ts";
import { type CloseUpFrame, mark } from "./close-up-frame.ts";
import { type CloseUpLayout, membraneAt, releaseSiteAt } from "./close-up-layout.ts";

/** What the bouton does: its spikes, vesicles that fuse and are replaced, glutamate in the cleft. */

/** Across a vesicle, units. */
export const VESICLE = 0.46;
/** A spike is seen coming this long, ms; less than FUTURE_MS. */
const COMING_MS = 200;
/** A vesicle opens in this time, ms, … */
const FUSING_MS = 110;
/** … and the next has moved up to its place between these, ms after the spike. */
const REFILL_FROM_MS = 190;
const REFILLED_MS = 460;
/** Glutamate dots of a spike at a synapse that releases as at rest, and of any at most. */
const DOTS = 11;
const MOST_DOTS = 26;
const FLIGHT_MS = 90;
const SLOWEST_MS = 220;
/** A dot stays on its receptor about this long, ms. */
const BOUND_MS = 150;

/** Which dock the spike `b` of a burst empties: neighbours in turn, another first each time. */
const dockOf = (seed: number, b: number, docks: number): number => (seed * 5 + b * 2 + (b >> 1)) % docks;

export function drawSpikes(frame: CloseUpFrame, layout: CloseUpLayout): void {
  const { taps, time, light } = frame;
  for (let i = 0; i < taps.count; i++) {
    for (let b = 0; b < BURST; b++) {
      const left = taps.time[i]! + b * BURST_GAP_MS - time;
      if (left <= 0 || left > COMING_MS) continue;
      const y = layout.presynaptic * 0.62 * (1 - left / COMING_MS);
      mark(light, "spike", layout.centre, y);
      mark(light, "spike-tail", layout.centre, y - layout.unit * 0.16, 0.7);
      mark(light, "spike-tail", layout.centre, y - layout.unit * 0.32, 0.35);
    }
  }
}

/** Vesicles at the active zone and behind it. */
export function drawVesicles(frame: CloseUpFrame, layout: CloseUpLayout, calm: boolean): void {
  const { centre, reserve, docks, unit } = layout;
  for (const { x, y } of reserve) mark(frame.molecules, "vesicle", centre + x, y);
  for (let dock = 0; dock < docks.length; dock++) {
    const x = docks[dock]!;
    const y = releaseSiteAt(layout, x) - unit * VESICLE * 0.56;
    const age = sinceRelease(frame, dock, docks.length);
    if (age < FUSING_MS) {
      const open = age / FUSING_MS;
      mark(frame.molecules, "fusing", centre + x, y + unit * 0.1 * open, 1 - 0.75 * open * open);
    } else if (age < REFILLED_MS) {
      const t = ramp(age, REFILL_FROM_MS, REFILLED_MS);
      const above = calm ? 0 : unit * 0.8 * (1 - t);
      mark(frame.molecules, "vesicle", centre + x * (1 - 0.12 * (1 - t)), y - above, t);
    } else mark(frame.molecules, "vesicle", centre + x, y);
  }
}

/** Time since a dock released last, ms; Infinity when no tap in sight emptied it. */
function sinceRelease({ taps, time }: CloseUpFrame, dock: number, docks: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < taps.count; i++) {
    for (let b = 0; b < BURST; b++) {
      if (dockOf(taps.seed[i]!, b, docks) !== dock) continue;
      const age = time - taps.time[i]! - b * BURST_GAP_MS;
      if (age >= 0 && age < least) least = age;
    }
  }
  return least;
}

/** Glutamate crosses the cleft, lands on receptors, lets go. It never passes the membrane. */
export function drawGlutamate(frame: CloseUpFrame, layout: CloseUpLayout): void {
  const { taps, time, wide, molecules } = frame;
  const { centre, docks, unit, half } = layout;
  const dots = Math.min(MOST_DOTS, Math.round((DOTS * frame.transmitter) / 100));
  const reach = frame.density * half * 1.3;
  for (let i = 0; i < taps.count; i++) {
    for (let b = 0; b < BURST; b++) {
      const age = time - taps.time[i]! - b * BURST_GAP_MS;
      if (age <= 0 || age > SLOWEST_MS + FLIGHT_MS + 2 * BOUND_MS) continue;
      const seed = taps.seed[i]!;
      const site = docks[dockOf(seed, b, docks.length)]!;
      const top = releaseSiteAt(layout, site);
      for (let k = 0; k < dots; k++) {
        const id = b * 32 + k;
        const [u, v, w] = [noise(seed, id, 1), noise(seed, id, 2), noise(seed, id, 3)];
        const flight = FLIGHT_MS + (SLOWEST_MS - FLIGHT_MS) * u;
        const until = flight + BOUND_MS * (0.7 + w);
        if (age > until) continue;
        const t = clamp(age / flight);
        const eased = 1 - (1 - t) ** 2;
        // Most land close by, on the density; some drift.
        const goal = 0.4 * site + 0.6 * (2 * v - 1) * reach;
        const depth = w * unit * 0.72;
        const low = membraneAt(layout, wide, goal) - unit * 0.3 - depth;
        const sway = Math.sin(3 * Math.PI * t + 6.3 * w) * unit * 0.16 * (1 - t);
        mark(
          molecules,
          "glutamate",
          centre + mix(site, goal, eased) + sway,
          mix(top, low, eased),
          clamp((until - age) / 90),
        );
      }
    }
  }
}
