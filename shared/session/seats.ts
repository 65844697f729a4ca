import { type Cell, setContacts } from "../model/cell.ts";
import { type Core, contactsOfNewcomer, seatOf } from "./core.ts";

/** Who sits where: coming, leaving, being sent away and let back in, names, and whether newcomers are let in. */

/** @throws RangeError for a seat that the cell has no room for */
export function join(core: Core & { readonly cell: Cell }, seat: number, name: number, bot: boolean): boolean {
  const { state, cell } = core;
  if (!(seat >= 0 && seat < cell.capacity)) throw new RangeError(`no seat ${seat}`);
  while (state.seats.length <= seat) state.seats.push(null);
  state.seats[seat] = { name, bot, connected: true, bias: 0, taps: 0, stimulated: -1 };
  setContacts(cell, seat, contactsOfNewcomer(core, seat));
  return true;
}

/** @throws RangeError when nobody sits there */
export function setConnected(core: Core, index: number, connected: boolean): boolean {
  const seat = seatOf(core, index);
  if (seat.connected === connected || (connected && seat.removed)) return false;
  seat.connected = connected;
  return true;
}

/** Sends somebody away (the synapse stays, and whoever holds the seat's key is not let in), or lets them back in. */
export function setRemoved(core: Core, index: number, removed: boolean): boolean {
  const seat = seatOf(core, index);
  if (seat.bot || (seat.removed ?? false) === removed) return false;
  // Absent, not false: the state of a class that sent nobody away is what it always was.
  if (removed) Object.assign(seat, { removed, connected: false });
  else delete seat.removed;
  return true;
}

/** @throws RangeError when nobody sits there */
export function rename(core: Core, index: number, name: number): boolean {
  const seat = seatOf(core, index);
  if (seat.name === name) return false;
  seat.name = name;
  return true;
}

/** Whether newcomers are turned away; who has a seat comes back to it all the same. */
export function setLocked({ state }: Core, locked: boolean): boolean {
  if ((state.locked ?? false) === locked) return false;
  if (locked) state.locked = true;
  else delete state.locked;
  return true;
}
