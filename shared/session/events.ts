import type { Step } from "../lesson/lesson.ts";
import type { Mode } from "../lesson/mode.ts";
import type { DrugId } from "../model/drugs.ts";
import type { ModuleId } from "../model/modules.ts";
import type { PathwayId } from "../model/pathways.ts";
import type { Stimulation } from "./stimulation.ts";

/**
 * Everything that can change a session. The room stamps each event with the tick before which it applies; a recording
 * is a header and these events, nothing else. Plain JSON data: no floats from a browser, no clock, no names that a
 * person typed.
 */

/** Length of a tick on the wall clock, ms. A whole number of model steps in every slow-motion mode (16 at S = 2.5). */
export const TICK_MS = 40;

/** Seats in a class, bots included: what one screen can show. */
export const MAX_SEATS = 60;

/** The half of the class a seat belongs to, by parity, so that both halves grow together as people arrive. */
export type Group = "A" | "B";
export const groupOf = (seat: number): Group => (seat % 2 === 0 ? "A" : "B");

export type SessionEvent =
  /** A neuron takes a new seat. `name` indexes the word list of shared/lesson/names. */
  | { readonly kind: "join"; readonly seat: number; readonly name: number; readonly bot: boolean }
  /** The seat's phone is out of reach, or its bot was taken away. The synapse stays. */
  | { readonly kind: "leave"; readonly seat: number }
  | { readonly kind: "return"; readonly seat: number }
  /** The teacher sends a student away, or lets them back in. */
  | { readonly kind: "remove"; readonly seat: number; readonly removed: boolean }
  /** The seat gets another name of the list. */
  | { readonly kind: "rename"; readonly seat: number; readonly name: number }
  /** Newcomers are turned away, or let in again. */
  | { readonly kind: "lock"; readonly on: boolean }
  /** A tap, `offset` model steps (1 ms biological) into the tick: one burst of that seat's presynaptic neuron. */
  | { readonly kind: "tap"; readonly seat: number; readonly offset: number }
  /** The constant offset of this phone and person that the room removes from its taps, ms on the wall clock. */
  | { readonly kind: "bias"; readonly seat: number; readonly ms: number }
  /** How many bots play and how unsteady they are (SD of a tap around the beat, ms on the wall clock). */
  | { readonly kind: "bots"; readonly count: number; readonly jitterMs: number }
  /** Begins a round; `round` indexes the session's script. */
  | { readonly kind: "start"; readonly round: number }
  | { readonly kind: "pause" }
  | { readonly kind: "resume" }
  /** Cuts short what is running: a round goes to its lapse, a lapse to its end. */
  | { readonly kind: "next" }
  /** A drug (or mutation, or state) begins or ends. */
  | { readonly kind: "drug"; readonly drug: DrugId; readonly on: boolean }
  /** An optional mechanism of the model is switched. */
  | { readonly kind: "module"; readonly module: ModuleId; readonly on: boolean }
  /** Another region's synapses take the place of these: all of them are naive again. Between rounds only. */
  | { readonly kind: "pathway"; readonly pathway: PathwayId }
  /** Time passes in which nobody taps, whole biological seconds. Between rounds only. */
  | { readonly kind: "lapse"; readonly seconds: number }
  /** The electrode stimulates in place of the class. Between rounds only. */
  | { readonly kind: "stimulate"; readonly stimulation: Stimulation }
  /** A seat's contacts on the cell, until a round shares them out anew. */
  | { readonly kind: "contacts"; readonly seat: number; readonly contacts: number }
  /** A pulse of serotonin on the cell, or a plateau potential in its dendrite. */
  | { readonly kind: "modulate"; readonly modulator: Modulator }
  /** The class follows a lesson, or gives it up (no steps). Between rounds only. */
  | { readonly kind: "lesson"; readonly steps: readonly Step[] }
  /** Begins a step of the lesson. Between rounds only. */
  | { readonly kind: "step"; readonly to: number }
  /** Takes back what was begun last: the cell is again what it was before. Between rounds only. */
  | { readonly kind: "back" }
  /** Something went wrong: the class is again as it was before that tick (one that `KEEP_EVERY` divides), and what ran is paused. */
  | { readonly kind: "restore"; readonly to: number }
  /** How fast the class plays from the next round on. Between rounds only. */
  | { readonly kind: "mode"; readonly mode: Mode }
  /** What a student chose of what the class is asked. */
  | { readonly kind: "answer"; readonly seat: number; readonly option: number }
  | { readonly kind: "end" };

export interface StampedEvent {
  readonly tick: number;
  readonly event: SessionEvent;
}

/** What a class that stands between two things has behind it. */
export const BEHIND = ["round", "lapse", "stimulation", "pathway"] as const;
export type Behind = (typeof BEHIND)[number];

export const MODULATORS = ["serotonin", "plateau"] as const;
export type Modulator = (typeof MODULATORS)[number];

/** Longest lapse, biological seconds: two years. */
export const LONGEST_LAPSE = 2 * 365 * 86_400;

/** Where a session stands; in a stimulation the electrode runs the cell, in a bet the class is asked. */
export const PHASES = ["lobby", "round", "lapse", "between", "ended", "stimulation", "bet"] as const;
export type Phase = (typeof PHASES)[number];
