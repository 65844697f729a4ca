import { naive, setParameters } from "../model/cell.ts";
import { type Conditions, parametersUnder } from "../model/conditions.ts";
import { givePlateau } from "../model/plateau.ts";
import { giveSerotonin } from "../model/serotonin.ts";
import { catchUp } from "../model/slow.ts";
import type { Core } from "./core.ts";
import type { Modulator } from "./events.ts";
import { plot } from "./measures.ts";
import { freshStory } from "./story.ts";

/** What the cell is under: region, drugs, optional mechanisms, modulators. */

/** Puts conditions in force. @throws RangeError for an unknown one; nothing has changed then */
export function putUnder({ header, state, cell }: Core, conditions: Conditions): boolean {
  if (JSON.stringify(conditions) === JSON.stringify(state.conditions)) return false;
  const parameters = parametersUnder(header.parameters, conditions);
  // What a lapse left to be done is done under the conditions in which it passed.
  catchUp(cell);
  setParameters(cell, parameters);
  state.conditions = conditions;
  return true;
}

/** Takes the class to another pathway, and so to another cell. */
export function moveTo(core: Core, conditions: Conditions): boolean {
  if (JSON.stringify(conditions) === JSON.stringify(core.state.conditions)) return false;
  renew(core, conditions);
  return true;
}

/** Gives the class another cell, under these conditions: every synapse is naive and its story begins anew. */
export function renew(core: Core, conditions: Conditions): void {
  putUnder(core, conditions);
  naive(core.cell);
  delete core.state.memory;
  core.state.behind = "pathway";
  for (const seat of core.state.seats) if (seat) seat.stimulated = -1;
  freshStory(core.state.story);
  plot(core);
}

export function modulate({ state, cell }: Core, modulator: Modulator): boolean {
  if (state.phase === "ended") return false;
  catchUp(cell);
  if (modulator === "serotonin") giveSerotonin(cell);
  else givePlateau(cell);
  return true;
}
