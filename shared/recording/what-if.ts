import { DRUGS, type DrugId } from "../model/drugs.ts";
import { PATHWAYS, type PathwayId } from "../model/pathways.ts";
import { type Group, MAX_SEATS } from "../session/events.ts";
import { atPace, inRegion, ofSize, silent, tighter, withDrug } from "./changes.ts";
import type { Recording } from "./recording.ts";
import { atOnce, partOf, type Walk } from "./walk.ts";

/** What would have happened if: the same taps, and something else. Plain data, small enough for a link. */
export type Change =
  /** A drug is there from then on, or never came. */
  | { readonly kind: "drug"; readonly drug: DrugId; readonly on: boolean }
  /** The class is another region's cell, from its first rest on. */
  | { readonly kind: "pathway"; readonly pathway: PathwayId }
  /** Everybody's taps are nearer to their beats by so many percent; farther where it is negative. */
  | { readonly kind: "tighter"; readonly percent: number }
  /** Half of the class does not tap. */
  | { readonly kind: "silent"; readonly group: Group }
  /** The cell's time runs so many times slower than the class's; the taps stay where they were on the wall. */
  | { readonly kind: "slow"; readonly slowMotion: number }
  /** So many seats: the highest go, or new ones do what neighbours do. */
  | { readonly kind: "size"; readonly seats: number }
  /** From the beginning, chance falls otherwise, where the model leaves anything to it. */
  | { readonly kind: "seed"; readonly seed: number };

export interface WhatIf {
  /** From this tick on. */
  readonly from: number;
  readonly changes: readonly Change[];
}

export const MOST_CHANGES = 8;
/** Percent by which taps can be nearer to their beats, or farther. */
export const TIGHTER = { least: -300, most: 100 } as const;
/** How slow the cell's time can be: a tick is a whole number of its milliseconds. */
export const SLOW_MOTIONS = [1, 2, 2.5, 4] as const;

/** Whether plain data from outside is a change. */
export function isChange(change: unknown): change is Change {
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
    case "slow":
      return SLOW_MOTIONS.some((slowMotion) => slowMotion === rest.slowMotion);
    case "size":
      return Number.isInteger(rest.seats) && (rest.seats as number) >= 1 && (rest.seats as number) <= MAX_SEATS;
    case "seed":
      return Number.isInteger(rest.seed) && (rest.seed as number) >= 0 && (rest.seed as number) <= 0xffffffff;
    default:
      return false;
  }
}

/**
 * The recording as it would have been. It has no hashes: nobody saw it happen. Changes that need the whole class played
 * along say how far they are, 0 … 1.
 * @throws what the recording's own simulation throws
 */
export function* imagining(recording: Recording, { from, changes }: WhatIf): Walk<Recording> {
  let made: Recording = { ...recording, hashes: new Map() };
  for (const [i, change] of changes.entries()) {
    made = inOrder(yield* partOf(changed(made, from, change), i, changes.length));
  }
  return made;
}

/** The same at once. */
export const imagine = (recording: Recording, whatIf: WhatIf): Recording => atOnce(imagining(recording, whatIf));

function* changed(recording: Recording, from: number, change: Change): Walk<Recording> {
  const { header } = recording;
  switch (change.kind) {
    case "drug":
      return { ...recording, events: withDrug(recording, from, change.drug, change.on) };
    case "pathway":
      return { ...recording, events: yield* inRegion(recording, from, change.pathway) };
    case "tighter":
      return { ...recording, events: yield* tighter(recording, from, change.percent / 100) };
    case "silent":
      return { ...recording, events: silent(recording, from, change.group) };
    case "slow": {
      const { slowMotion } = change;
      return { ...recording, events: yield* atPace(recording, from, slowMotion), slowed: { from, slowMotion } };
    }
    case "size":
      return { ...recording, events: ofSize(recording, from, change.seats) };
    case "seed":
      return { ...recording, header: { ...header, seed: change.seed } };
  }
}

/** By tick; within one, what is no tap comes first, in its order. */
const inOrder = (recording: Recording): Recording => ({
  ...recording,
  events: recording.events
    .map((stamped, i) => ({ stamped, i, late: stamped.event.kind === "tap" ? 1 : 0 }))
    .sort((a, b) => a.stamped.tick - b.stamped.tick || a.late - b.late || a.i - b.i)
    .map(({ stamped }) => stamped),
});
