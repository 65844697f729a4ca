import { type Cell, ECHO, SCALAR } from "./cell.ts";
import { erf } from "./erf.ts";
import { exp, log } from "./math.ts";

/**
 * The calcium of Graupner & Brunel 2012, for cells whose published fit is theirs (culture, neocortex, CA3 to CA3): it jumps
 * by Cpre, delayPre ms after a presynaptic spike, by Cpost at the cell's, and decays with tauC. NMDA receptors play no part.
 *
 * Each contact's rho is a noisy process with two stable states. While calcium is above a threshold it is a Gaussian one,
 * so a bundle is followed by mean and variance, apart for the contacts that began weak and those that began strong:
 *
 *   tauRho·d rho/dt = gp·(1 - rho)·[C > thP] - gd·rho·[C > thD] + sigma·√tauRho·√([C > thP] + [C > thD])·η
 *
 * The share in the strong state, which the rest of the model calls rho, is the part beyond the unstable point:
 *
 *   UP = ½(1 + erf((mean_weak - ρ*)/√(2 var))), DOWN = ½(1 + erf((ρ* - mean_strong)/√(2 var)))
 *   rho = (1 - before)·UP + before·(1 - DOWN)
 *
 * A minute after the last stir the cubic drift, left out here as in the paper's closed form, has settled each contact.
 * gp and gd are per second here, already divided by tauRho.
 *
 * @source Graupner & Brunel 2012, PNAS 109:3991
 */
export function stimulateByEvents(cell: Cell, spiked: boolean, peak: Float64Array | undefined): void {
  const { parameters: p, factors, scalars, contacts, bound, glutamate, calcium, echo, capacity } = cell;
  const now = scalars[SCALAR.time]!;
  const row = (((now - p.delayPre) % ECHO) + ECHO) % ECHO;
  const { Cpre, delayPre, thD, thP } = p;
  const { rise, fall, calcium: keep } = factors;
  const bind = 1 - rise;
  const jump = spiked ? p.Cpost : 0;
  let open = 0;
  let potentiating = 0;
  // In two loops, as in calcium.ts: the first has no branch.
  for (let i = 0; i < capacity; i++) {
    const r = bound[i]!;
    const after = glutamate[i]! * fall + r * bind;
    glutamate[i] = after;
    bound[i] = r * rise;
    open += contacts[i]! * after;
  }
  for (let i = 0; i < capacity; i++) {
    const arriving = now >= delayPre ? echo[row * capacity + i]! : 0;
    const c = calcium[i]! + Cpre * arriving + jump;
    calcium[i] = c * keep;
    if (peak && c > peak[i]!) peak[i] = c;
    if (c > thD) {
      stir(cell, i, c);
      if (c > thP) potentiating += contacts[i]!;
    }
  }
  scalars[SCALAR.open] = open;
  scalars[SCALAR.potentiating] = potentiating;
}

/** Remembers this millisecond's presynaptic spikes of an input, for their delayed calcium. */
export function remember(cell: Cell, input: number, now: number, spikes: number): void {
  cell.echo[(now % ECHO) * cell.capacity + input] = spikes;
}

/** Forgets what the ring held in the place of the coming millisecond. */
export function forget(cell: Cell, now: number): void {
  const row = now % ECHO;
  cell.echo.fill(0, row * cell.capacity, (row + 1) * cell.capacity);
}

/** One millisecond above the threshold of depression: calcium starts at c and decays, so the time above each is exact. */
function stir(cell: Cell, input: number, c: number): void {
  const { parameters: p, scalars } = cell;
  const above = (threshold: number): number => {
    if (c <= threshold) return 0;
    const ms = p.tauC * log(c / threshold);
    return (ms < 1 ? ms : 1) / 1000;
  };
  const both = above(p.thP);
  const lower = above(p.thD) - both;
  if (both > 0) drift(cell, input, both, p.gp, p.gd, 2);
  if (lower > 0) drift(cell, input, lower, 0, p.gd, 1);
  cell.stirredAt[input] = scalars[SCALAR.slowTime]!;
}

/** The Gaussian process for so many seconds; `channels` of noise are open. */
function drift(cell: Cell, input: number, seconds: number, gp: number, gd: number, channels: number): void {
  const rate = gp + gd;
  if (rate === 0) return;
  const { sigma, tauRho } = cell.parameters;
  const left = exp(-rate * seconds);
  const goal = gp / rate;
  cell.meanWeak[input] = goal + (cell.meanWeak[input]! - goal) * left;
  cell.meanStrong[input] = goal + (cell.meanStrong[input]! - goal) * left;
  const stationary = (sigma * sigma * channels) / (2 * rate * tauRho);
  cell.variance[input] = stationary + (cell.variance[input]! - stationary) * left * left;
}

/** Brings rho, the share of strong contacts, up to the process. */
export function readOut(cell: Cell): void {
  const { parameters: p, meanWeak, meanStrong, variance, shareBefore, rho } = cell;
  for (let i = 0; i < cell.capacity; i++) {
    if (cell.stirredAt[i]! < 0) continue;
    const up = beyond(meanWeak[i]! - p.rhoUnstable, variance[i]!);
    const stayed = beyond(meanStrong[i]! - p.rhoUnstable, variance[i]!);
    rho[i] = (1 - shareBefore[i]!) * up + shareBefore[i]! * stayed;
  }
}

/** Share of a normal distribution above 0. */
function beyond(mean: number, variance: number): number {
  if (variance <= 0) return mean > 0 ? 1 : 0;
  return 0.5 * (1 + erf(mean / Math.sqrt(2 * variance)));
}

/** Seconds without a stir after which every contact has settled in one of its two states. */
const SETTLED = 60;

/** Ends the episode of inputs that have been quiet for a minute: what is strong now is what the next one begins with. */
export function endStir(cell: Cell): void {
  const { stirredAt, scalars } = cell;
  for (let i = 0; i < cell.capacity; i++) {
    if (stirredAt[i]! < 0 || scalars[SCALAR.slowTime]! - stirredAt[i]! < SETTLED) continue;
    cell.shareBefore[i] = cell.rho[i]!;
    cell.meanWeak[i] = 0;
    cell.meanStrong[i] = 1;
    cell.variance[i] = 0;
    stirredAt[i] = -1;
  }
}
