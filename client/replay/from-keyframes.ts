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

/** Whether what is simulated of a class is another class than was recorded, not only less of it. */
export const comesOutOtherwise = (shown: FromKeyframes | undefined): boolean =>
  shown?.why === "model" || shown?.why === "differs";
