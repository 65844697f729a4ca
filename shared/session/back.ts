import type { SeatState, SessionState } from "./state.ts";

/** Steps that can be taken back. */
export const MOST_BACK = 12;

/** Events with which something new begins: before each of them there is a way back. */
export const BEGINNINGS: ReadonlySet<string> = new Set(["start", "lapse", "stimulate", "step", "pathway"]);

/**
 * The state as it was before something began, for a class as it is now: the cell's story goes back, time and people do not.
 * @param now  the class as it is; those who came since stay, and its clock goes on
 * @param then what is gone back to; it is used up
 */
export function asItWas(now: SessionState, then: SessionState): SessionState {
  const { mode: _mode, locked: _locked, ...rest } = then;
  const seats = now.seats.map((seat, i): SeatState | null => {
    if (!seat) return null;
    const { taps = 0, stimulated = -1 } = then.seats[i] ?? {};
    return { ...seat, taps, stimulated };
  });
  const { tick, played, bots, turn, mode, locked } = now;
  return { ...rest, ...(mode && { mode }), ...(locked && { locked }), tick, played, bots, turn: turn + 1, seats };
}
