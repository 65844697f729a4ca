import type { Round } from "../round.ts";

/** Before conditioning: the bell (CS) alone does not fire the cell. */
export const bellAlone: Round = {
  id: "bell-alone",
  asked: "A",
  control: true,
  parts: { A: { contacts: 31, lag: 0 } },
  guided: true,
  beats: 6,
  beatMs: 800,
  slowMotion: 2.5,
  classContacts: 84,
  lapseMinutes: 0,
  goal: { measure: "spikes", atMost: 0 },
};
