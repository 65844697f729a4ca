import type { Round } from "../round.ts";

/** A weak input alone, 28 contacts, stays below the threshold of the cell: nothing is kept (validation row D17). */
export const weakAlone: Round = {
  id: "weak-alone",
  asked: "A",
  parts: { A: { contacts: 28, lag: 0 } },
  guided: true,
  beats: 20,
  beatMs: 500,
  slowMotion: 2.5,
  classContacts: 84,
  lapseMinutes: 10,
  goal: { measure: "strength", of: "A", atMost: 104 },
};
