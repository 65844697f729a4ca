import type { Round } from "../round.ts";

/** Finds each phone's constant offset: eight taps with the beat, not connected to the cell (Pinet 2017; Repp 2005). */
export const warmUp: Round = {
  id: "warm-up",
  asked: "all",
  guided: true,
  beats: 8,
  beatMs: 500,
  slowMotion: 2.5,
  classContacts: 0,
  lapseMinutes: 0,
};
