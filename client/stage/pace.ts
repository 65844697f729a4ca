import type { Round } from "../../shared/lesson/round.ts";
import { TICK_MS } from "../../shared/session/events.ts";
import { COUNT_IN_TICKS } from "../../shared/session/timing.ts";
import type { ClassView } from "../../shared/session/view.ts";

/** Where a round stands between its beats, for the stage's beat indicator. */
export type Pace =
  | { readonly kind: "none" }
  | { readonly kind: "paused" }
  /** Whole seconds until the first beat, or the next one after a pause. */
  | { readonly kind: "count-in"; readonly seconds: number }
  /** `beat` counts from 1; `fraction` runs 0 … 1 from this beat to the next. */
  | { readonly kind: "beat"; readonly beat: number; readonly of: number; readonly fraction: number }
  /** Nobody sets the beat: whole seconds that are left. */
  | { readonly kind: "free"; readonly seconds: number }
  /** The beats are over and the cell settles. */
  | { readonly kind: "over" };

/** @param now session time, ms: the room's clock on a live stage, the shown instant in a replay */
export function paceOf(
  { phase, paused, beatZero }: Pick<ClassView, "phase" | "paused" | "beatZero">,
  round: Round | undefined,
  now: number,
): Pace {
  if (phase !== "round" || !round) return { kind: "none" };
  if (paused) return { kind: "paused" };
  const since = now - beatZero;
  if (since < 0) return { kind: "count-in", seconds: Math.ceil(-since / 1000) };
  const beats = since / round.beatMs;
  if (beats >= round.beats) return { kind: "over" };
  if (!round.guided) return { kind: "free", seconds: Math.ceil(((round.beats - beats) * round.beatMs) / 1000) };
  const beat = Math.floor(beats);
  return { kind: "beat", beat: beat + 1, of: round.beats, fraction: beats - beat };
}

/**
 * Notices the count-in that follows a pause. A class that resumes stays "paused" until its count-in is over, but its
 * turn has moved on; from the moment that this is seen, the three seconds run.
 */
export class ResumeWatch {
  #pausedTurn: number | undefined;
  #resumedAt: number | undefined;

  /** @returns whole seconds of the count-in that are left, or undefined when none runs */
  see({ paused, turn }: Pick<ClassView, "paused" | "turn">, now: number): number | undefined {
    if (!paused) {
      this.#pausedTurn = undefined;
      this.#resumedAt = undefined;
      return undefined;
    }
    this.#pausedTurn ??= turn;
    if (turn === this.#pausedTurn) return undefined;
    this.#resumedAt ??= now;
    return Math.max(1, Math.ceil((COUNT_IN_TICKS * TICK_MS - (now - this.#resumedAt)) / 1000));
  }
}
