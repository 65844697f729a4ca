import { lapse } from "../model/slow.ts";
import { atRest, type Core, enter } from "./core.ts";
import { LONGEST_LAPSE } from "./events.ts";
import { plot } from "./measures.ts";
import { LAPSE_TICKS } from "./timing.ts";

/** Time that passes in which nobody taps. */

/** Points of the plot in a lapse. */
const PLOT_POINTS = 20;

/** @throws RangeError for a part of a second, none, or more than the longest lapse */
export function beginLapse(core: Core, seconds: number): boolean {
  if (!(Number.isInteger(seconds) && seconds >= 1 && seconds <= LONGEST_LAPSE)) {
    throw new RangeError(`a lapse of ${seconds} s: whole seconds, 1 to ${LONGEST_LAPSE}`);
  }
  if (!atRest(core)) return false;
  core.state.lapseSeconds = seconds;
  core.state.behind = "lapse";
  plot(core);
  enter(core, "lapse");
  return true;
}

/**
 * Lets a lapse pass up to one of its LAPSE_TICKS ticks; whole seconds are dealt out so that the last tick completes it.
 * The plot gets a point at each of PLOT_POINTS.
 */
export function passLapse(core: Core, until: number): void {
  const { state, cell } = core;
  const secondsAt = (tick: number): number => Math.floor((state.lapseSeconds * tick) / LAPSE_TICKS);
  const end = secondsAt(until);
  let passed = secondsAt(state.ran);
  for (let point = 1; point <= PLOT_POINTS; point++) {
    const stop = Math.floor((state.lapseSeconds * point) / PLOT_POINTS);
    if (stop <= passed || stop > end) continue;
    lapse(cell, stop - passed);
    plot(core);
    passed = stop;
  }
  lapse(cell, end - passed);
  state.ran = until;
  if (until >= LAPSE_TICKS) enter(core, "between");
}
