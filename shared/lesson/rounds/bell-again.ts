import type { Round } from "../round.ts";

/** After conditioning: does the bell alone fire the cell? */
export const bellAgain: Round = {
  id: "bell-again",
  asked: "A",
  control: true,
  parts: { A: { contacts: 31, lag: 0 } },
  guided: true,
  beats: 6,
  beatMs: 800,
  slowMotion: 2.5,
  classContacts: 84,
  lapseMinutes: 0,
  goal: { measure: "spikes", atLeast: 1 },
};
