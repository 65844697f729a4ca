import { MILESTONES, type Milestone } from "../session/milestones.ts";

/** A milestone as two whole numbers: its tick; its kind, its seat (0: none) and its figure, a byte each. */
export const packMilestone = ({ kind, tick, seat, figure }: Milestone): [number, number] => [
  tick,
  (MILESTONES.indexOf(kind) << 16) | ((seat + 1) << 8) | figure,
];

/** The way back, for a list of them. */
export function unpackMilestones(packed: ArrayLike<number>): Milestone[] {
  const milestones: Milestone[] = [];
  for (let i = 0; i + 1 < packed.length; i += 2) {
    const what = packed[i + 1]!;
    const kind = MILESTONES[what >> 16];
    if (kind) milestones.push({ kind, tick: packed[i]!, seat: ((what >> 8) & 255) - 1, figure: what & 255 });
  }
  return milestones;
}
