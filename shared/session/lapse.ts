import type { Cell } from "../model/cell.ts";
import { lapse } from "../model/slow.ts";
import { LAPSE_TICKS } from "./timing.ts";

/** Points of the plot in a lapse. */
const PLOT_POINTS = 20;

/**
 * Lets the part of a lapse pass that lies between two of its LAPSE_TICKS ticks; whole seconds are dealt out so that the
 * last tick completes it.
 * @param plot called at each of the lapse's points that falls into the part, with the cell there
 */
export function passLapse(cell: Cell, seconds: number, from: number, until: number, plot: () => void): void {
  const secondsAt = (tick: number): number => Math.floor((seconds * tick) / LAPSE_TICKS);
  const end = secondsAt(until);
  let passed = secondsAt(from);
  for (let point = 1; point <= PLOT_POINTS; point++) {
    const stop = Math.floor((seconds * point) / PLOT_POINTS);
    if (stop <= passed || stop > end) continue;
    lapse(cell, stop - passed);
    plot();
    passed = stop;
  }
  lapse(cell, end - passed);
}
