/**
 * The constants of the model, with unit, meaning and origin: [V] read in the named source, [C] computed from such,
 * [K] calibrated so that the whole reproduces the laboratory results of tests/science, [M] standard textbook values.
 * Names follow MODEL.md. Plain numbers: a recording carries them in its header.
 */

/** Version of equations, order of operations and constants together: any change of them gives other numbers. */
export const MODEL_VERSION = "2.0.0";

/** Reference population, contacts: "100 %" of the cell's inputs. [K] */
export const ALL_CONTACTS = 240;

/**
 * What calcium does to a synapse: two thresholds (depression, then potentiation), the same turned round (cerebellum), or
 * the event-driven calcium of Graupner & Brunel 2012 with hard thresholds.
 */
export type Rule = "two-threshold" | "inverse" | "event-calcium";

export const standardParameters = {
  /** Share of the release pool that a rested spike uses. [K] */
  U: 0.31,
  /** Recovery of the release pool, ms. [K] */
  tauRec: 50,
  /** Decay of facilitation, ms. [K] */
  tauFac: 500,
  /** Presynaptic spikes of one tap, and their distance, ms: a burst at 100 Hz, the unit of theta-burst stimulation. [V] */
  burstSpikes: 4,
  burstInterval: 10,

  /** Membrane capacitance, pF. [M] */
  C: 200,
  /** Leak conductance, nS. [M] */
  gL: 10,
  /** Resting potential, mV. [M] */
  EL: -70,
  /** Threshold of the cell's spike, mV. [K] */
  Vth: -53.16,
  /** Potential after a spike, mV. [K] */
  Vreset: -60,
  /** Refractory time, ms. [K] */
  tref: 3,
  /** After-hyperpolarisation: step, nS, decay, ms, and reversal, mV. [K] */
  gKinc: 1.14,
  tauK: 30,
  EK: -80,
  /** AMPA conductance of one contact, nS, and its decay, ms. [C], [M] */
  gA: 0.2,
  tauA: 4,
  /** NMDA conductance of one contact, nS; share of free receptors that a rested release binds; rise and decay, ms. [K] */
  gN: 0.106,
  q: 0.9,
  tauNr: 4,
  tauNd: 80,
  /** Extracellular magnesium, mM. [M] */
  Mg: 1,
  /** Feed-forward inhibition: conductance of one contact, nS, decay, ms, reversal, mV, delay, ms, use, recovery, ms. [K] */
  gI: 0.0157,
  tauI: 6.5,
  EI: -75,
  delI: 2,
  UI: 0.24,
  tauIrec: 2800,
  /** The spike that runs back into the dendrite: fast part, slow part, mV and ms, and the slow part's ceiling. [K] */
  bF: 35.5,
  tauBF: 3,
  bS: 8.3,
  tauBS: 8.2,
  bSmax: 13.3,
  /** A dendritic EPSP is this much larger than the somatic one. [K] */
  kD: 1.573,

  /** Calcium, in units of the LTD threshold: decay, ms, entry through open NMDA receptors, step at a spike. [K] */
  tauC: 23,
  kN: 5.81,
  Cpost: 0.01,
  /** What calcium does. */
  rule: "two-threshold" as Rule,
  /** Thresholds of depression and potentiation, and their spread over a bundle's contacts. Graupner & Brunel 2012; [K] */
  thD: 1,
  thP: 1.43,
  sg: 0.148,
  /** Rates of potentiation and depression, 1/s. Graupner & Brunel 2012, slices, ±32 %. [K] */
  gp: 1.72,
  gd: 0.6,
  /** Share of contacts in the strong state at rest; weight = wmin + wspan · rho. Graupner & Brunel 2012, slices. [V] */
  rho0: 0.3,
  wmin: 0.438,
  wspan: 1.874,

  /** The weight never falls below this, whatever early and late change add up to. [K] */
  wFloor: 0.2,

  /** Return of potentiation and of depression to rest, s. Luboeinski & Tetzlaff 2021 [V]; [K] */
  tauE: 6884,
  tauEm: 14400,
  /** The episode's drive: contacts above thP that saturate it, its rise, ms, and decay, s. [K] */
  ySaturation: 60,
  tauY: 300,
  tauOff: 60,

  /** Early change at which a synapse is tagged, either way. [K]; Luboeinski & Tetzlaff 2021 use 0.2 */
  thTag: 0.1,
  /** Episode counter (PKA, ERK): decay, s, half-activation and steepness. [K], fitted to Smolen 2006 */
  tauKinase: 1800,
  Kth: 1.65,
  nH: 8,
  /** Gene-expression programme, proteins (PRP) and capture, s. [K]; Luboeinski & Tetzlaff 2021, Clopath 2008 */
  tauL: 3600,
  tauP: 1200,
  tauZ: 2400,
  /** Where capture leads: late potentiation and depression. Luboeinski & Tetzlaff 2021 [V] */
  zMax: 1,
  zMin: -0.5,
  /** Dopamine's gain on the episode counter: 1 control, 0.2 D1/D5 blocked, 2.5 novelty or reward. [K] */
  DA: 1,
  /** Share of protein synthesis that is blocked, 0 … 1. */
  block: 0,
  /** Whether the cell's own spike brings the reward (amygdala: the US), and how long it lasts, s. [M] */
  rewardBySpike: 0,
  rewardDA: 2.5,
  tauReward: 3600,

  /** Share of the early change (exponent) carried by channel conductance. [K] after Benke 1998, Kristensen 2011 */
  gammaShare: 0.4,
  /** Whether the channel can be phosphorylated (GluA1-S831), and whether receptors come and go; 0 or 1. */
  phosphorylation: 1,
  insertion: 1,
  /** AMPA receptors of a synapse at rest, and most. [M]; Matsuzaki 2001 [V] */
  N0: 60,
  Nmax: 150,
  /** Lags of conductance and receptor number, s. [K] */
  tauGamma: 20,
  tauN: 120,

  /** Lasting LTP (optional): 1 lets z fade unless spaced sessions settle it. Abraham 2002 [V]; times [M] */
  retention: 0,
  /** Decay of the unsettled part, s (3.5 d), and of the settled part, s (0: none). */
  tauDays: 302400,
  tauMonths: 0,
  /** Sessions so far apart count as spaced, s; and z from which on one can settle. [K] */
  spacing: 43200,
  zSettles: 0.2,
  /** Enriched environment, and ZIP with its time, s: 0 or 1. Abraham 2002; Volk 2013 */
  enrichment: 0,
  zip: 0,
  tauZip: 1800,

  /** Heterosynaptic LTD: share of rho that silent inputs lose for a full potentiation of all others (optional). [K] */
  heterosynaptic: 0,
  /** Homeostatic shutdown of potentiation once many synapses are strong (optional). Roth-Alpermann 2006; [K] */
  shutdown: 0,
  /** Synaptic scaling towards the background rate (optional), with its time, s, and bounds. Wierenga 2005 */
  scaling: 0,
  tauScaling: 172800,
  scaleMin: 0.5,
  scaleMax: 2,
  /** Shift of thP with the cell's recent rate (optional), its bounds, and the time of that rate, s. BCM; [K] */
  metaplasticity: 0,
  shiftMin: 0.8,
  shiftMax: 1.4,
  tauRate: 1200,
  /** Rate that the cell is used to, Hz, and its rate while nobody plays, as a share of that. [K] */
  r0: 0.1,
  background: 1,
  /** Threshold of a synapse beside one that has just potentiated (optional; 0: off), for so long, s. Harvey & Svoboda 2007 */
  crosstalk: 0,
  tauCrosstalk: 600,
  /** Potentiation by a plateau potential, behavioural time scale (optional), and the trace's decay, ms. Bittner 2017; [M] */
  plateau: 0,
  tauEligibility: 1500,
  /** Chance in release, 0 or 1 (optional), and noise of rho, 1/s^½. Graupner & Brunel 2012 [V] */
  chance: 0,
  noise: 0,

  /** Presynaptic potentiation (mossy fibre): gain of U, rate, 1/s, spikes of slow calcium that start it, decays, s. Salin 1996; [M] */
  presynapticGain: 0,
  presynapticRate: 1,
  presynapticThreshold: 25,
  tauPresynaptic: 10800,
  tauSlowCalcium: 2,
  /** Serotonin (Aplysia): gain of U, its decay, s, pulses within a window, s, that last, their gain and decay, s. Montarolo 1986; [M] */
  serotoninGain: 0,
  tauSerotonin: 900,
  serotoninPulses: 5,
  serotoninWindow: 7200,
  growthGain: 1,
  tauGrowth: 604800,

  /** Event-driven calcium: steps at a presynaptic spike (after D ms) and at the cell's, noise, time, s, unstable point. */
  Cpre: 0,
  delayPre: 0,
  sigma: 0,
  tauRho: 1,
  rhoUnstable: 0.5,
};

export type Parameters = Readonly<typeof standardParameters>;

/** Constants that are a share, or a switch. */
const SHARES = [
  "block",
  "phosphorylation",
  "insertion",
  "retention",
  "zip",
  "enrichment",
  "rho0",
  "chance",
  "U",
] as const;

/** @throws RangeError naming the first constant that cannot be, and what it may be */
export function checkParameters(p: Parameters): void {
  for (const [name, value] of Object.entries(p)) {
    if (name === "rule") continue;
    if (typeof value !== "number" || !Number.isFinite(value))
      throw new RangeError(`${name} = ${value}: a finite number`);
    if (name.startsWith("tau") && name !== "tauMonths" && value <= 0)
      throw new RangeError(`${name} = ${value}: above 0`);
  }
  for (const name of SHARES) {
    if (p[name] < 0 || p[name] > 1) throw new RangeError(`${name} = ${p[name]}: from 0 to 1`);
  }
  if (p.Mg < 0) throw new RangeError(`Mg = ${p.Mg}: 0 or more`);
}
