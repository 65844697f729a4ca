import { type Cell, INHIBITION_RING, rest, SCALAR } from "./cell.ts";

/**
 * Below these, in nS, mV, shares and LTD thresholds, activity counts as over: it is then made exactly nothing. Small
 * enough that a plain step without this differs by less than 1e-6.
 */
const NEGLIGIBLE = 1e-6;
const NEGLIGIBLE_MV = 1e-5;

/** How often to look, ms of the cell's clock. */
export const SETTLE_EVERY = 64;

/**
 * Ends what has faded: single inputs, lest they fade for minutes into numbers that processors are slow with, and the
 * whole fast state when no input, conductance or spike is left. The cell is then idle, and a step costs next to nothing.
 */
export function settle(cell: Cell): void {
  const { scalars, bound, glutamate, calcium } = cell;
  let active = false;
  for (let i = 0; i < cell.capacity; i++) {
    if (bound[i]! < NEGLIGIBLE && glutamate[i]! < NEGLIGIBLE && calcium[i]! < NEGLIGIBLE) {
      bound[i] = 0;
      glutamate[i] = 0;
      calcium[i] = 0;
    } else {
      active = true;
    }
  }
  if (!active && scalars[SCALAR.pending] === 0 && membraneRests(cell)) rest(cell);
}

function membraneRests({ scalars, parameters, inhibition }: Cell): boolean {
  const off = scalars[SCALAR.v]! - parameters.EL;
  if (off > NEGLIGIBLE_MV || off < -NEGLIGIBLE_MV) return false;
  for (let i = SCALAR.gA; i <= SCALAR.bS; i++) if (scalars[i]! > NEGLIGIBLE) return false;
  for (let i = 0; i < INHIBITION_RING; i++) if (inhibition[i]! > 0) return false;
  return scalars[SCALAR.refractory] === 0;
}
