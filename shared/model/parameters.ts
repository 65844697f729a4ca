/**
 * The constants of the model, with unit, meaning and origin: [V] read in the named source, [C] computed from such,
 * [K] calibrated so that the whole reproduces the laboratory results of tests/science, [M] standard textbook values.
 * Names follow MODEL.md. Plain numbers: a recording carries them in its header.
 */

/** Version of equations, order of operations and constants together: any change of them gives other numbers. */
export const MODEL_VERSION = "1.0.0";

/** Reference population, contacts: "100 %" of the cell's inputs. [K] */
export const ALL_CONTACTS = 240;

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

  /** Return of potentiation and of depression to rest, s. Luboeinski & Tetzlaff 2021 [V]; [K] */
  tauE: 6884,
  tauEm: 14400,
  /** The episode's drive: contacts above thP that saturate it, its rise, ms, and decay, s. [K] */
  ySaturation: 60,
  tauY: 300,
  tauOff: 60,

  /** Share of the early change (exponent) carried by channel conductance. [K] after Benke 1998, Kristensen 2011 */
  gammaShare: 0.4,
  /** AMPA receptors of a synapse at rest, and most. [M]; Matsuzaki 2001 [V] */
  N0: 60,
  Nmax: 150,
  /** Lags of conductance and receptor number, s. [K] */
  tauGamma: 20,
  tauN: 120,
};

export type Parameters = Readonly<typeof standardParameters>;
