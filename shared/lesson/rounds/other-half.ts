import type { Round } from "../round.ts";

/** Only group B taps: the strong event that makes proteins for the synapses that group A has tagged (Frey & Morris 1997). */
export const otherHalf: Round = {
  id: "other-half",
  asked: "B",
  guided: true,
  beats: 20,
  beatMs: 500,
  slowMotion: 2.5,
  classContacts: 84,
  lapseMinutes: 10,
  goal: { measure: "strength", of: "B", atLeast: 115 },
};
