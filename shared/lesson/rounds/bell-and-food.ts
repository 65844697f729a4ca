import type { Round } from "../round.ts";

/**
 * Acquisition: bell (CS, 31 contacts: below the threshold of 36, and with room for those who miss a beat) and, 20 ms later
 * in the cell, food (US, 80). Group C rings another bell half a beat later, unpaired: the control. Three of these blocks ten
 * minutes apart make it last.
 */
export const bellAndFood: Round = {
  id: "bell-and-food",
  asked: "all",
  control: true,
  parts: { A: { contacts: 31, lag: 0 }, B: { contacts: 80, lag: 50 }, C: { contacts: 31, lag: 400 } },
  guided: true,
  beats: 10,
  beatMs: 800,
  slowMotion: 2.5,
  classContacts: 84,
  lapseMinutes: 10,
  goal: { measure: "strength", of: "A", atLeast: 130 },
};
