import type { Round } from "../round.ts";

/** Input specificity: only group A taps, and only its synapses change. */
export const whoGrew: Round = {
  id: "who-grew",
  asked: "A",
  guided: true,
  beats: 20,
  beatMs: 500,
  slowMotion: 2.5,
  classContacts: 84,
  lapseMinutes: 10,
  goal: { measure: "strength", of: "A", atLeast: 115 },
};
