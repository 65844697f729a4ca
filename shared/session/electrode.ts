import { createTrace, type Trace } from "../model/advance.ts";
import { type Cell, rest } from "../model/cell.ts";
import { atRest, type Core, enter, shareContacts } from "./core.ts";
import { TICK_MS } from "./events.ts";
import { plot } from "./measures.ts";
import { checkStimulation, durationOf, PIECE_MS, type Stimulation, stimulatePart } from "./stimulation.ts";

/** The electrode, which stimulates in place of the class. */

/** The class's contacts for an electrode that stimulates before the first round. */
const STANDARD_CONTACTS = 84;

/** For stimulations faster than the picture can follow: what a cell's trace is written to, and nobody reads. */
const pieces = new WeakMap<Cell, Trace>();

/** @throws RangeError for a stimulation that is none */
export function beginStimulation(core: Core, stimulation: Stimulation): boolean {
  checkStimulation(stimulation);
  const { state, cell } = core;
  if (!atRest(core)) return false;
  if (cell.contacts.every((m) => m === 0)) shareContacts(core, STANDARD_CONTACTS);
  state.stimulation = stimulation;
  state.behind = "stimulation";
  state.cellSpikes = 0;
  plot(core);
  enter(core, "stimulation");
  return true;
}

/** Runs one tick of what the electrode does. */
export function stepStimulation(core: Core, stimulation: Stimulation): void {
  const { state, cell, recorder } = core;
  const { pace } = stimulation;
  const seats = state.seats.flatMap((seat, i) => (seat ? [i] : []));
  const [from, to] = [state.ran * pace, (state.ran + 1) * pace];
  // What is faster than the picture can follow gives no pulse.
  const seen = pace <= TICK_MS;
  const trace = seen ? recorder.trace : pieceOf(cell);
  state.cellSpikes += stimulatePart(cell, stimulation, seats, from, to, trace);
  if (seen) core.pulse = recorder.take(state.tick, pace, TICK_MS / pace, state.seats.length);
  state.ran++;
  if (to >= durationOf(stimulation)) endStimulation(core);
}

export function endStimulation(core: Core): void {
  plot(core);
  rest(core.cell);
  enter(core, "between");
}

function pieceOf(cell: Cell): Trace {
  let trace = pieces.get(cell);
  if (!trace) {
    trace = createTrace(cell, PIECE_MS);
    pieces.set(cell, trace);
  }
  return trace;
}
