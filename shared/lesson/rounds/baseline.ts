import type { Round } from "../round.ts";

/** Lone taps are test pulses: they hardly move the cell and set the 100 % line of the plot. */
export const baseline: Round = {
  id: "baseline",
  asked: "all",
  guided: false,
  beats: 24,
  beatMs: 500,
  slowMotion: 2.5,
  classContacts: 84,
  lapseMinutes: 10,
};
