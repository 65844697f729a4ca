import type { Parameters } from "./parameters.ts";

/** Synapses of other regions, ages and animals; the first is the model's own. */
export const PATHWAYS = [
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
export type PathwayId = (typeof PATHWAYS)[number];

export interface Pathway {
  /** The standard constants with this pathway's in their place. */
  readonly change: (p: Parameters) => Parameters;
}

export const pathways: Readonly<Record<PathwayId, Pathway>> = Object.fromEntries(
  PATHWAYS.map((id) => [id, { change: (p: Parameters) => p }]),
) as unknown as Readonly<Record<PathwayId, Pathway>>;
