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

/** Range and resolution of the table, mV and entries a mV: linear interpolation is within 2e-7 of the value. */
const LOW = -128;
const HIGH = 192;
const PER_MV = 64;

/** The block as a table over the potential, for one magnesium: the running cell asks twice a millisecond. */
export type UnblockTable = Float64Array;

const tables = new Map<number, UnblockTable>();

export function unblockTable(mg: number): UnblockTable {
  const made = tables.get(mg);
  if (made) return made;
  const table = Float64Array.from({ length: (HIGH - LOW) * PER_MV + 2 }, (_, i) =>
    unblockedFraction(LOW + i / PER_MV, mg),
  );
  tables.set(mg, table);
  return table;
}

/** B(v) from the table; the formula beyond its range. */
export function unblocked(table: UnblockTable, v: number, mg: number): number {
  if (!(v >= LOW && v < HIGH)) return unblockedFraction(v, mg);
  const at = (v - LOW) * PER_MV;
  const index = at | 0;
  const low = table[index]!;
  return low + (at - index) * (table[index + 1]! - low);
}
