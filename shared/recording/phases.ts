import type { RoundId } from "../lesson/round.ts";
import type { Phase } from "../session/events.ts";
import type { Session } from "../session/session.ts";
import { Playback } from "./playback.ts";
import type { Recording } from "./recording.ts";
import { SLICE, type Walk } from "./walk.ts";

/** Something that a class did, from its beginning to its end, and what it came to. */
export interface PhaseReport {
  readonly kind: "round" | "lapse" | "stimulation";
  /** The round, where it is one. */
  readonly id: RoundId | undefined;
  /** What a lapse spans, biological minutes. */
  readonly minutes: number;
  /** Whether it is the lapse that belongs to the round before it. */
  readonly ofRound: boolean;
  /** Spikes of the cell; of a round alone. */
  readonly spikes: number;
  /** Mean class synchrony of its beats, percent; -1 where nobody tapped together. */
  readonly synchrony: number;
  /** Mean strength of each half, and of all, when it was over, percent of baseline. */
  readonly a: number;
  readonly b: number;
  readonly all: number;
  /** By how much the strength of all rose in it, percent of baseline. */
  readonly gain: number;
  /** Whether the round that is over by then showed what it is meant to; null where that is not known. */
  readonly met: boolean | null;
}

type Open = { -readonly [K in keyof PhaseReport]: PhaseReport[K] } & { before: number; beats: number[]; beat: number };

const isKind = (phase: Phase): phase is PhaseReport["kind"] =>
  phase === "round" || phase === "lapse" || phase === "stimulation";

interface Played {
  readonly phases: readonly PhaseReport[];
  readonly session: Session;
  /** The tick of the first state that is not the one that was recorded. */
  readonly differsAt: number | undefined;
}

/**
 * Plays a class and tells what it did, phase by phase, and what is left of it at its end.
 * @throws what the recording's simulation throws
 */
export function* phasesOf(recording: Recording): Walk<Played> {
  const playback = new Playback(recording);
  const { session } = playback;
  const phases: PhaseReport[] = [];
  let open: Open | undefined;
  let rested = 100;
  let differsAt: number | undefined;
  while (session.state.tick < recording.ticks) {
    const { phase, played, tick } = session.state;
    if (tick % SLICE === 0) yield tick / recording.ticks;
    if (!open) rested = session.meanStrength("all");
    playback.step();
    const { state } = session;
    const recorded = differsAt === undefined ? recording.hashes.get(state.tick) : undefined;
    if (recorded !== undefined && recorded !== session.hash()) differsAt = state.tick;
    if (open && phase === "round") follow(open, session);
    if (state.phase === phase && state.played === played) continue;
    if (open) phases.push(closed(open, session));
    const before: number = open ? session.meanStrength("all") : rested;
    open = isKind(state.phase) ? begun(state.phase, session, before) : undefined;
  }
  if (open) phases.push(closed(open, session));
  return { phases, session, differsAt };
}

/** Each round together with the lapse that belongs to it, in which most of its change comes to show; the rest as it is. */
export const withOwnLapses = (phases: readonly PhaseReport[]): PhaseReport[] =>
  phases.flatMap((phase, i) => {
    if (phase.ofRound && phases[i - 1]?.kind === "round") return [];
    const next = phases[i + 1];
    if (phase.kind !== "round" || !next?.ofRound) return [phase];
    const { a, b, all, met } = next;
    return [{ ...phase, a, b, all, met, gain: phase.gain + next.gain }];
  });

function begun(kind: PhaseReport["kind"], { state, round }: Session, before: number): Open {
  const lapse = kind === "lapse";
  return {
    kind,
    id: kind === "round" ? round?.id : undefined,
    minutes: lapse ? state.lapseSeconds / 60 : 0,
    ofRound: lapse && state.behind === "round",
    ...{ spikes: 0, synchrony: -1, a: 100, b: 100, all: 100, gain: 0, met: null },
    ...{ before, beats: [], beat: 0 },
  };
}

function follow(open: Open, { state }: Session): void {
  open.spikes = state.cellSpikes;
  if (state.phase !== "round" || state.beat <= open.beat) return;
  open.beat = state.beat;
  if (state.synchrony >= 0) open.beats.push(state.synchrony);
}

function closed({ before, beats, beat: _beat, ...phase }: Open, session: Session): PhaseReport {
  const [a, b, all] = [session.meanStrength("A"), session.meanStrength("B"), session.meanStrength("all")];
  const synchrony = beats.length > 0 ? Math.round(beats.reduce((sum, each) => sum + each, 0) / beats.length) : -1;
  const { state, round } = session;
  const judged = state.phase === "between" && state.behind === "round" && round?.goal;
  return {
    ...phase,
    ...{ synchrony, a: Math.round(a), b: Math.round(b), all: Math.round(all) },
    gain: Math.round(all) - Math.round(before),
    met: judged ? state.met : null,
  };
}
