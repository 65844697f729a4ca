import { type Cell, createCell, SCALAR, setContacts } from "../../shared/model/cell.ts";
import { type Conditions, parametersUnder, STANDARD_CONDITIONS } from "../../shared/model/conditions.ts";
import { standardParameters } from "../../shared/model/parameters.ts";

/** A cell under these conditions, an input for each number of contacts. */
export function cellUnder(change: Partial<Conditions>, contacts: readonly number[], seed = 1): Cell {
  const parameters = parametersUnder(standardParameters, { ...STANDARD_CONDITIONS, ...change });
  const cell = createCell(parameters, contacts.length, { seed });
  contacts.forEach((m, i) => {
    setContacts(cell, i, m);
  });
  return cell;
}

/** Puts calcium at an input and wakes the cell: the coming step finds this much less what decays in it. */
export function giveCalcium(cell: Cell, input: number, calcium: number): void {
  cell.calcium[input] = calcium / Math.exp(-1 / cell.parameters.tauC);
  cell.scalars[SCALAR.idle] = 0;
}

/** S(C) of the two-threshold rule. */
export const soft = (c: number, threshold: number, spread = standardParameters.sg): number =>
  1 / (1 + Math.exp(-(c - threshold) / spread));

/** What a step of 1 ms at calcium `c` adds to rho. */
export const induced = (rho: number, c: number, { thP, gp }: Partial<typeof standardParameters> = {}): number => {
  const p = standardParameters;
  return 0.001 * ((gp ?? p.gp) * soft(c, thP ?? p.thP) * (1 - rho) - p.gd * soft(c, p.thD) * rho);
};
