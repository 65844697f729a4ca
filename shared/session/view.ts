import type { BetId } from "../lesson/bets.ts";
import type { Step } from "../lesson/lesson.ts";
import type { Mode } from "../lesson/mode.ts";
import type { ItemId } from "../lesson/quick-check/bank.ts";
import type { PairScore } from "../lesson/quick-check/score.ts";
import type { PartId } from "../lesson/round.ts";
import type { Conditions } from "../model/conditions.ts";
import type { DrugId } from "../model/drugs.ts";
import type { DoorView } from "../wire/door.ts";
import type { Behind, Phase } from "./events.ts";
import type { SettledBet } from "./lesson.ts";
import type { Recalled } from "./memory.ts";
import type { Milestone } from "./milestones.ts";

/**
 * What can be seen of a session at one tick: the only thing that stages, replays and plots draw. The room projects it
 * to the wire, a replay's worker posts it as it is; both come from `observe(session)`, so they cannot differ.
 */
export interface ClassView {
  readonly tick: number;
  readonly phase: Phase;
  readonly paused: boolean;
  /** Index in the script of the round that runs, or ran last; -1 before the first. */
  readonly round: number;
  /** What began last: a class that stands still tells of that. */
  readonly behind: Behind;
  /** Counts phase changes and pauses: a command names the one it was meant for, so that a double click acts once. */
  readonly turn: number;
  /** Session time of the round's first beat, ms (tick · 40); moves when a pause ends. */
  readonly beatZero: number;
  /** Beats that have passed, 0 … round.beats. */
  readonly beat: number;
  /** Biological minutes that the lapse has covered, and will cover. */
  readonly lapse: { readonly minutes: number; readonly of: number };
  /** Spikes of the shared cell in this round. */
  readonly cellSpikes: number;
  /** Class synchrony on the last beat, 0 … 100 (Kuramoto's R, percent), or -1 when fewer than two tapped. */
  readonly synchrony: number;
  /** Spread (SD) of the class's taps around its own mean on the last beat, ms, or -1. */
  readonly spread: number;
  /** Contacts each student has on the cell in this round. */
  readonly contacts: number;
  /** Percent of the class, tapping at once, that would fire the cell now: the memory's headline. */
  readonly needed: number;
  /** How fast the class plays. */
  readonly mode: Mode;
  /** How many times slower than the class's the cell's time runs; in an imagined class alone. */
  readonly slowMotion?: number;
  /** How unsteady the bots are, SD of a tap around the beat, ms. */
  readonly jitter: number;
  /** Region, drugs and optional mechanisms in force. */
  readonly conditions: Conditions;
  /** What the electrode does; null while the class has its axons for itself. */
  readonly electrode: ElectrodeView | null;
  /** Plasticity-related proteins of the cell, percent of the most. */
  readonly proteins: number;
  readonly seats: readonly SeatView[];
  /** Whether newcomers are turned away. */
  readonly locked: boolean;
  /** Who waits at the door and who else leads; a live class alone has one. */
  readonly door?: DoorView;
  /** The LTP plot so far. */
  readonly plot: readonly PlotPoint[];
  /** Whether the last round met its goal; null where it has none, or is not over. */
  readonly met: boolean | null;
  /** The lesson that the class follows, and the step that runs or ran last (-1: none yet); null in a free class. */
  readonly lesson: { readonly steps: readonly Step[]; readonly at: number } | null;
  /** Whether what was begun last can be taken back. */
  readonly canGoBack: boolean;
  /** What the class had bet on, and what came true. */
  readonly settled: readonly SettledBet[];
  /** Ideas that the class was asked about before and after, in numbers of those who answered both. */
  readonly learnt: readonly PairScore[];
  /** What the class is asked, or was asked last. */
  readonly ballot: BallotView | null;
  /** The pictures that the class has stored; null before the first. */
  readonly memory: MemoryView | null;
  /** What happened for the first time, in order. */
  readonly story: readonly Milestone[];
}

/** What a class that stores pictures has in its cells. */
export interface MemoryView {
  /** Seats of each picture; the first half is its cue. */
  readonly pictures: readonly (readonly number[])[];
  /** The picture whose turn it is, or comes next in this round; -1 when none comes. */
  readonly shown: number;
  /** For each seat's cell: the seats whose synapses on it count as potentiated now (shared/wire/seats.ts packs them). */
  readonly links: readonly string[];
  /** What came back in the last round that cued. */
  readonly recalled: readonly Recalled[];
  /** Share of what the round was to bring, percent: links that are there, or neurons that came back; 0 outside such rounds. */
  readonly reached: number;
}

/** A question to the class. */
export interface BallotView {
  /** A prediction; null for a choice among drugs, or a question of the quick check. */
  readonly bet: BetId | null;
  readonly item: ItemId | null;
  readonly among: readonly DrugId[];
  readonly open: boolean;
  /** Step of the lesson after which it is known what came true. */
  readonly due: number;
  /** Whether nothing has begun since it was asked. */
  readonly current: boolean;
  /** The option that came true, or was chosen, by number; -1 until that is known. */
  readonly outcome: number;
  /** How many chose each option; phones are not told. */
  readonly counts: readonly number[];
}

/** Whom an electrode can excite, as it is told; "some" are single inputs. */
export const EXCITED = ["all", "A", "B", "some"] as const;

/** A stimulation, in what is told of it. */
export interface ElectrodeView {
  readonly at: (typeof EXCITED)[number];
  /** Pulses so far, and in all. */
  readonly given: number;
  readonly pulses: number;
  /** Bursts they come in; 1 for a plain train. */
  readonly bursts: number;
  /** From pulse to pulse within a burst, biological ms; 0 for a lone pulse. */
  readonly apart: number;
  /** Biological ms that a tick covers. */
  readonly pace: number;
}

/** A synapse in whole numbers. */
export interface SynapseView {
  /** AMPA receptors in the postsynaptic density, 0 … 150. */
  readonly receptors: number;
  /** Single-channel conductance, percent of rest (phosphorylation). */
  readonly conductance: number;
  /** The synapse's EPSP, percent of baseline: receptors, and release where that changes. */
  readonly strength: number;
  /** Transmitter that a lone spike releases, percent of rest. */
  readonly release: number;
  /** Set for potentiation (1) or depression (-1) to be kept, or not set (0). */
  readonly tag: -1 | 0 | 1;
  /** Spine volume, percent of rest. */
  readonly volume: number;
}

export interface SeatView extends SynapseView {
  readonly seat: number;
  /** Index in the word list. */
  readonly name: number;
  /** The name that the student chose; a live class alone knows it. */
  readonly called?: string;
  /** The part of the class it plays in the round that runs or ran last. */
  readonly group: PartId;
  readonly bot: boolean;
  readonly connected: boolean;
  /** Sent away by the teacher. */
  readonly removed: boolean;
  /** Asked to tap in this round. */
  readonly asked: boolean;
  /** Taps that reached the cell in this round. */
  readonly taps: number;
}

/** Mean strength of each half of the class, percent of baseline, at a biological time. */
export interface PlotPoint {
  /** Biological minutes since the session began. */
  readonly minutes: number;
  readonly a: number;
  readonly b: number;
}
