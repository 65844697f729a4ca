import type { Group } from "../session/events.ts";

export type RoundId = "warm-up" | "baseline" | "together" | "who-grew";

/** A round is data: what the class is asked to do, for how long, and how its taps reach the cell. */
export interface Round {
  /** Also the key of its texts: locale.rounds[id].{title, instruction, happened}. */
  readonly id: RoundId;
  /** Who is asked to tap. The others watch; their synapses are the control. */
  readonly asked: "all" | Group;
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
}
