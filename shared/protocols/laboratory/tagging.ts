import { HOUR, inputsOf, MINUTE, type Plan, repeated, tetanusAt } from "./plan.ts";

/** Two pathways of 40 % of the cell's contacts each, and a silent control. */
const INPUTS = inputsOf({ strong: 96, weak: 96, control: 24 });
export const [STRONG, WEAK] = [0, 1] as const;

/** A weak tetanus: 0.2 s at 100 Hz. */
const WEAK_PULSES = 21;

/**
 * Tag and capture: a weak tetanus on one pathway, three strong ones on the other, `gap` hours after it (before it, if
 * negative). The weak pathway is watched for `hours` from its own stimulation.
 *
 * @source Frey & Morris 1997 (strong before weak), 1998 (weak before strong); rows D25 to D27
 */
export function tagging({ gap = 1, hours = 8 } = {}): Plan {
  const weakAt = gap < 0 ? -gap * HOUR : 0;
  const strongAt = gap > 0 ? gap * HOUR : 0;
  return {
    inputs: INPUTS,
    steps: [
      { at: weakAt, event: tetanusAt(WEAK, WEAK_PULSES) },
      ...repeated(3, 10 * MINUTE, tetanusAt(STRONG), strongAt),
    ],
    until: weakAt + hours * HOUR,
  };
}
