import { type Cell, createCell, setContacts } from "../../../shared/model/cell.ts";
import type { Electrode } from "../../../shared/model/electrode.ts";
import { earlyChange } from "../../../shared/model/induction.ts";
import { type Parameters, standardParameters } from "../../../shared/model/parameters.ts";
import { type Protocol, perform, protocol, type Train } from "../../../shared/protocols/protocol.ts";

/** A slice in the bath: inputs with so many contacts each. As in all of the table, transmission follows the weight at once. */
export function slice(contacts: readonly number[], drug: Partial<Parameters> = {}): Cell {
  const cell = createCell({ ...standardParameters, ...drug }, contacts.length, { expressionLag: false });
  contacts.forEach((m, input) => {
    setContacts(cell, input, m);
  });
  return cell;
}

/** Weight of an input relative to rest, before the lags of expression. */
export const weight = (cell: Cell, input = 0): number =>
  1 + earlyChange(cell.parameters, cell.rho[input]!) + cell.late[input]!;

/** Blocks NMDA receptors: neither their current nor their calcium. */
export const APV: Partial<Parameters> = { kN: 0, gN: 0 };

/** One input's weight after a train on a fresh slice. */
export function weightAfter(
  train: Train,
  contacts: number,
  drug: Partial<Parameters> = {},
  electrode?: Electrode,
): number {
  const cell = slice([contacts], drug);
  perform(cell, protocol([train]), electrode);
  return weight(cell);
}

export interface Outcome {
  readonly cell: Cell;
  /** How many times the cell spiked. */
  readonly spikes: number;
}

export function experiment(contacts: readonly number[], stimulation: Protocol): Outcome {
  const cell = slice(contacts);
  return { cell, spikes: perform(cell, stimulation) };
}
