import type { Parameters } from "./parameters.ts";
import { type PathwayId, pathways } from "./pathways.ts";

/** The experiments that a teacher or a laboratory can make: drugs, mutants and states, each a change of constants. */
export const DRUGS = [
  "apv",
  "cnqx",
  "picrotoxin",
  "high-magnesium",
  "no-magnesium",
  "bapta",
  "camkii-block",
  "phosphatase-block",
  "pka-block",
  "s831a",
  "exocytosis-block",
  "anisomycin",
  "zif268-knockout",
  "d1-block",
  "novelty",
  "zip",
  "enriched-environment",
  "activity-blockade",
] as const;
export type DrugId = (typeof DRUGS)[number];

type Change = (p: Parameters, pathway: PathwayId) => Partial<Parameters>;

/** Whether NMDA receptors bring the calcium. The Purkinje cell's comes through mGluR, which knows neither APV nor magnesium. */
const throughNmda = ({ rule }: Parameters): boolean => rule !== "inverse";

export const drugs: Readonly<Record<DrugId, Change>> = {
  /**
   * APV (AP5): NMDA receptors carry no current and no calcium. Collingridge 1983. Event-driven calcium does not say where
   * it comes from; there all of it goes.
   */
  apv: (p) => ({
    gN: 0,
    kN: throughNmda(p) ? 0 : p.kN,
    ...(p.rule === "event-calcium" ? { Cpre: 0, Cpost: 0 } : {}),
  }),
  /** CNQX, NBQX: AMPA receptors carry no current. */
  cnqx: () => ({ gA: 0 }),
  /** Picrotoxin: no inhibition. */
  picrotoxin: () => ({ gI: 0 }),
  /** 2 mM magnesium in the bath. */
  "high-magnesium": (p) => (throughNmda(p) ? { Mg: 2 } : {}),
  /** A bath without magnesium (a trace remains): the coincidence is no longer needed. */
  "no-magnesium": (p) => (throughNmda(p) ? { Mg: 0.01 } : {}),
  /** BAPTA in the postsynaptic cell catches nine tenths of the calcium. */
  bapta: (p) => ({ kN: 0.1 * p.kN, Cpost: 0.1 * p.Cpost, Cpre: 0.1 * p.Cpre }),
  /** KN-62, or the T286A mouse: no CaMKII, no potentiation. Giese 1998. In the newborn PKA does the work: no effect. */
  "camkii-block": (_, pathway) => (pathways[pathway].kinase === "camkii" ? { gp: 0 } : {}),
  /** PP1 and calcineurin inhibitors: no depression. */
  "phosphatase-block": () => ({ gd: 0 }),
  /** H-89, Rp-cAMPS: late LTP fails (Huang & Kandel 1994); where PKA is the kinase, all of it does. */
  "pka-block": (p, pathway) => ({
    DA: 0.1,
    rewardBySpike: 0,
    presynapticRate: 0,
    gp: pathways[pathway].kinase === "pka" ? 0 : p.gp,
    serotoninGain: 0,
  }),
  /** GluA1-S831A: the channel cannot be phosphorylated; the number follows as ever. Kristensen 2011, Opazo 2010 */
  s831a: () => ({ phosphorylation: 0 }),
  /** Tetanus toxin, or no syntaxin-3: no receptor reaches the surface, none leaves it; the number stands. */
  "exocytosis-block": () => ({ insertion: 0 }),
  /** No protein is made while it is there. Huang & Kandel 1994 */
  anisomycin: () => ({ block: 1 }),
  /** Egr1 knock-out: a tenth of the new proteins. Jones 2001 [M] */
  "zif268-knockout": (p) => ({ block: Math.max(p.block, 0.9) }),
  /** SCH23390: D1/D5 receptors blocked. */
  "d1-block": (p) => ({ DA: Math.min(p.DA, 0.2), rewardBySpike: 0 }),
  /**
   * Novelty or reward (dopamine, noradrenaline): one episode counts for more, unless D1/D5 receptors or PKA are blocked. Give
   * it for about an hour.
   */
  novelty: (p) => (p.DA < 1 ? {} : { DA: 2.5 }),
  /** ZIP erases late LTP. That it does so through PKMζ is contested: it works in mice without PKMζ (Volk 2013). */
  zip: () => ({ zip: 1 }),
  /** A lively cage in the weeks after: it wears young lasting LTP away. Abraham 2002, dentate gyrus */
  "enriched-environment": () => ({ enrichment: 1 }),
  /** Tetrodotoxin for days: nothing fires, and scaling turns all synapses up. Wierenga 2005 */
  "activity-blockade": () => ({ gA: 0, gN: 0, kN: 0, Cpost: 0, Cpre: 0, background: 0 }),
};
