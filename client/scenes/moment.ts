import type { Pulse } from "../../shared/session/pulse.ts";
import type { ClassView } from "../../shared/session/view.ts";
import type { Change } from "./view-model/turnover.ts";

/**
 * All a scene needs to draw one instant. The same for a live class and a replay: drawing is a pure function of it, so
 * that any instant can be drawn again exactly, paused, or backwards.
 */
export interface Moment {
  /** The instant drawn, session ms (tick · 40). It jumps when a replay seeks. */
  readonly time: number;
  readonly view: ClassView;
  /** Ascending by tick, from PAST_MS before `time` to FUTURE_MS after it; ticks in which nothing moved are absent. */
  readonly pulses: readonly Pulse[];
  /** Receptors that came or went in the TOLD_MS before `time` (view-model/turnover.ts), in order. */
  readonly changes: readonly Change[];
}

/** How far back an effect of a tap or spike can still be seen, ms. */
export const PAST_MS = 2000;
/** How far ahead of the drawn instant the scene is told, so that a spike can travel down its axon before it arrives, ms. */
export const FUTURE_MS = 240;
