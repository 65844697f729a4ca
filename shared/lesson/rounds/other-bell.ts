import type { Round } from "../round.ts";

/** The control: the other bell, never paired with food, does not fire the cell. */
export const otherBell: Round = {
  id: "other-bell",
  asked: "A",
  control: true,
  parts: { C: { contacts: 31, lag: 0 } },
  guided: true,
  beats: 6,
  beatMs: 800,
  slowMotion: 2.5,
  classContacts: 84,
  lapseMinutes: 0,
  goal: { measure: "spikes", atMost: 0 },
};
