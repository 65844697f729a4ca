import type { Strengths } from "../lesson/bets.ts";
import { type PartId, partOf } from "../lesson/round.ts";
import { biologicalTime } from "../model/cell.ts";
import { efficacy } from "../model/release.ts";
import { type Core, roundOf } from "./core.ts";

/** Contacts, bursting at once, that fire the cell at baseline strength (MODEL.md, row D4). */
const CONTACTS_TO_FIRE = 35.86;
/** The class's contacts where a round connects none (the warm-up). */
const STANDARD_CONTACTS = 84;

/** Mean EPSP of a part's synapses, percent of baseline; 100 for a part without seats. */
export function meanStrength(core: Core, part: PartId | "all"): number {
  const { state, cell } = core;
  const round = roundOf(core);
  let [sum, n] = [0, 0];
  state.seats.forEach((seat, i) => {
    if (!seat || (part !== "all" && partOf(round, i) !== part)) return;
    sum += efficacy(cell, i);
    n++;
  });
  return n === 0 ? 100 : (100 * sum) / n;
}

/** Every part's mean strength, percent of baseline. */
export const strengthsOf = (core: Core): Strengths => ({
  A: meanStrength(core, "A"),
  B: meanStrength(core, "B"),
  C: meanStrength(core, "C"),
  all: meanStrength(core, "all"),
});

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
