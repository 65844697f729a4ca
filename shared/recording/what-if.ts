import { DRUGS, type DrugId } from "../model/drugs.ts";
import { PATHWAYS, type PathwayId } from "../model/pathways.ts";
import { type Group, groupOf, type SessionEvent, type StampedEvent, TICK_MS } from "../session/events.ts";
import { offBeat } from "../session/rounds.ts";
import type { Session } from "../session/session.ts";
import { stepsPerTick } from "../session/timing.ts";
import { Playback } from "./playback.ts";
import type { Recording } from "./recording.ts";

/** What would have happened if: the same taps, and something else. Plain data, small enough for a link. */
export type Change =
  /** A drug is there from then on, or never came. */
  | { readonly kind: "drug"; readonly drug: DrugId; readonly on: boolean }
  /** The class is another region's cell, from its beginning. */
  | { readonly kind: "pathway"; readonly pathway: PathwayId }
  /** Everybody's taps are nearer to their beats by so many percent; farther where it is negative. */
  | { readonly kind: "tighter"; readonly percent: number }
  /** Half of the class does not tap. */
  | { readonly kind: "silent"; readonly group: Group }
  /** Chance falls otherwise, where the model leaves anything to it. */
  | { readonly kind: "seed"; readonly seed: number };

export interface WhatIf {
  /** Version of this form. */
  readonly whatIf: 1;
  /** From this tick on. */
  readonly from: number;
  readonly changes: readonly Change[];
}

export const MOST_CHANGES = 8;
/** Percent by which taps can be nearer to their beats, or farther. */
export const TIGHTER = { least: -300, most: 100 } as const;

/** Reads a what-if that came from outside. @returns undefined for anything that is none */
export function readWhatIf(data: unknown): WhatIf | undefined {
  const { whatIf, from, changes } = (data ?? {}) as Partial<Record<keyof WhatIf, unknown>>;
  if (whatIf !== 1 || !Number.isInteger(from) || (from as number) < 0) return undefined;
  if (!Array.isArray(changes) || changes.length === 0 || changes.length > MOST_CHANGES) return undefined;
  return changes.every(isChange) ? { whatIf, from: from as number, changes } : undefined;
}

function isChange(change: unknown): change is Change {
  const { kind, ...rest } = (change ?? {}) as { kind?: unknown } & Record<string, unknown>;
  switch (kind) {
    case "drug":
      return DRUGS.includes(rest.drug as DrugId) && typeof rest.on === "boolean";
    case "pathway":
      return PATHWAYS.includes(rest.pathway as PathwayId);
    case "tighter":
      return typeof rest.percent === "number" && rest.percent >= TIGHTER.least && rest.percent <= TIGHTER.most;
    case "silent":
      return rest.group === "A" || rest.group === "B";
    case "seed":
      return Number.isInteger(rest.seed) && (rest.seed as number) >= 0 && (rest.seed as number) <= 0xffffffff;
    default:
      return false;
  }
}

/**
 * The recording as it would have been. It has no hashes: nobody saw it happen.
 * @throws what the recording's own simulation throws
 */
export function imagine(recording: Recording, { from, changes }: WhatIf): Recording {
  let { events, header } = recording;
  for (const change of changes) {
    switch (change.kind) {
      case "drug":
        events = withDrug(events, from, change.drug, change.on);
        break;
      case "pathway":
        events = [{ tick: 0, event: { kind: "pathway", pathway: change.pathway } }, ...events];
        break;
      case "tighter":
        events = tighter({ ...recording, header, events }, from, change.percent / 100);
        break;
      case "silent":
        events = events.filter(
          ({ tick, event }) => tick < from || event.kind !== "tap" || groupOf(event.seat) !== change.group,
        );
        break;
      case "seed":
        header = { ...header, seed: change.seed };
        break;
    }
  }
  return { ...recording, header, events: inOrder(events), hashes: new Map() };
}

/** A drug that comes, or never does; steps of a lesson put drugs of their own in force, so it is said again after each. */
function withDrug(events: readonly StampedEvent[], from: number, drug: DrugId, on: boolean): StampedEvent[] {
  const said = (tick: number): StampedEvent => ({ tick, event: { kind: "drug", drug, on } });
  const before = events.filter(({ tick }) => tick < from);
  const after = events
    .filter(({ tick, event }) => tick >= from && !(event.kind === "drug" && event.drug === drug))
    .flatMap((stamped) => (stamped.event.kind === "step" ? [stamped, said(stamped.tick)] : [stamped]));
  return [...before, said(from), ...after];
}

/** Taps moved towards their beats. Where the beats were is the real class's affair: it is played along. */
function tighter(recording: Recording, from: number, share: number): StampedEvent[] {
  const { session } = new Playback({ ...recording, hashes: new Map() });
  const events: StampedEvent[] = [];
  for (const stamped of recording.events) {
    const { tick, event } = stamped;
    while (session.state.tick < tick) session.step();
    events.push(event.kind === "tap" && tick >= from ? moved(session, tick, event, share) : stamped);
    session.apply(event);
  }
  return events;
}

function moved(
  session: Session,
  tick: number,
  event: Extract<SessionEvent, { kind: "tap" }>,
  share: number,
): StampedEvent {
  const { round, late } = offBeat(session, event.seat, event.offset) ?? {};
  if (!round || late === undefined) return { tick, event };
  // Never beyond half a beat: there it would be the next one's.
  const half = round.beatMs / 2 - TICK_MS;
  const wanted = Math.max(-half, Math.min(half, late * (1 - share)));
  const steps = stepsPerTick(round);
  const at = Math.max(0, tick * steps + event.offset + Math.round((wanted - late) / round.slowMotion));
  return { tick: Math.floor(at / steps), event: { ...event, offset: at % steps } };
}

/** By tick; within one, what is no tap comes first, in its order. */
const inOrder = (events: readonly StampedEvent[]): StampedEvent[] =>
  events
    .map((stamped, i) => ({ stamped, i, late: stamped.event.kind === "tap" ? 1 : 0 }))
    .sort((a, b) => a.stamped.tick - b.stamped.tick || a.late - b.late || a.i - b.i)
    .map(({ stamped }) => stamped);
