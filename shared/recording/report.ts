import type { RoundId } from "../lesson/round.ts";
import { observe } from "../session/observe.ts";
import type { ClassView, SeatView } from "../session/view.ts";
import { phasesOf, withOwnLapses } from "./phases.ts";
import type { Recording } from "./recording.ts";
import { atOnce } from "./walk.ts";

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
  const { phases, session } = atOnce(phasesOf(recording));
  const rounds = withOwnLapses(phases).flatMap(({ kind, id, spikes, synchrony, met, a, b }): RoundReport[] =>
    kind === "round" && id ? [{ id, spikes, synchrony, met, a, b }] : [],
  );
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
