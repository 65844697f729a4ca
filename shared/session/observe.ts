import { scorePairs } from "../lesson/quick-check/score.ts";
import { partOf } from "../lesson/round.ts";
import { SCALAR } from "../model/cell.ts";
import { tagOf } from "../model/consolidation.ts";
import { spineVolume } from "../model/expression.ts";
import { efficacy, restedUse } from "../model/release.ts";
import { packSeats } from "../wire/seats.ts";
import { slowMotionOf } from "./core.ts";
import { electrodeView } from "./electrode-view.ts";
import { type Ballot, countsOf, type LessonState } from "./lesson.ts";
import { neededShare } from "./measures.ts";
import { linksOf, type Memory, shareReached } from "./memory.ts";
import type { Session } from "./session.ts";
import { LAPSE_TICKS } from "./timing.ts";
import type { BallotView, ClassView, MemoryView, SeatView, SynapseView } from "./view.ts";

/** Looks at a session; changes nothing. Numbers are rounded to what a screen shows and the wire carries. */
export function observe(session: Session): ClassView {
  const { state, round } = session;
  const seats: SeatView[] = [];
  state.seats.forEach((seat, i) => {
    if (!seat) return;
    seats.push({
      seat: i,
      name: seat.name,
      group: partOf(round, i),
      bot: seat.bot,
      connected: seat.connected,
      removed: seat.removed ?? false,
      asked: session.asks(i),
      taps: seat.taps,
      ...synapseOf(session, i),
    });
  });
  const slowMotion = slowMotionOf(session);
  const ofMinutes = state.phase === "lapse" ? state.lapseSeconds / 60 : 0;
  return {
    tick: state.tick,
    phase: state.phase,
    // While a round is counted in again the beat is already there to be found.
    paused: state.paused && state.countIn === 0,
    round: state.round,
    behind: state.behind,
    turn: state.turn,
    beatZero: session.beatZero(),
    beat: state.beat,
    lapse: { minutes: (ofMinutes * state.ran) / LAPSE_TICKS, of: ofMinutes },
    cellSpikes: state.cellSpikes,
    synchrony: state.synchrony,
    spread: state.spread,
    contacts: state.contacts,
    needed: neededShare(session),
    mode: state.mode ?? "standard",
    ...(slowMotion === undefined ? {} : { slowMotion }),
    jitter: state.bots.jitterMs,
    conditions: state.conditions,
    electrode:
      state.phase === "stimulation" && state.stimulation
        ? electrodeView(state.stimulation, state.ran * state.stimulation.pace)
        : null,
    proteins: Math.round(100 * session.cell.scalars[SCALAR.proteins]!),
    seats,
    locked: state.locked ?? false,
    plot: state.plot,
    met: state.met,
    lesson: state.lesson ? { steps: state.lesson.steps, at: state.lesson.at } : null,
    canGoBack: session.canGoBack,
    settled: state.lesson?.settled ?? [],
    learnt: scorePairs(state.lesson?.checks ?? []),
    ballot: state.lesson?.ballot ? ballotView(state.lesson, state.lesson.ballot) : null,
    memory: state.memory ? memoryView(session, state.memory) : null,
    story: state.story.told,
  };
}

function ballotView({ steps, at }: LessonState, ballot: Ballot): BallotView {
  const { bet, item = null, among, open, due, outcome } = ballot;
  const current = ["bet", "vote", "check"].includes(steps[at]?.do ?? "");
  return { bet, item, among, open, due, current, outcome, counts: countsOf(ballot) };
}

function memoryView(session: Session, memory: Memory): MemoryView {
  const task = session.round?.pictures;
  return {
    pictures: memory.pictures,
    shown: memory.shown,
    links: linksOf(session, memory).map(packSeats),
    recalled: memory.recalled,
    reached: task ? Math.round(100 * shareReached(session, task)) : 0,
  };
}

/** One seat's synapse in whole numbers. */
export function synapseOf({ cell, state }: Session, seat: number): SynapseView {
  return {
    receptors: Math.round(cell.receptors[seat]!),
    conductance: Math.round(100 * cell.gamma[seat]!),
    strength: Math.round(100 * efficacy(cell, seat)),
    release: Math.round((100 * restedUse(cell, seat)) / cell.parameters.U),
    tag: tagOf(cell, seat),
    volume: Math.round(100 * spineVolume(cell, seat, state.seats[seat]?.stimulated ?? -1)),
  };
}
