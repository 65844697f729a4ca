import { type Cell, SCALAR } from "./cell.ts";
import type { SlowFactors } from "./factors.ts";
import { exp, log } from "./math.ts";

const DAY = 86_400;
const WEEK = 7 * DAY;
/** Settled LTP of this age, s, wears away fully in a lively cage, and of that age not at all. Abraham 2002: at 14 d, not at 90 d */
const YOUNG = 30 * DAY;
const OLD = 90 * DAY;
/** Proteins below this: the session's capture is over. */
const CAPTURE_OVER = 0.01;

/**
 * Notes that an input captures (called while proteins are there and it is tagged): the first capture after a long pause
 * opens a session, and a session that finds much late LTP already is a spaced repetition.
 */
export function noteCapture(cell: Cell, input: number, before: number): void {
  const { parameters: p, scalars } = cell;
  const now = scalars[SCALAR.slowTime]!;
  const last = cell.capturedAt[input]!;
  if (last < 0 || now - last > p.spacing) cell.spaced[input] = last >= 0 && before > p.zSettles ? 1 : 0;
  cell.capturedAt[input] = now;
}

/**
 * How long late LTP lasts (optional). z = z_d + z_s: what one session captures fades in days (z_d); when a spaced session's
 * capture is over, half of z_d settles (z_s) and stays. ZIP erases both. A lively cage halves settled LTP each week while
 * it is younger than a month, and leaves it alone when older than three; what is left after a week is linear in between.
 *
 * @source Abraham 2002, J Neurosci 22:9626 (months, up to a year, in the dentate gyrus; enrichment); Volk 2013 (ZIP); the
 *         split and its times are this model's
 */
export function retain(cell: Cell, input: number, f: SlowFactors): void {
  const { parameters: p, scalars } = cell;
  let settled = cell.settled[input]!;
  let fading = cell.late[input]! - settled;
  if (p.retention !== 0) {
    if (cell.spaced[input] !== 0 && scalars[SCALAR.proteins]! < CAPTURE_OVER) {
      settled += fading / 2;
      fading /= 2;
      cell.spaced[input] = 0;
      cell.settledAt[input] = scalars[SCALAR.slowTime]!;
    }
    fading *= f.days;
    settled *= f.months;
    if (p.enrichment !== 0 && settled > 0) {
      const age = scalars[SCALAR.slowTime]! - cell.settledAt[input]!;
      const share = age < YOUNG ? 1 : age > OLD ? 0 : (OLD - age) / (OLD - YOUNG);
      settled *= exp((log(1 - (share * p.enrichment) / 2) * f.seconds) / WEEK);
    }
  }
  settled *= f.zip;
  fading *= f.zip;
  cell.settled[input] = settled;
  cell.late[input] = settled + fading;
}
