import type { Round } from "../lesson/round.ts";
import { type Cell, setContacts } from "../model/cell.ts";
import { groupOf } from "./events.ts";
import type { SessionHeader } from "./header.ts";
import type { Pulse } from "./pulse.ts";
import type { PulseRecorder } from "./pulse-recorder.ts";
import type { SeatState, SessionState } from "./state.ts";

/** What the parts of a session (its rounds, its lapses, its electrode, its conditions) work on. */
export interface Core {
  readonly header: SessionHeader;
  readonly cell: Cell;
  readonly recorder: PulseRecorder;
  readonly state: SessionState;
  /** What the cell did in the tick that ran last; undefined when nothing moved. */
  pulse: Pulse | undefined;
}

/** Fewest students that the class's contacts are shared among: 84/3 = 28 contacts each stay below the cell's threshold. */
const FEWEST = 3;

/** Whether nothing runs, and something may begin. */
export const atRest = ({ state }: Core): boolean => state.phase === "lobby" || state.phase === "between";

/** The round that runs, or ran last. */
export const roundOf = ({ header, state }: Core): Round | undefined => header.script[state.round];

/** Whether a seat is asked to tap in the round that runs. */
export function asks(core: Core, seat: number): boolean {
  const asked = roundOf(core)?.asked ?? "all";
  return asked === "all" || asked === groupOf(seat);
}

/** @throws RangeError when nobody sits there */
export function seatOf({ state }: Core, index: number): SeatState {
  const seat = state.seats[index];
  if (!seat) throw new RangeError(`nobody sits on seat ${index}`);
  return seat;
}

export function enter({ state }: Core, phase: SessionState["phase"]): void {
  state.phase = phase;
  state.paused = false;
  state.countIn = 0;
  state.ran = 0;
  state.turn++;
}

/** Shares the class's contacts among those who are here and asked to tap; everybody else on a seat gets as many. */
export function shareContacts(core: Core, all: number): void {
  const { state, cell } = core;
  const asked = state.seats.filter((seat, i) => seat?.connected && asks(core, i)).length;
  state.contacts = all / Math.max(FEWEST, asked);
  for (let i = 0; i < cell.capacity; i++) setContacts(cell, i, state.seats[i] ? state.contacts : 0);
}
