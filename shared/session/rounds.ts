import { type Goal, lagOf, type Round } from "../lesson/round.ts";
import { advance } from "../model/advance.ts";
import { biologicalTime, rest } from "../model/cell.ts";
import { scheduleBurst } from "../model/schedule.ts";
import { asks, atRest, type Core, enter, roundOf, seatOf, shareContacts } from "./core.ts";
import { meanStrength, plot, strengthsOf } from "./measures.ts";
import { beginPictures, canHold, endPictures, followPictures, noteTap, shareReached } from "./memory.ts";
import { spread, synchrony } from "./synchrony.ts";
import { COUNT_IN_TICKS, nearestBeat, roundTicks, sinceFirstBeat, stepsPerTick } from "./timing.ts";

/** The rounds of a class: students tap, the cell answers. */

/** Taps that belong to the first beat may come this long before it, ticks. */
const EARLIEST_TAP_TICKS = 7;
/** Beats between points of the plot in a round. */
const PLOT_EVERY_BEATS = 5;

/** @throws RangeError for a round that the script does not have */
export function startRound(core: Core, index: number): boolean {
  const round = core.header.script[index];
  if (!round) throw new RangeError(`no round ${index}`);
  const { state } = core;
  if (!atRest(core) || (round.pictures && !canHold(core, round.pictures))) return false;
  state.round = index;
  state.behind = "round";
  state.played++;
  shareContacts(core, round.classContacts);
  for (const seat of state.seats) if (seat) seat.taps = 0;
  state.cellSpikes = 0;
  state.beat = 0;
  state.around = [];
  state.synchrony = -1;
  state.spread = -1;
  state.met = null;
  state.began = strengthsOf(core);
  if (round.pictures) beginPictures(core, round.pictures);
  plot(core);
  enter(core, "round");
  return true;
}

/** Where a tap lies in a round. */
interface OffBeat {
  readonly round: Round;
  /** The beat that it belongs to. */
  readonly beat: number;
  /** Since the seat's first beat, and after its beat (negative: before), ms on the wall; none without a beat. */
  readonly since: number;
  readonly late: number | undefined;
}

/** Where a tap in the coming tick would lie; undefined where it would not count. @param offset model steps into the tick */
export function offBeat(core: Core, seat: number, offset: number): OffBeat | undefined {
  const { state } = core;
  const round = roundOf(core);
  if (!round || state.phase !== "round" || state.paused || !asks(core, seat)) return undefined;
  const since = sinceFirstBeat(state.ran, offset * round.slowMotion) - lagOf(round, seat);
  const beat = nearestBeat(round, since);
  if (beat < 0) return undefined;
  return { round, beat, since, late: round.guided ? Math.round(since - beat * round.beatMs) : undefined };
}

/** @param offset model steps (1 ms biological) into the tick @returns whether it counted */
export function tap(core: Core, index: number, offset: number): boolean {
  const seat = seatOf(core, index);
  const { state, cell } = core;
  const off = offBeat(core, index, offset);
  if (!off) return false;
  const { round, beat, since, late } = off;
  if (round.pictures) noteTap(core, round, round.pictures, index, since, beat);
  seat.taps++;
  if (late !== undefined) {
    // Kept sorted, so that the order in which packets arrived leaves no trace, not even in a sum's last bit.
    state.around.push(late);
    state.around.sort((a, b) => a - b);
  }
  if (round.classContacts > 0) {
    scheduleBurst(cell, index, offset);
    seat.stimulated = biologicalTime(cell);
  }
  core.recorder.tap(index, offset * round.slowMotion);
  return true;
}

/** Runs one tick of the round. */
export function stepRound(core: Core): void {
  const { state, recorder } = core;
  const round = roundOf(core)!;
  // Whoever came during the count-in is counted; from the first beat on the shares stand.
  if (state.ran === COUNT_IN_TICKS - EARLIEST_TAP_TICKS) shareContacts(core, round.classContacts);
  const steps = stepsPerTick(round);
  advance(core.cell, steps, recorder.trace);
  core.pulse = recorder.take(state.tick, steps, round.slowMotion, state.seats.length);
  state.cellSpikes += core.pulse?.spikes.length ?? 0;
  state.ran++;
  // A beat is closed half a beat after it, when every tap that belongs to it is in.
  const closed = Math.floor(sinceFirstBeat(state.ran, 0) / round.beatMs + 0.5);
  if (closed > state.beat) {
    state.beat = Math.min(closed, round.beats);
    state.synchrony = synchrony(state.around, round.beatMs);
    state.spread = spread(state.around);
    state.around = [];
    if (state.beat % PLOT_EVERY_BEATS === 0) plot(core);
    if (round.pictures) followPictures(core, round.pictures);
  }
  if (state.ran >= roundTicks(round)) endRound(core);
}

/** The cell settles, and the round's lapse begins if it has one. */
export function endRound(core: Core): void {
  const { pictures, lapseMinutes } = roundOf(core)!;
  if (pictures) endPictures(core, pictures);
  plot(core);
  rest(core.cell);
  core.state.lapseSeconds = 60 * lapseMinutes;
  enter(core, core.state.lapseSeconds > 0 ? "lapse" : "between");
}

/** A round is over, its lapse too: did it bring about what it was meant to? */
export function judge(core: Core): void {
  const { state } = core;
  const goal = roundOf(core)?.goal;
  if (!goal || state.behind !== "round" || state.phase !== "between") return;
  const { atLeast = Number.NEGATIVE_INFINITY, atMost = Number.POSITIVE_INFINITY } = goal;
  const value = measured(core, goal);
  state.met = value >= atLeast && value <= atMost;
}

function measured(core: Core, goal: Goal): number {
  if (goal.measure === "spikes") return core.state.cellSpikes;
  if (goal.measure === "pictures") return shareReached(core, roundOf(core)!.pictures!);
  const strength = meanStrength(core, goal.of);
  return goal.measure === "strength" ? strength : strength - core.state.began[goal.of];
}
