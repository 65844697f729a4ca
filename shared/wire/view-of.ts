import { MODES } from "../lesson/mode.ts";
import type { PairScore } from "../lesson/quick-check/score.ts";
import { DRUGS } from "../model/drugs.ts";
import { MODULES } from "../model/modules.ts";
import { PATHWAYS } from "../model/pathways.ts";
import { BEHIND, groupOf, PHASES } from "../session/events.ts";
import type { SettledBet } from "../session/lesson.ts";
import {
  type BallotView,
  type ClassView,
  EXCITED,
  type MemoryView,
  type PlotPoint,
  type SeatView,
} from "../session/view.ts";
import { readBallot, readLesson } from "./ballot.ts";
import type { DoorView } from "./door.ts";
import { namesOf } from "./mask.ts";
import { unpackMilestones } from "./milestones.ts";
import type { ClassState } from "./state.ts";

/** Tenths, as `project` writes them (not imported: it would bring the schema builder into the browser's bundle). */
const PLOT_SCALE = 10;

/** The way back from `project`: what a stage draws, from its decoded state. */
export function viewOf(state: ClassState): ClassView {
  const { stage } = state;
  const door = stage.door ? (JSON.parse(stage.door) as DoorView) : undefined;
  const seats: SeatView[] = [];
  stage.seats.forEach((seat, key) => {
    const index = Number(key);
    seats.push({
      seat: index,
      name: seat.name,
      ...(door?.names[key] && { called: door.names[key] }),
      group: (seat.flags & 8) !== 0 ? "C" : groupOf(index),
      bot: (seat.flags & 1) !== 0,
      connected: (seat.flags & 2) !== 0,
      removed: (seat.flags & 16) !== 0,
      asked: (seat.flags & 4) !== 0,
      taps: seat.taps,
      receptors: seat.receptors,
      conductance: seat.conductance,
      strength: seat.strength,
      volume: seat.volume,
      release: seat.release,
      tag: seat.tag as -1 | 0 | 1,
    });
  });
  const at = EXCITED[stage.electrode - 1];
  const { given, pulses, bursts, apart, pace } = stage;
  seats.sort((a, b) => a.seat - b.seat);
  const plot: PlotPoint[] = [];
  for (let i = 0; i + 2 < stage.plot.length; i += 3) {
    const [minutes, a, b] = [stage.plot[i]!, stage.plot[i + 1]!, stage.plot[i + 2]!].map((x) => x / PLOT_SCALE);
    plot.push({ minutes: minutes!, a: a!, b: b! });
  }
  return {
    tick: stage.tick,
    phase: PHASES[state.phase]!,
    paused: state.paused,
    round: state.round,
    behind: BEHIND[state.behind]!,
    turn: state.turn,
    beatZero: state.beatZero,
    beat: stage.beat,
    lapse: { minutes: state.lapseMinutes, of: state.lapseOf },
    cellSpikes: stage.cellSpikes,
    synchrony: stage.synchrony,
    spread: stage.spread,
    contacts: stage.contacts / 10,
    needed: stage.needed,
    jitter: stage.jitter,
    conditions: {
      pathway: PATHWAYS[stage.pathway] ?? "ca1",
      drugs: namesOf(DRUGS, stage.drugs),
      modules: namesOf(MODULES, stage.modules),
    },
    electrode: at ? { at, given, pulses, bursts, apart, pace } : null,
    proteins: stage.proteins,
    seats,
    plot,
    mode: MODES[state.mode] ?? "standard",
    met: state.met === 0 ? null : state.met === 1,
    lesson: readLesson(stage.steps, stage.step),
    canGoBack: stage.canGoBack,
    locked: stage.locked,
    ...(door && { door }),
    settled: stage.settled ? (JSON.parse(stage.settled) as SettledBet[]) : [],
    learnt: stage.learnt ? (JSON.parse(stage.learnt) as PairScore[]) : [],
    ballot: ballotOf(state),
    memory: stage.memory ? (JSON.parse(stage.memory) as MemoryView) : null,
    story: unpackMilestones(state.story),
  };
}

function ballotOf({ ballot, stage }: ClassState): BallotView | null {
  const shared = readBallot(ballot);
  return shared && { ...shared, counts: stage.counts ? (JSON.parse(stage.counts) as number[]) : [] };
}
