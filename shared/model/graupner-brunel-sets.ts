import { known } from "./names.ts";

/**
 * The nine parameter sets of Graupner & Brunel 2012: six that show which curves the calcium rule can have, named by the
 * order of depression (d) and potentiation (p) along the interval, and three fitted to experiments.
 */
export const GRAUPNER_BRUNEL_SETS = [
  "dp",
  "dpd",
  "dpd-prime",
  "p",
  "d",
  "d-prime",
  "hippocampal-slices",
  "hippocampal-cultures",
  "cortical-slices",
] as const;
export type GraupnerBrunelSetId = (typeof GRAUPNER_BRUNEL_SETS)[number];

/** One set of constants. All [V]. */
export interface GraupnerBrunelSet {
  /** Time constant of calcium's decay, ms. */
  readonly tauCa: number;
  /** Calcium that a presynaptic spike brings, and a postsynaptic one, in the units of the thresholds. */
  readonly preJump: number;
  readonly postJump: number;
  /** Calcium above which the synapse depresses; potentiates. */
  readonly thetaD: number;
  readonly thetaP: number;
  /** Rates of depression and potentiation, per tau. */
  readonly gammaD: number;
  readonly gammaP: number;
  /** Amplitude of the noise while calcium is above a threshold. */
  readonly sigma: number;
  /** Time constant of the efficacy rho, s. */
  readonly tau: number;
  /** The unstable point between rho's two stable states, 0 and 1. It is ½ in all sets: what the cubic drift relies on. */
  readonly rhoStar: 0.5;
  /** From a presynaptic spike to its calcium, ms. */
  readonly delay: number;
  /** Share of synapses that are weak before. */
  readonly beta: number;
  /** Strength of a strong synapse over that of a weak one. */
  readonly b: number;
}

/** What the six curves share. [V] */
const curve = { tauCa: 20, thetaD: 1, thetaP: 1.3, sigma: 2.8284, tau: 150, rhoStar: 0.5, beta: 0.5, b: 5 } as const;
/** What the three fits share. [V] */
const fit = { thetaD: 1, thetaP: 1.3, rhoStar: 0.5 } as const;

/**
 * The constants as in the authors' own synapticChange.py, which has times in s.
 *
 * @source Graupner & Brunel 2012, PNAS 109:3991; github.com/mgraupe/CalciumBasedPlasticityModel, commit 0d5b62b. The file
 * of constants saved beside their data of dpd-prime is that of dpd; the data are of the set below.
 */
export const graupnerBrunelSets: Readonly<Record<GraupnerBrunelSetId, GraupnerBrunelSet>> = {
  dp: { ...curve, preJump: 1, postJump: 2, gammaD: 200, gammaP: 321.808, delay: 13.7 },
  dpd: { ...curve, preJump: 0.9, postJump: 0.9, gammaD: 250, gammaP: 550, delay: 4.6 },
  "dpd-prime": { ...curve, preJump: 1, postJump: 2, thetaP: 2.5, gammaD: 50, gammaP: 600, delay: 2.2 },
  p: { ...curve, preJump: 2, postJump: 2, gammaD: 160, gammaP: 257.447, delay: 0 },
  d: { ...curve, preJump: 0.6, postJump: 0.6, gammaD: 500, gammaP: 550, sigma: 5.6568, delay: 0 },
  "d-prime": { ...curve, preJump: 1, postJump: 2, thetaP: 3.5, gammaD: 60, gammaP: 600, delay: 0 },
  /** CA3 to CA1 at 5 Hz, Wittenberg & Wang 2006. Presynaptic spikes alone at 1 Hz do nothing here. */
  "hippocampal-slices": {
    ...fit,
    ...{ tauCa: 48.8373, preJump: 1, postJump: 0.275865, delay: 18.8008, beta: 0.7, b: 5.28145 },
    ...{ gammaD: 313.0965, gammaP: 1645.59, sigma: 9.1844, tau: 688.355 },
  },
  /** Cultured hippocampal neurons. */
  "hippocampal-cultures": {
    ...fit,
    ...{ tauCa: 11.9536, preJump: 0.58156, postJump: 1.76444, delay: 10, beta: 0.5, b: 36.0263 },
    ...{ gammaD: 61.141, gammaP: 113.6545, sigma: 2.5654, tau: 33.7596 },
  },
  /** Layer 5 of the visual cortex, Sjöström 2001. */
  "cortical-slices": {
    ...fit,
    ...{ tauCa: 22.6936, preJump: 0.5617539, postJump: 1.23964, delay: 4.6098, beta: 0.5, b: 5.40988 },
    ...{ gammaD: 331.909, gammaP: 725.085, sigma: 3.3501, tau: 346.3615 },
  },
};

/** @throws RangeError for a name that is no set's; it says which are */
export const graupnerBrunelSet = (id: GraupnerBrunelSetId): GraupnerBrunelSet =>
  graupnerBrunelSets[known("set", id, GRAUPNER_BRUNEL_SETS)];
