import type { Step } from "../lesson/lesson.ts";
import type { BallotView, ClassView } from "../session/view.ts";

/** The part of a ballot that everybody is told: how many chose what would sway those who have not. */
export type SharedBallot = Omit<BallotView, "counts">;

export function writeBallot(ballot: BallotView | null): string {
  if (!ballot) return "";
  const { counts: _counts, ...shared } = ballot;
  return JSON.stringify(shared satisfies SharedBallot);
}

export const readBallot = (text: string): SharedBallot | null => (text ? (JSON.parse(text) as SharedBallot) : null);

/** Steps change once a lesson, and are asked for at every look. */
const written = new WeakMap<readonly Step[], string>();

export function writeSteps(steps: readonly Step[]): string {
  const known = written.get(steps) ?? JSON.stringify(steps);
  written.set(steps, known);
  return known;
}

const read = new Map<string, readonly Step[]>();

/** The way back; the same text gives the same steps. */
export function readLesson(text: string, at: number): ClassView["lesson"] {
  if (!text) return null;
  const steps = read.get(text) ?? (JSON.parse(text) as readonly Step[]);
  read.clear();
  read.set(text, steps);
  return { steps, at };
}
