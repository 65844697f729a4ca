import { decayTable } from "./decay.ts";
import { type UnblockTable, unblockTable } from "./magnesium.ts";
import { exp } from "./math.ts";
import type { Parameters } from "./parameters.ts";

/** Decay factors of one step of the fast layer (1 ms), computed once with the portable exp. */
export interface FastFactors {
  readonly gA: number;
  readonly gI: number;
  readonly gK: number;
  readonly bF: number;
  readonly bS: number;
  readonly calcium: number;
  readonly rise: number;
  readonly fall: number;
  readonly yFall: number;
  /** Of facilitation, vesicles and inhibition, by whole ms; and the magnesium block by potential. */
  readonly facilitation: Float64Array;
  readonly vesicles: Float64Array;
  readonly inhibition: Float64Array;
  readonly unblock: UnblockTable;
}

export const fastFactors = (p: Parameters): FastFactors => ({
  gA: exp(-1 / p.tauA),
  gI: exp(-1 / p.tauI),
  gK: exp(-1 / p.tauK),
  bF: exp(-1 / p.tauBF),
  bS: exp(-1 / p.tauBS),
  calcium: exp(-1 / p.tauC),
  rise: exp(-1 / p.tauNr),
  fall: exp(-1 / p.tauNd),
  yFall: exp(-0.001 / p.tauOff),
  facilitation: decayTable(p.tauFac),
  vesicles: decayTable(p.tauRec),
  inhibition: decayTable(p.tauIrec),
  unblock: unblockTable(p.Mg),
});

/** Lengths of a slow step, s; see slow.ts for which one is taken when. Each divides the next. */
export const STRIDES = [1, 10, 600, 21_600] as const;

/** What is left of each slow quantity after one slow step of so many seconds. */
export interface SlowFactors {
  readonly seconds: number;
  readonly y: number;
  readonly kinase: number;
  readonly programme: number;
  readonly proteins: number;
  readonly reward: number;
  readonly early: number;
  readonly depressed: number;
  readonly gamma: number;
  readonly receptors: number;
  readonly days: number;
  readonly months: number;
  readonly zip: number;
  readonly rate: number;
  readonly presynaptic: number;
  readonly serotonin: number;
  readonly growth: number;
}

export const slowFactors = (p: Parameters): readonly SlowFactors[] =>
  STRIDES.map((seconds) => ({
    seconds,
    y: exp(-seconds / p.tauOff),
    kinase: exp(-seconds / p.tauKinase),
    programme: exp(-seconds / p.tauL),
    proteins: exp(-seconds / p.tauP),
    reward: exp(-seconds / p.tauReward),
    early: exp(-seconds / p.tauE),
    depressed: exp(-seconds / p.tauEm),
    gamma: exp(-seconds / p.tauGamma),
    receptors: p.insertion === 0 ? 1 : exp(-seconds / p.tauN),
    days: p.retention === 0 ? 1 : exp(-seconds / p.tauDays),
    months: p.retention === 0 || p.tauMonths === 0 ? 1 : exp(-seconds / p.tauMonths),
    zip: p.zip === 0 ? 1 : exp(-seconds / p.tauZip),
    rate: exp(-seconds / p.tauRate),
    presynaptic: exp(-seconds / p.tauPresynaptic),
    serotonin: exp(-seconds / p.tauSerotonin),
    growth: exp(-seconds / p.tauGrowth),
  }));
