import { biologicalTime } from "../model/cell.ts";
import { hashCell } from "../model/fingerprint.ts";
import type { Exploration } from "./exploration.ts";
import { CHECKPOINT_EVERY, Playback } from "./playback.ts";

/** Where two courses of a class part. */
export interface Parting {
  /** The tick before which the cells were the same for the last time. */
  readonly tick: number;
  /** The same on the cell's own clock, biological minutes since the class began. */
  readonly minutes: number;
}

/**
 * The first tick that leaves the cells of two classes unlike: what is only announced (a drug that nothing has met yet) parts
 * nobody. It looks every ten seconds, and then at each tick of the ten in which it happened.
 * @returns undefined where they never part
 */
export function partingOf(one: Exploration, other: Exploration): Parting | undefined {
  const courses = [one, other].map(({ recording, checkpoints }) => new Playback(recording, checkpoints));
  const [first, second] = courses as [Playback, Playback];
  const end = Math.min(one.recording.ticks, other.recording.ticks);
  const apartAt = (tick: number): boolean => {
    for (const course of courses) course.seek(tick);
    return hashCell(first.session.cell) !== hashCell(second.session.cell);
  };
  let together = 0;
  for (let at = CHECKPOINT_EVERY; ; at += CHECKPOINT_EVERY) {
    const here = Math.min(at, end);
    if (apartAt(here)) break;
    if (here === end) return undefined;
    together = here;
  }
  apartAt(together);
  let minutes = 0;
  do {
    minutes = biologicalTime(first.session.cell) / 60_000;
    for (const course of courses) course.step();
  } while (hashCell(first.session.cell) === hashCell(second.session.cell));
  return { tick: first.session.state.tick - 1, minutes };
}
