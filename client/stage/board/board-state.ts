import { signal } from "@preact/signals";
import { type PictureTask, startOfTurn } from "../../../shared/lesson/picture-task.ts";
import { cueOf } from "../../../shared/lesson/pictures.ts";
import type { Recalled } from "../../../shared/session/memory.ts";
import type { ClassView, MemoryView } from "../../../shared/session/view.ts";
import { hasSeat } from "../../../shared/wire/seats.ts";
import { roundOf, type Show } from "../show.ts";

/** Beside words there is a sign for each role, so that no colour is needed. */
export const SIGNS = { taps: "●", woke: "✓", wrong: "×", missing: "?" } as const;

/** The picture that a viewer wants to see again, or -1. */
export const picked = signal(-1);

/** What the board shows; undefined where none is: in rounds without pictures, and while the class is asked. */
export function boardOn(show: Show, view: ClassView): BoardState | undefined {
  const task = roundOf(show, view)?.pictures;
  const { memory, phase } = view;
  const shown = phase === "round" || (phase === "between" && view.behind === "round");
  return task && memory && shown && !view.ballot?.current ? boardState(view, memory, task, picked.value) : undefined;
}

/** What a neuron is in the picture that the board shows. */
export type Role = "taps" | "woke" | "wrong" | "missing" | "";

export interface BoardState {
  readonly memory: MemoryView;
  readonly task: PictureTask;
  /** Number of the picture in the stored ones; -1 before the first. */
  readonly picture: number;
  /** What came back of it, where that is what is shown. */
  readonly result: Recalled | undefined;
  readonly roleOf: (seat: number) => Role;
}

/**
 * What the board shows: in a round the picture whose turn it is (what came back of the one before, while the class rests),
 * afterwards the last one, or the one that a viewer picked.
 */
export function boardState(view: ClassView, memory: MemoryView, task: PictureTask, wanted: number): BoardState {
  const { pictures, shown } = memory;
  const result = task.do === "cue" ? resultShown(view, memory, task, wanted) : undefined;
  const picture = result?.picture ?? (shown >= 0 ? shown : pictures[wanted] ? wanted : pictures.length - 1);
  const members = pictures[picture] ?? [];
  const tapping = task.do === "cue" ? (result?.cue ?? cueOf(members)) : members;
  return {
    memory,
    task,
    picture,
    result,
    roleOf(seat) {
      if (tapping.includes(seat)) return "taps";
      if (!result) return "";
      if (result.woken.includes(seat)) return members.includes(seat) ? "woke" : "wrong";
      return members.includes(seat) && !cueOf(members).includes(seat) ? "missing" : "";
    },
  };
}

function resultShown(view: ClassView, { recalled, shown }: MemoryView, task: PictureTask, wanted: number) {
  if (view.phase !== "round" || shown < 0) return recalled.find(({ picture }) => picture === wanted) ?? recalled.at(-1);
  return view.beat < startOfTurn(task, recalled.length) ? recalled.at(-1) : undefined;
}

/** How many of a picture's neurons that did not tap came back, and how many were to. */
export function cameBack({ pictures }: MemoryView, { picture, woken }: Recalled): { back: number; missing: number } {
  const members = pictures[picture] ?? [];
  const rest = members.slice(cueOf(members).length);
  return { back: rest.filter((seat) => woken.includes(seat)).length, missing: rest.length };
}

/** Pairs of seats that are linked, either way, each once. */
export function linkedPairs({ links }: MemoryView): [number, number][] {
  const pairs: [number, number][] = [];
  links.forEach((packed, k) => {
    for (let i = 0; i < links.length; i++) {
      if (hasSeat(packed, i) && (i < k || !hasSeat(links[i] ?? "", k))) pairs.push([Math.min(i, k), Math.max(i, k)]);
    }
  });
  return pairs;
}
