import type { Round } from "../round.ts";

/** Twenty taps on a 2 Hz beat are theta-burst stimulation of the shared cell (Larson, Wong & Lynch 1986). */
export const together: Round = {
  id: "together",
  asked: "all",
  guided: true,
  beats: 20,
  beatMs: 500,
  slowMotion: 2.5,
  classContacts: 84,
  lapseMinutes: 10,
  goal: { measure: "strength", of: "all", atLeast: 115 },
};
