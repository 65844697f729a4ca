import type { Round } from "../round.ts";

/** Associativity: the weak input grows when a strong one fires the cell at the same time (Levy & Steward 1983). */
export const weakAndStrong: Round = {
  id: "weak-and-strong",
  asked: "all",
  parts: { A: { contacts: 28, lag: 0 }, B: { contacts: 80, lag: 0 } },
  guided: true,
  beats: 20,
  beatMs: 500,
  slowMotion: 2.5,
  classContacts: 84,
  lapseMinutes: 10,
  goal: { measure: "strength", of: "A", atLeast: 115 },
};
