/** How students of a load are. */

/** A person's taps scatter around the beat, and people differ in how early they are (SD, ms). */
export const JITTER_MS = 30;
export const HABIT_MS = 25;
/** A phone asks for the room's time so often, ms. */
export const ASK_MS = 5000;
