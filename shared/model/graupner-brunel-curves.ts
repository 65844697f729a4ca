import { predicted, type StrengthChange } from "./graupner-brunel.ts";
import type { PeriodicStimulation, TimeAbove } from "./graupner-brunel-calcium.ts";
import type { GraupnerBrunelSetId } from "./graupner-brunel-sets.ts";
import { known } from "./names.ts";

/**
 * The stimulations of the paper, and its curves over interval and frequency by the closed form.
 *
 * @source Graupner & Brunel 2012, PNAS 109:3991
 */

/** A curve's point: where, and what the closed form gives there. */
export interface CurvePoint extends StrengthChange, TimeAbove {
  /** Interval, ms, or frequency, Hz. */
  readonly at: number;
}

/** How many stimuli, and how many a second. */
export interface Repetition {
  readonly count: number;
  readonly hz: number;
}

/** A presynaptic spike and a postsynaptic one `dt` ms after it (before it, if negative). @throws RangeError */
export const spikePairs = (dt: number, { count, hz }: Repetition): PeriodicStimulation => ({
  period: periodOf(hz),
  periods: count,
  pre: [0],
  post: [dt],
});

/** A presynaptic spike and two postsynaptic ones, of which the second is `dt` ms after it. @throws RangeError */
export const spikeDoublets = (dt: number, { count, hz }: Repetition): PeriodicStimulation => ({
  period: periodOf(hz),
  periods: count,
  pre: [0],
  post: [dt - DOUBLET, dt],
});
/** Between the two spikes of a doublet, ms: the paper's, after Wittenberg & Wang 2006, J Neurosci 26:6610. [V] */
const DOUBLET = 11.5;

/** Presynaptic spikes alone. @throws RangeError */
export const preTrain = ({ count, hz }: Repetition): PeriodicStimulation => ({
  period: periodOf(hz),
  periods: count,
  pre: [0],
  post: [],
});

/** Change of strength against interval, ms; by default 60 pairs at 1 Hz, as in Fig 2. @throws RangeError */
export const stdpCurve = (
  set: GraupnerBrunelSetId,
  dts: readonly number[],
  { pairs, hz }: { readonly pairs: number; readonly hz: number } = { pairs: 60, hz: 1 },
): readonly CurvePoint[] => dts.map((dt) => ({ at: dt, ...predicted(set, spikePairs(dt, { count: pairs, hz })) }));

/** What Fig 3 does to hippocampal slices, at 5 Hz. */
export const SLICE_PROTOCOLS = ["200-pairs", "100-doublets", "30-doublets"] as const;
export type SliceProtocolId = (typeof SLICE_PROTOCOLS)[number];

const sliceProtocols: Readonly<Record<SliceProtocolId, (dt: number) => PeriodicStimulation>> = {
  "200-pairs": (dt) => spikePairs(dt, { count: 200, hz: 5 }),
  "100-doublets": (dt) => spikeDoublets(dt, { count: 100, hz: 5 }),
  "30-doublets": (dt) => spikeDoublets(dt, { count: 30, hz: 5 }),
};

/**
 * Change against interval, ms, of the set "hippocampal-slices"; of a doublet the second spike counts.
 *
 * @throws RangeError
 */
export function sliceCurve(protocol: SliceProtocolId, dts: readonly number[]): readonly CurvePoint[] {
  const stimulation = sliceProtocols[known("protocol", protocol, SLICE_PROTOCOLS)];
  return dts.map((dt) => ({ at: dt, ...predicted("hippocampal-slices", stimulation(dt)) }));
}

/**
 * Change against the frequency of pairing, Hz, of the set "cortical-slices"; by default 75 pairs, as in Fig 4.
 *
 * @throws RangeError
 */
export const frequencyCurve = (dt: number, hzs: readonly number[], pairs = 75): readonly CurvePoint[] =>
  hzs.map((hz) => ({ at: hz, ...predicted("cortical-slices", spikePairs(dt, { count: pairs, hz })) }));

/**
 * Change against the frequency of presynaptic spikes alone, Hz. With the set "hippocampal-slices" 900 at 1 to 3 Hz do
 * nothing, where Dudek & Bear 1992 saw depression: why cells of a class get their calcium through NMDA receptors.
 *
 * @throws RangeError
 */
export const preTrainCurve = (set: GraupnerBrunelSetId, hzs: readonly number[], count: number): readonly CurvePoint[] =>
  hzs.map((hz) => ({ at: hz, ...predicted(set, preTrain({ count, hz })) }));

/** ms */
function periodOf(hz: number): number {
  if (!(hz > 0 && hz < Number.POSITIVE_INFINITY)) throw new RangeError(`${hz} Hz: a finite number above 0`);
  return 1000 / hz;
}
