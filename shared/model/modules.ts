import type { Parameters } from "./parameters.ts";

/** Mechanisms beyond the standard cell, each a switch that is off by default (MODEL.md, "Optional mechanisms"). */
export const MODULES = [
  "retention",
  "heterosynaptic-ltd",
  "homeostatic-shutdown",
  "synaptic-scaling",
  "metaplasticity",
  "cross-talk",
  "behavioural-time-scale",
  "chance-release",
  "plasticity-noise",
] as const;
export type ModuleId = (typeof MODULES)[number];

export const modules: Readonly<Record<ModuleId, Partial<Parameters>>> = {
  retention: { retention: 1 },
  "heterosynaptic-ltd": { heterosynaptic: 0.15 },
  "homeostatic-shutdown": { shutdown: 1 },
  "synaptic-scaling": { scaling: 1 },
  metaplasticity: { metaplasticity: 0.3 },
  "cross-talk": { crosstalk: 0.85 },
  "behavioural-time-scale": { plateau: 0.3 },
  "chance-release": { chance: 1 },
  "plasticity-noise": { noise: 0.35 },
};
