import { biologicalTime } from "../model/cell.ts";
import { efficacy } from "../model/release.ts";
import { type Core, roundOf } from "./core.ts";
import { groupOf } from "./events.ts";

/** Contacts, bursting at once, that fire the cell at baseline strength (MODEL.md, row D4). */
const CONTACTS_TO_FIRE = 35.86;
/** The class's contacts where a round connects none (the warm-up). */
const STANDARD_CONTACTS = 84;

/** Mean EPSP of a group's synapses, percent of baseline; 100 for a group without seats. */
export function meanStrength({ state, cell }: Core, group: "A" | "B" | "all"): number {
  let [sum, n] = [0, 0];
  state.seats.forEach((seat, i) => {
    if (!seat || (group !== "all" && groupOf(i) !== group)) return;
    sum += efficacy(cell, i);
    n++;
  });
  return n === 0 ? 100 : (100 * sum) / n;
}

/** Percent of the class, tapping at once, that would fire the cell now. */
export function neededShare(core: Core): number {
  const drive = ((roundOf(core)?.classContacts || STANDARD_CONTACTS) * meanStrength(core, "all")) / 100;
  return Math.min(100, Math.round((100 * CONTACTS_TO_FIRE) / drive));
}

/** Adds a point to the LTP plot. */
export function plot(core: Core): void {
  const minutes = biologicalTime(core.cell) / 60_000;
  core.state.plot.push({ minutes, a: meanStrength(core, "A"), b: meanStrength(core, "B") });
}
