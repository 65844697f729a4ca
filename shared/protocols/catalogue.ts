/**
 * The laboratory's protocols by name, with what can be set in each. A "course" follows synapses through time; a "sweep"
 * repeats an experiment over a range of one quantity and gives a curve.
 */
export const PROTOCOLS = [
  "tetanus",
  "tetani",
  "theta-burst",
  "low-frequency",
  "pairing",
  "tagging",
  "conditioning",
  "extinction",
  "discrimination",
  "months",
  "serotonin",
  "plateau",
  "stdp",
  "frequency",
  "associativity",
  "cooperativity",
  "synchrony",
  "recall",
] as const;
export type ProtocolId = (typeof PROTOCOLS)[number];
