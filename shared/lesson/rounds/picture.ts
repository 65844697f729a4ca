import { beatsOf, type PictureTask } from "../picture-task.ts";
import type { Round } from "../round.ts";

const pictures: PictureTask = { do: "teach", pictures: 1, beats: 10 };

/** The neurons of one picture fire together, and are linked (Hebb 1949). */
export const picture: Round = {
  id: "picture",
  asked: "all",
  guided: true,
  pictures,
  beats: beatsOf(pictures),
  beatMs: 500,
  slowMotion: 2.5,
  classContacts: 0,
  lapseMinutes: 0,
  goal: { measure: "pictures", atLeast: 0.8 },
};
