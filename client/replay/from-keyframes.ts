import { MODEL_VERSION } from "../../shared/model/parameters.ts";

/** From which tick on a class is shown from its keyframes, and why. */
export interface FromKeyframes {
  readonly from: number;
  readonly why: /** Another version of the model made it. */
    | "model"
    /** It comes out otherwise than it was recorded. */
    | "differs"
    /** The events that follow are damaged. */
    | "damaged"
    /** The events contradict each other. */
    | "contradiction";
}

/**
 * Whether what is simulated of a class is another class than was recorded, not only less of it: also where no keyframes
 * show what was.
 * @param model       what made it
 * @param mismatchAt  when the first state differed from the one that was recorded
 */
export const comesOutOtherwise = (model: string | undefined, mismatchAt: number | undefined): boolean =>
  mismatchAt !== undefined || (model !== undefined && model !== MODEL_VERSION);
