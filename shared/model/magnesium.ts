import { exp } from "./math.ts";

/**
 * Magnesium block of the NMDA receptor: the share of receptors whose pore is free at membrane potential `v`.
 *
 *   B(v) = 1 / (1 + [Mg]/3.57 · exp(-0.062 · v))
 *
 * @param v  membrane potential at the synapse, mV
 * @param mg extracellular magnesium, mM (1 in the hippocampus; 0 removes the block)
 * @source Jahr & Stevens 1990, J Neurosci 10:3178
 */
export const unblockedFraction = (v: number, mg: number): number => 1 / (1 + (mg / 3.57) * exp(-0.062 * v));
