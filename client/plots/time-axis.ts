import type { PlotPoint } from "../../shared/session/view.ts";

/**
 * The plot's time. Minutes lie as they are; a lapse of many hours, which would squeeze every round to nothing, lies
 * between them as one band of a fixed width, as figures of long experiments break their axis.
 */
export interface TimeAxis {
  /** Where each point lies, in minutes as drawn. */
  readonly at: readonly number[];
  readonly end: number;
  readonly bands: readonly Band[];
  readonly ticks: readonly Tick[];
}

export interface Band {
  readonly from: number;
  readonly to: number;
  /** What passes in it, biological minutes. */
  readonly minutes: number;
}

export interface Tick {
  readonly at: number;
  /** Minutes since the class began, or since the band before. */
  readonly minutes: number;
}

/** Points farther apart than this belong to a long lapse, minutes: an electrode's longest run on the stage has 15. */
const LONG = 20;
/** Points of a lapse (shared/session/lapse.ts). */
const POINTS_IN_LAPSE = 20;
/** Shortest axis, minutes. */
const LEAST = 12;
/** A band's width, and that of all bands at most, in that of the minutes. */
const BAND = 0.5;
const BANDS = 1.5;
/** Steps between ticks, minutes, and how many of them there may be. */
const STEPS = [2, 5, 10, 20, 30, 60, 120, 240, 480, 960];
const MOST_STEPS = 3.4;
/** A tick this near to a band leaves the room to the band's label, share of the axis. */
const TOO_NEAR = 0.12;

/** A stretch of points: minutes as they are, or a long lapse. */
interface Stretch {
  readonly long: boolean;
  readonly steps: number[];
}

function stretches(points: readonly PlotPoint[]): Stretch[] {
  const all: Stretch[] = [{ long: false, steps: [] }];
  for (let i = 1; i < points.length; i++) {
    const step = points[i]!.minutes - points[i - 1]!.minutes;
    const long = step >= LONG;
    const last = all.at(-1)!;
    // Two lapses, one after the other, are two bands.
    if (last.long === long && !(long && last.steps.length >= POINTS_IN_LAPSE)) last.steps.push(step);
    else all.push({ long, steps: [step] });
  }
  return all;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

export function timeAxis(points: readonly PlotPoint[]): TimeAxis {
  const all = stretches(points);
  const plain = Math.max(LEAST, sum(all.flatMap(({ long, steps }) => (long ? [] : steps))));
  const width = plain * Math.min(BAND, BANDS / all.filter(({ long }) => long).length);
  const whole = plain + width * all.filter(({ long }) => long).length;
  const step = STEPS.find((minutes) => whole / minutes < MOST_STEPS) ?? STEPS.at(-1)!;
  const at = [0];
  const bands: Band[] = [];
  const ticks: Tick[] = [];
  let from = 0;
  for (const [index, { long, steps }] of all.entries()) {
    const length = sum(steps);
    let passed = 0;
    steps.forEach((minutes, i) => {
      passed += minutes;
      at.push(from + (long ? (width * (i + 1)) / POINTS_IN_LAPSE : passed));
    });
    if (long) bands.push({ from, to: from + width, minutes: (length * POINTS_IN_LAPSE) / steps.length });
    // Where a band ends its label stands; the minutes after it are counted anew.
    else {
      const room = index < all.length - 1 ? length - TOO_NEAR * whole : length;
      for (let t = from === 0 ? 0 : step; t <= Math.max(0, room); t += step) ticks.push({ at: from + t, minutes: t });
    }
    from += long ? width : length;
  }
  return { at, end: Math.max(LEAST, from), bands, ticks };
}
