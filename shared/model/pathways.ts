import { type GraupnerBrunelSetId, graupnerBrunelSets } from "./graupner-brunel-sets.ts";
import type { Parameters } from "./parameters.ts";

/** Synapses of regions, ages and animals; the first is the model's own. */
export const REGIONS = [
  "ca1",
  "ca1-neonatal",
  "mossy-fibre",
  "ca3-recurrent",
  "dentate",
  "cerebellum",
  "amygdala",
  "neocortex",
  "culture",
  "aplysia",
] as const;

/** All that a cell can be: a region, or the plain rule of Graupner & Brunel 2012 with one of its nine sets. */
export const PATHWAYS = [
  ...REGIONS,
  "gb-dp",
  "gb-dpd",
  "gb-dpd-prime",
  "gb-p",
  "gb-d",
  "gb-d-prime",
  "gb-hippocampal-slices",
  "gb-hippocampal-cultures",
  "gb-cortical-slices",
] as const;
export type PathwayId = (typeof PATHWAYS)[number];

export interface Pathway {
  /** Where potentiation is expressed, for those who read a curve. */
  readonly site: "postsynaptic" | "presynaptic";
  /** Kinase that potentiates: what a blocker of it stops. */
  readonly kinase: "camkii" | "pka";
  /** The standard constants with this pathway's in their place. Most are proposals [M]; see MODEL.md. */
  readonly change: (p: Parameters) => Parameters;
}

/** Weights of the two states where a share beta is weak at rest, and strong ones are b times as strong: rest is 1. */
function states(beta: number, b: number): Pick<Parameters, "rho0" | "wmin" | "wspan"> {
  const wmin = 1 / (beta + (1 - beta) * b);
  return { rho0: 1 - beta, wmin, wspan: (b - 1) * wmin };
}

/** A synapse that does not fade by itself: its two states are stable. s */
const NEVER = 1e12;

/** The constants of a set of Graupner & Brunel 2012, in this model's units: their gammas over their tau are rates, 1/s. */
function eventCalcium(id: GraupnerBrunelSetId): Partial<Parameters> {
  const set = graupnerBrunelSets[id];
  return {
    rule: "event-calcium",
    tauC: set.tauCa,
    Cpre: set.preJump,
    Cpost: set.postJump,
    thD: set.thetaD,
    thP: set.thetaP,
    gp: set.gammaP / set.tau,
    gd: set.gammaD / set.tau,
    sigma: set.sigma,
    tauRho: set.tau,
    rhoUnstable: set.rhoStar,
    delayPre: Math.round(set.delay),
    tauE: NEVER,
    tauEm: NEVER,
    ...states(set.beta, set.b),
  };
}

const plainSet = (id: GraupnerBrunelSetId): Pathway => ({
  ...postsynaptic,
  change: (p) => ({ ...p, ...eventCalcium(id) }),
});

const postsynaptic = { site: "postsynaptic", kinase: "camkii" } as const;

export const pathways: Readonly<Record<PathwayId, Pathway>> = {
  /** Schaffer collaterals onto CA1 of the adult hippocampus: what the model was calibrated for. */
  ca1: { ...postsynaptic, change: (p) => p },
  /** In the first days of life PKA does what CaMKII does later, and most contacts are weak or silent. Yasuda 2003; [M] */
  "ca1-neonatal": {
    site: "postsynaptic",
    kinase: "pka",
    change: (p) => ({ ...p, ...states(0.85, 5.28145), tauNd: 150 }),
  },
  /**
   * Mossy fibre onto CA3: more transmitter, whatever the postsynaptic cell does. Vesicles come back as slowly as in the
   * neocortex; the 50 ms of CA1 are an effective constant of its calibration. Salin 1996; Wesseling & Lo 2002; [M]
   */
  "mossy-fibre": {
    site: "presynaptic",
    kinase: "pka",
    change: (p) => ({ ...p, gN: 0, kN: 0, Cpost: 0, U: 0.05, tauRec: 800, presynapticGain: 0.15 }),
  },
  /** CA3 onto CA3: either order potentiates. Mishra 2016; set "P" of Graupner & Brunel 2012 */
  "ca3-recurrent": {
    ...postsynaptic,
    change: (p) => ({ ...p, ...eventCalcium("p") }),
  },
  /** Perforant path onto the dentate gyrus, in the living animal: late LTP can last for months. Abraham 2002 */
  dentate: { ...postsynaptic, change: (p) => ({ ...p, retention: 1 }) },
  /**
   * Parallel fibre onto Purkinje cell: the rule turned round. A little calcium (mGluR, no magnesium to remove) potentiates;
   * the climbing fibre's, which the cell's spike stands for, depresses. Coesmans 2004; [M]
   */
  cerebellum: {
    ...postsynaptic,
    change: (p) => ({ ...p, rule: "inverse", gN: 0, Mg: 0, kN: 0.6, Cpost: 2, gp: 0.6, gd: 1.72 }),
  },
  /** Thalamus onto the lateral amygdala: more calcium with the cell's spike, and the US brings its own reward signal. [M] */
  amygdala: { ...postsynaptic, change: (p) => ({ ...p, Cpost: 0.3, rewardBySpike: 1 }) },
  /** Layer 5 of the neocortex: set "cortical slices" of Graupner & Brunel 2012; depressing release. [M] */
  neocortex: {
    ...postsynaptic,
    change: (p) => ({
      ...p,
      ...eventCalcium("cortical-slices"),
      ...{ U: 0.5, tauRec: 800, tauFac: 1 },
    }),
  },
  /** Cultured neurons, whose single spikes suffice: set "DP" of Graupner & Brunel 2012. */
  culture: {
    ...postsynaptic,
    change: (p) => ({ ...p, ...eventCalcium("dp") }),
  },
  /** Sensory onto motor neuron of the sea hare: serotonin decides, not coincidence. Montarolo 1986; [M] */
  aplysia: {
    site: "presynaptic",
    kinase: "pka",
    change: (p) => ({ ...p, gN: 0, kN: 0, Cpost: 0, serotoninGain: 0.6 }),
  },
  "gb-dp": plainSet("dp"),
  "gb-dpd": plainSet("dpd"),
  "gb-dpd-prime": plainSet("dpd-prime"),
  "gb-p": plainSet("p"),
  "gb-d": plainSet("d"),
  "gb-d-prime": plainSet("d-prime"),
  "gb-hippocampal-slices": plainSet("hippocampal-slices"),
  "gb-hippocampal-cultures": plainSet("hippocampal-cultures"),
  "gb-cortical-slices": plainSet("cortical-slices"),
};
