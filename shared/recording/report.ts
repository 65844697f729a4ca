import type { RoundId } from "../lesson/round.ts";
import { observe } from "../session/observe.ts";
import type { ClassView, SeatView } from "../session/view.ts";
import { Playback } from "./playback.ts";
import type { Recording } from "./recording.ts";

/** A round that was played, as a report tells of it. */
export interface RoundReport {
  readonly id: RoundId;
  /** Spikes of the cell. */
  readonly spikes: number;
  /** Mean class synchrony of its beats, percent; -1 where nobody tapped together. */
  readonly synchrony: number;
  /** Whether it showed what it is meant to; null where it has no goal. */
  readonly met: boolean | null;
  /** Mean strength of each half when it and its lapse were over, percent of baseline. */
  readonly a: number;
  readonly b: number;
}

/** One neuron of the class: the student's whose synapse changed most. */
export interface NeuronStory {
  readonly seat: number;
  readonly name: number;
  readonly taps: number;
  readonly receptors: number;
  readonly strength: number;
}

export interface Report {
  /** When the class began, ISO 8601. */
  readonly startedAt: string;
  readonly rounds: readonly RoundReport[];
  /** Its end. */
  readonly view: ClassView;
  readonly neuron: NeuronStory | undefined;
}

/** What happened in a class, from its recording. @throws what the recording's simulation throws */
export function reportOf(recording: Recording): Report {
  const playback = new Playback(recording);
  const { session } = playback;
  const rounds: { -readonly [K in keyof RoundReport]: RoundReport[K] }[] = [];
  let beats: number[] = [];
  let beat = 0;
  while (session.state.tick < recording.ticks) {
    const { phase: before, played } = session.state;
    playback.step();
    const { state } = session;
    if (state.played > played) {
      beats = [];
      beat = 0;
      rounds.push({ id: session.round!.id, spikes: 0, synchrony: -1, met: null, a: 100, b: 100 });
    }
    const round = rounds.at(-1);
    if (!round) continue;
    if (state.phase === "round" && state.beat > beat) {
      beat = state.beat;
      if (state.synchrony >= 0) beats.push(state.synchrony);
    }
    if (before === "round") {
      round.spikes = state.cellSpikes;
      if (beats.length > 0) round.synchrony = Math.round(beats.reduce((sum, each) => sum + each, 0) / beats.length);
    }
    // A later lapse or electrode is none of the round's.
    if (state.phase !== before && state.phase === "between" && state.behind === "round") {
      Object.assign(round, {
        met: session.round?.goal ? state.met : null,
        a: Math.round(session.meanStrength("A")),
        b: Math.round(session.meanStrength("B")),
      });
    }
  }
  const view = observe(session);
  return { startedAt: recording.header.startedAt, rounds, view, neuron: neuronOf(recording, view) };
}

function neuronOf({ events }: Recording, { seats }: ClassView): NeuronStory | undefined {
  const taps = new Map<number, number>();
  for (const { event } of events) if (event.kind === "tap") taps.set(event.seat, (taps.get(event.seat) ?? 0) + 1);
  // Who tapped before who did not, a student before a bot.
  const order = ({ seat, bot }: SeatView): number => 2 * Number(!taps.has(seat)) + Number(bot);
  const change = ({ strength }: SeatView): number => Math.abs(strength - 100);
  const [most] = [...seats].sort((a, b) => order(a) - order(b) || change(b) - change(a) || a.seat - b.seat);
  if (!most) return undefined;
  const { seat, name, receptors, strength } = most;
  return { seat, name, taps: taps.get(seat) ?? 0, receptors, strength };
}
