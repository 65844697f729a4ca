/** What happens to a cell that a class should not miss (told by story.ts). */

export const MILESTONES = [
  /** The first spike of the cell. */
  "spike",
  /** The first AMPA receptor that joined those of a naive synapse. */
  "recruit",
  /** After a lapse fewer students are needed to fire the cell than before. */
  "threshold",
  /** The first synapse is tagged, to be kept. */
  "tag",
  /** The cell makes plasticity-related proteins. */
  "proteins",
  /** Of what the class had won a good part is gone. */
  "fading",
] as const;
export type MilestoneKind = (typeof MILESTONES)[number];

export interface Milestone {
  readonly kind: MilestoneKind;
  readonly tick: number;
  /** The synapse it happened at, or -1: the whole cell. */
  readonly seat: number;
  /** threshold: percent of the class that is needed now; else 0. */
  readonly figure: number;
}
