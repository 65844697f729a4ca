import { atPace, inMode } from "../lesson/mode.ts";
import { isAsked, type PartId, partOf, type Round, roleOf } from "../lesson/round.ts";
import { type Cell, setContacts } from "../model/cell.ts";
import type { SessionHeader } from "./header.ts";
import { isShown } from "./memory.ts";
import type { Pulse } from "./pulse.ts";
import type { PulseRecorder } from "./pulse-recorder.ts";
import type { SeatState, SessionState } from "./state.ts";

/** From this tick on the cell's time runs so many times slower than the class's, whatever the rounds say. */
export interface Slowed {
  readonly from: number;
  readonly slowMotion: number;
}

/** What the parts of a session (its rounds, its lapses, its electrode, its conditions) work on. */
export interface Core {
  readonly header: SessionHeader;
  readonly cell: Cell;
  readonly recorder: PulseRecorder;
  readonly state: SessionState;
  /** In an imagined class alone. */
  readonly slowed?: Slowed | undefined;
  /** What the cell did in the tick that ran last; undefined when nothing moved. */
  pulse: Pulse | undefined;
}

/** Fewest students that the class's contacts are shared among: 84/3 = 28 contacts each stay below the cell's threshold. */
const FEWEST = 3;

/** Whether nothing runs, and something may begin. */
export const atRest = ({ state }: Core): boolean =>
  state.phase === "lobby" || state.phase === "between" || state.phase === "bet";

/** The round that runs, or ran last. */
export function roundOf(core: Core): Round | undefined {
  const { header, state } = core;
  const round = header.script[state.round];
  const played = round && inMode(round, state.mode ?? "standard");
  const slowMotion = slowMotionOf(core);
  return played && slowMotion !== undefined ? atPace(played, slowMotion) : played;
}

/** The slow motion that is imagined now; none in a class that is, or was, held. */
export const slowMotionOf = ({ state, slowed }: Core): number | undefined =>
  slowed && state.tick >= slowed.from ? slowed.slowMotion : undefined;

/** Whether a seat is asked to tap in the round that runs. */
export function asks(core: Core, seat: number): boolean {
  const round = roundOf(core);
  return round?.pictures ? isShown(core, round.pictures, seat) : isAsked(round, seat);
}

/** @throws RangeError when nobody sits there */
export function seatOf({ state }: Core, index: number): SeatState {
  const seat = state.seats[index];
  if (!seat) throw new RangeError(`nobody sits on seat ${index}`);
  return seat;
}

export function enter({ state }: Core, phase: SessionState["phase"]): void {
  state.phase = phase;
  // Whatever begins, or ends the class: nobody answers any more.
  if (state.lesson?.ballot) state.lesson.ballot.open = phase === "bet";
  state.paused = false;
  state.countIn = 0;
  state.ran = 0;
  state.turn++;
}

/**
 * Shares the class's contacts among those who are here and asked to tap; everybody else on a seat gets as many. Where
 * parts of the class have contacts of their own, each part shares its own.
 */
export function shareContacts(core: Core, all: number): void {
  const { state, cell } = core;
  const round = roundOf(core);
  const asked = state.seats.filter((seat, i) => seat?.connected && asks(core, i)).length;
  state.contacts = all / Math.max(FEWEST, asked);
  for (let i = 0; i < cell.capacity; i++) {
    const role = roleOf(round, i);
    const share = role ? role.contacts / Math.max(1, countOf(core, partOf(round, i))) : state.contacts;
    setContacts(cell, i, state.seats[i] ? share : 0);
  }
}

/** Those of a part of the class who are here, and have tapped on this cell if any of them has: the idle hold nobody back. */
function countOf(core: Core, part: PartId): number {
  const round = roundOf(core);
  const here = core.state.seats.filter((seat, i) => seat?.connected && partOf(round, i) === part);
  return here.filter((seat) => seat!.stimulated >= 0).length || here.length;
}

/** Contacts of a seat that is taken while a round runs: as many as its part's others have. */
export function contactsOfNewcomer(core: Core, index: number): number {
  const { state, cell } = core;
  const round = roundOf(core);
  const part = partOf(round, index);
  const other = state.seats.findIndex((seat, i) => seat && i !== index && partOf(round, i) === part);
  return other < 0 ? state.contacts : cell.contacts[other]!;
}
