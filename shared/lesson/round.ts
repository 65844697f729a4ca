import type { Group } from "../session/events.ts";
import type { PictureTask } from "./picture-task.ts";

export const ROUND_IDS = [
  "warm-up",
  "baseline",
  "together",
  "who-grew",
  "weak-alone",
  "weak-and-strong",
  "bell-alone",
  "bell-and-food",
  "bell-again",
  "other-bell",
  "too-late",
  "other-half",
  "picture",
  "more-pictures",
  "recall",
] as const;
export type RoundId = (typeof ROUND_IDS)[number];

/** The part of a class that plays one role in a round: the halves A and B, and C, every other neuron of A. */
export type PartId = Group | "C";

/** What one part of the class does in a round. */
export interface Part {
  /** Contacts of the whole part on the cell. */
  readonly contacts: number;
  /** How long after the beat it is asked to tap, ms on the wall clock: its own beat comes so much later. */
  readonly lag: number;
}

/** What a round is meant to bring about, so that the class can be told whether it did. */
export type Goal =
  | { readonly measure: "spikes"; readonly atLeast?: number; readonly atMost?: number }
  /** Mean strength of a part when the round and its lapse are over, percent of baseline. */
  | { readonly measure: "strength"; readonly of: PartId | "all"; readonly atLeast?: number; readonly atMost?: number }
  /** Share, 0 … 1, of the links that pictures were to make, or of the neurons that were to come back. */
  | { readonly measure: "pictures"; readonly atLeast: number; readonly atMost?: number }
  /** What was gained since the round began, in the same percent. */
  | { readonly measure: "gain"; readonly of: PartId | "all"; readonly atLeast?: number; readonly atMost?: number };

/** A round is data: what the class is asked to do, for how long, and how its taps reach the cell. */
export interface Round {
  /** Also the key of its texts: title, instruction, happened, missed. */
  readonly id: RoundId;
  /** Who is asked to tap. The others watch; their synapses are the control. */
  readonly asked: "all" | Group;
  /** Whether every other neuron of A is a part of its own, C. */
  readonly control?: boolean;
  /** Where parts have roles of their own; they, and nobody else, are then asked to tap. */
  readonly parts?: Readonly<Partial<Record<PartId, Part>>>;
  /** In a round with pictures those of the picture that is shown are asked, and taps reach the students' own cells. */
  readonly pictures?: PictureTask;
  /** Whether there is a beat to tap with; without one each student chooses when. */
  readonly guided: boolean;
  /** Beats in the round (for an unguided one: its length in beats). */
  readonly beats: number;
  /** Time between beats on the wall clock, ms. 500 ms at S = 2.5 is the theta rhythm, 5 Hz biological. */
  readonly beatMs: number;
  /** Slow motion S: biological time = wall-clock time / S. 40 ms / S must be a whole number of ms. */
  readonly slowMotion: number;
  /** Contacts of the whole class on the cell (M_class); 84: about half the class in perfect sync fires it. 0: taps do not reach the cell. */
  readonly classContacts: number;
  /** Biological minutes of slow change after the round; 0: none. */
  readonly lapseMinutes: number;
  /** What tells success from failure; none where there is nothing to achieve. */
  readonly goal?: Goal;
}

type Parted = Pick<Round, "parts" | "control">;

/** The part that a seat belongs to in a round. */
export const partOf = (round: Pick<Round, "control"> | undefined, seat: number): PartId =>
  round?.control && seat % 4 === 2 ? "C" : seat % 2 === 0 ? "A" : "B";

/** What a seat's part does in a round with parts; undefined where it watches, or the round has none. */
export const roleOf = (round: Parted | undefined, seat: number): Part | undefined =>
  round?.parts?.[partOf(round, seat)];

/** Whether a seat is asked to tap. */
export const isAsked = (round: (Parted & Pick<Round, "asked">) | undefined, seat: number): boolean => {
  if (round?.parts) return roleOf(round, seat) !== undefined;
  return round === undefined || round.asked === "all" || round.asked === partOf(undefined, seat);
};

/** How long after the beat a seat is asked to tap, ms on the wall clock. */
export const lagOf = (round: Parted | undefined, seat: number): number => roleOf(round, seat)?.lag ?? 0;
