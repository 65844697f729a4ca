import type { Round } from "../../shared/lesson/round.ts";
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
  { phase, paused, beatZero, beat: passed }: Pick<ClassView, "phase" | "paused" | "beatZero" | "beat">,
  round: Round | undefined,
  now: number,
): Pace {
  if (phase !== "round" || !round) return { kind: "none" };
  if (paused) return { kind: "paused" };
  const since = now - beatZero;
  if (since < 0) return { kind: "count-in", seconds: Math.ceil(-since / 1000) };
  const beats = since / round.beatMs;
  // A pause moves the beats; what comes again before the next new one is its count-in. (A beat is closed, half a beat
  // after it, while it is still shown: hence one less.)
  if (Math.floor(beats) < passed - 1) {
    return { kind: "count-in", seconds: Math.ceil((passed * round.beatMs - since) / 1000) };
  }
  if (beats >= round.beats) return { kind: "over" };
  if (!round.guided) return { kind: "free", seconds: Math.ceil(((round.beats - beats) * round.beatMs) / 1000) };
  const beat = Math.floor(beats);
  return { kind: "beat", beat: beat + 1, of: round.beats, fraction: beats - beat };
}
