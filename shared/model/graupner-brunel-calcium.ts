import { type GraupnerBrunelSetId, graupnerBrunelSet } from "./graupner-brunel-sets.ts";
import { exp, log } from "./math.ts";

/** A stimulation that repeats. Spikes' times may lie outside the period: those of the neighbouring ones fall into it. */
export interface PeriodicStimulation {
  /** ms */
  readonly period: number;
  readonly periods: number;
  /** Presynaptic spikes within a period, ms. */
  readonly pre: readonly number[];
  /** Postsynaptic spikes, ms. */
  readonly post: readonly number[];
}

/** A part of a period in which calcium crosses no threshold. */
export interface Stretch {
  /** ms */
  readonly lasts: number;
  /** Thresholds that calcium is above: 0 none, 1 that of depression, 2 both. */
  readonly above: 0 | 1 | 2;
}

/** Shares of time that calcium spends above the thresholds of depression and potentiation. */
export interface TimeAbove {
  readonly alphaD: number;
  readonly alphaP: number;
}

/**
 * One period of the steady calcium trace, cut where it crosses a threshold. Steady: what earlier periods left is there
 * from the first one on. (The paper's simulations begin without calcium, which matters for the first period alone.)
 * Decay is exponential, so the time above a threshold after a jump to c is tauCa·ln(c/threshold), exactly.
 *
 * @throws RangeError
 */
export function calciumStretches(id: GraupnerBrunelSetId, stimulation: PeriodicStimulation): readonly Stretch[] {
  const set = graupnerBrunelSet(id);
  const { period, pre, post } = checked(stimulation);
  const jumps = [
    ...pre.map((at) => ({ at: wrapped(at + set.delay, period), by: set.preJump })),
    ...post.map((at) => ({ at: wrapped(at, period), by: set.postJump })),
  ].sort((a, b) => a.at - b.at);
  if (jumps.length === 0) return [{ lasts: period, above: 0 }];

  const decay = (ms: number): number => exp(-ms / set.tauCa);
  const [first] = jumps;
  // Just before the first jump: all of the period before, and of those before it, a geometric series.
  let calcium = 0;
  for (const { at, by } of jumps) calcium += by * decay(period - (at - first!.at));
  calcium /= 1 - decay(period);

  return jumps.flatMap(({ at, by }, i) => {
    calcium += by;
    const gap = (jumps[i + 1]?.at ?? first!.at + period) - at;
    const both = timeAbove(calcium, set.thetaP, set.tauCa, gap);
    const either = timeAbove(calcium, set.thetaD, set.tauCa, gap);
    calcium *= decay(gap);
    const stretches: Stretch[] = [
      { lasts: both, above: 2 },
      { lasts: either - both, above: 1 },
      { lasts: gap - either, above: 0 },
    ];
    return stretches.filter(({ lasts }) => lasts > 0);
  });
}

/** ms of the next `gap` that calcium, now c and decaying, is above a threshold. */
function timeAbove(c: number, threshold: number, tauCa: number, gap: number): number {
  return c > threshold ? Math.min(gap, tauCa * log(c / threshold)) : 0;
}

/** Shares of time above the thresholds in the steady state. @throws RangeError */
export function timeAboveThresholds(id: GraupnerBrunelSetId, stimulation: PeriodicStimulation): TimeAbove {
  let [d, p] = [0, 0];
  for (const { lasts, above } of calciumStretches(id, stimulation)) {
    if (above >= 1) d += lasts;
    if (above === 2) p += lasts;
  }
  // Sums of parts may exceed the whole by a last bit.
  return { alphaD: Math.min(1, d / stimulation.period), alphaP: Math.min(1, p / stimulation.period) };
}

/** The time within one period at which a spike falls. */
function wrapped(at: number, period: number): number {
  const within = at - period * Math.floor(at / period);
  // A tiny negative time rounds up to the whole period, and one of 1e300 ms has lost its place in any.
  return within >= 0 && within < period ? within : 0;
}

function checked(stimulation: PeriodicStimulation): PeriodicStimulation {
  const { period, periods, pre, post } = stimulation;
  if (!(period > 0 && period < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`a period of ${period} ms: a finite number above 0`);
  }
  whole("periods", periods, 1);
  for (const at of [...pre, ...post]) {
    if (!Number.isFinite(at)) throw new RangeError(`a spike at ${at} ms: a finite number`);
  }
  return stimulation;
}

/** @throws RangeError for what is no whole number from least to most */
export function whole(what: string, value: number, least: number, most = Number.MAX_SAFE_INTEGER): void {
  if (Number.isSafeInteger(value) && value >= least && value <= most) return;
  throw new RangeError(`${value} ${what}: a whole number, ${least} to ${most}`);
}
