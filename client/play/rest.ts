import type { OwnSynapse } from "../../shared/wire/answers.ts";

/** AMPA receptors of a synapse that nothing has happened to: N0 of shared/model, which stays out of the phone's bundle. */
export const RECEPTORS_AT_REST = 60;

/** The synapse of a neuron that has just arrived. */
export const AT_REST: OwnSynapse = {
  ...{ receptors: RECEPTORS_AT_REST, conductance: 100, strength: 100, volume: 100 },
  ...{ release: 100, tag: 0 },
};
