import type { Round } from "../round.ts";

/** Order matters: group A taps 90 ms of the cell's time after B has fired it, when the plugs are back; nothing grows in A. */
export const tooLate: Round = {
  id: "too-late",
  asked: "all",
  parts: { A: { contacts: 28, lag: 225 }, B: { contacts: 80, lag: 0 } },
  guided: true,
  beats: 20,
  beatMs: 800,
  slowMotion: 2.5,
  classContacts: 84,
  lapseMinutes: 10,
  goal: { measure: "strength", of: "A", atMost: 104 },
};
