import type { Strengths } from "../lesson/bets.ts";
import type { Mode } from "../lesson/mode.ts";
import { type Conditions, STANDARD_CONDITIONS } from "../model/conditions.ts";
import type { Behind, Phase } from "./events.ts";
import type { LessonState } from "./lesson.ts";
import type { Memory } from "./memory.ts";
import type { Stimulation } from "./stimulation.ts";
import { blankStory, type Story } from "./story.ts";
import type { PlotPoint } from "./view.ts";

/** A seat and what the class knows of the neuron on it. The synapse itself is in the cell. */
export interface SeatState {
  name: number;
  bot: boolean;
  connected: boolean;
  /** Constant offset removed from this seat's taps by the room, ms on the wall clock. */
  bias: number;
  /** Taps that reached the cell (in the warm-up: that counted) in this round. */
  taps: number;
  /** When the seat last stimulated its synapse, biological ms, or -1: spines swell for minutes after. */
  stimulated: number;
  /** The teacher sent this student away; absent: no. */
  removed?: boolean;
}

/**
 * All of a session but the cell: plain data, so that a checkpoint is a copy. Everything that steers what happens next
 * is here; what is only shown (the plot, the last beat's synchrony) stands at the end.
 */
export interface SessionState {
  tick: number;
  phase: Phase;
  paused: boolean;
  /** While paused after "resume": ticks left of the count-in. */
  countIn: number;
  turn: number;
  round: number;
  /** Rounds begun so far. */
  played: number;
  /** Ticks that the round, the lapse or the stimulation has run. */
  ran: number;
  /** What began last; a round's own lapse is part of it. */
  behind: Behind;
  /** What the lapse spans, biological seconds. */
  lapseSeconds: number;
  /** What the electrode does, or did last. */
  stimulation: Stimulation | null;
  conditions: Conditions;
  contacts: number;
  bots: { count: number; jitterMs: number };
  seats: (SeatState | null)[];

  cellSpikes: number;
  beat: number;
  /** Asynchronies of the taps around the current beat, ms. */
  around: number[];
  synchrony: number;
  spread: number;
  plot: PlotPoint[];
  story: Story;
  /** Whether the last round with a goal met it; null before one did or did not. */
  met: boolean | null;
  /** Strengths when the round began, percent of baseline: what gains are measured from. */
  began: Strengths;
  /** The lesson that the class follows; absent in a free class. It steers what happens next. */
  lesson?: LessonState;
  /** Whether newcomers are turned away; absent: no. */
  locked?: boolean;
  /** The pictures that the class has stored; absent before the first. It steers what happens next. */
  memory?: Memory;
  /** How fast the class plays; absent: as rounds are written. It steers what happens next. */
  mode?: Mode;
}

export const initialState = (): SessionState => ({
  tick: 0,
  phase: "lobby",
  paused: false,
  countIn: 0,
  turn: 0,
  round: -1,
  played: 0,
  ran: 0,
  behind: "round",
  lapseSeconds: 0,
  stimulation: null,
  conditions: STANDARD_CONDITIONS,
  contacts: 0,
  bots: { count: 0, jitterMs: 35 },
  seats: [],
  cellSpikes: 0,
  beat: 0,
  around: [],
  synchrony: -1,
  spread: -1,
  plot: [],
  story: blankStory(),
  met: null,
  began: { A: 100, B: 100, C: 100, all: 100 },
});
