import type { LabTexts } from "./lab-texts.ts";

/** What the lab calls drugs, mechanisms and regions. */
export const conditionsEn: Pick<LabTexts, "drugs" | "modules" | "pathways"> = {
  drugs: {
    apv: { name: "APV", what: "Blocks NMDA receptors: nothing is learnt, what was learnt stays." },
    cnqx: { name: "CNQX", what: "Blocks AMPA receptors: no EPSP, so no spike and no learning." },
    picrotoxin: {
      name: "Picrotoxin",
      what: "Blocks inhibition.",
      caveat: "Inhibition is weak in this cell; real effects are larger.",
    },
    "high-magnesium": { name: "High magnesium", what: "2 mM outside: the plug of the NMDA receptors holds." },
    "no-magnesium": {
      name: "No magnesium",
      what: "No plug: even a lone input potentiates, coincidence is no longer needed.",
    },
    bapta: { name: "BAPTA", what: "Catches calcium in the cell: nothing is learnt." },
    "camkii-block": {
      name: "CaMKII blocked",
      what: "KN-62, or T286A mice: no potentiation, depression as ever.",
      caveat: "No effect in newborns, where PKA does its work.",
    },
    "phosphatase-block": { name: "Phosphatases blocked", what: "No depression; slow pulses now potentiate." },
    "pka-block": { name: "PKA blocked", what: "H-89: late LTP fails; in newborns and mossy fibres all of it." },
    s831a: { name: "GluA1-S831A", what: "Receptors cannot become more active; their number still grows." },
    "exocytosis-block": {
      name: "Exocytosis blocked",
      what: "No receptor reaches the surface; only their activity grows.",
    },
    anisomycin: { name: "Anisomycin", what: "No new proteins: early LTP is normal, late LTP fails." },
    "zif268-knockout": {
      name: "zif268 knock-out",
      what: "A tenth of the new proteins.",
      caveat: "The tenth is a choice of this model.",
    },
    "d1-block": { name: "D1/D5 blocked", what: "SCH23390: dopamine cannot help an episode count." },
    novelty: {
      name: "Novelty, reward",
      what: "Dopamine and noradrenaline: one episode counts for more.",
      caveat: "In animals for about an hour.",
    },
    zip: {
      name: "ZIP",
      what: "Erases late LTP within an hour or two.",
      caveat: "It does so in mice without PKMζ, too (Volk 2013): that PKMζ stores memory is contested.",
    },
    "enriched-environment": {
      name: "Lively cage",
      what: "New experience in the weeks after wears young lasting LTP away.",
      caveat: "Dentate gyrus of living rats (Abraham 2002). Acts on settled LTP only.",
    },
    "activity-blockade": {
      name: "Tetrodotoxin for days",
      what: "Nothing fires. With synaptic scaling, all weights grow.",
    },
  },
  modules: {
    retention: {
      name: "Retention for months",
      what: "Late LTP fades in days, unless spaced sessions settle it.",
      caveat: "Shown in the dentate gyrus of living rats, not in CA1 slices. The law is this model's.",
    },
    "heterosynaptic-ltd": {
      name: "Heterosynaptic LTD",
      what: "While some inputs potentiate, silent ones lose a little.",
    },
    "homeostatic-shutdown": {
      name: "Homeostatic shutdown",
      what: "A cell whose synapses are strong already potentiates no further.",
    },
    "synaptic-scaling": {
      name: "Synaptic scaling",
      what: "Over days all weights grow in a silent cell and shrink in a busy one.",
    },
    metaplasticity: { name: "Sliding threshold (BCM)", what: "A busy cell is harder to potentiate." },
    "cross-talk": { name: "Cross-talk", what: "Beside a potentiated synapse the threshold is lower for ten minutes." },
    "behavioural-time-scale": {
      name: "Behavioural time scale",
      what: "A plateau potential strengthens what was active seconds before.",
    },
    "chance-release": { name: "Chance in release", what: "Each contact releases or does not, by chance." },
    "plasticity-noise": { name: "Noise in plasticity", what: "Few contacts, more chance in what is learnt." },
  },
  pathways: {
    ca1: { name: "CA3 → CA1, adult", what: "The synapse that the model was made for." },
    "ca1-neonatal": {
      name: "CA1, newborn",
      what: "PKA does the work of CaMKII; most contacts are weak.",
      caveat: "A sketch: sizes are proposals.",
    },
    "mossy-fibre": {
      name: "Mossy fibre → CA3",
      what: "More transmitter, whatever the cell does; NMDA receptors play no part.",
      caveat: "A sketch: sizes are proposals.",
    },
    "ca3-recurrent": { name: "CA3 → CA3", what: "Either order of spikes potentiates." },
    dentate: { name: "Dentate gyrus, living", what: "Late LTP can last for months." },
    cerebellum: {
      name: "Cerebellum (Purkinje)",
      what: "The rule turned round: much calcium weakens, a little strengthens.",
      caveat: "A sketch. The cell's spike stands for the climbing fibre's.",
    },
    amygdala: {
      name: "Lateral amygdala",
      what: "The unconditioned stimulus brings its own reward signal.",
      caveat: "A sketch: sizes are proposals.",
    },
    neocortex: { name: "Neocortex, layer 5", what: "Needs 10 to 20 Hz or strong depolarisation." },
    culture: { name: "Cultured neurons", what: "Single pairs of spikes suffice: the textbook's curve." },
    aplysia: {
      name: "Aplysia (sea hare)",
      what: "Serotonin decides, not coincidence.",
      caveat: "A sketch: factors are proposals.",
    },
    "gb-dp": { name: "Set DP", what: "Depression, then potentiation." },
    "gb-dpd": { name: "Set DPD", what: "Depression on both sides of potentiation." },
    "gb-dpd-prime": { name: "Set DPD′", what: "The same with a high threshold." },
    "gb-p": { name: "Set P", what: "Potentiation only." },
    "gb-d": { name: "Set D", what: "Depression only." },
    "gb-d-prime": { name: "Set D′", what: "Depression over a wide range." },
    "gb-hippocampal-slices": { name: "Set hippocampal slices", what: "Fitted to CA3 → CA1 at 5 Hz." },
    "gb-hippocampal-cultures": { name: "Set hippocampal cultures", what: "Fitted to cultured neurons." },
    "gb-cortical-slices": { name: "Set cortical slices", what: "Fitted to layer 5 of the visual cortex." },
  },
};
