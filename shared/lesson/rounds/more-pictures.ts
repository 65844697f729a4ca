import { beatsOf, type PictureTask } from "../picture-task.ts";
import type { Round } from "../round.ts";

const pictures: PictureTask = { do: "teach", pictures: 8, beats: 8, random: true };

/** Five pictures in a row: the synapses that they share mix them up. */
export const morePictures: Round = {
  id: "more-pictures",
  asked: "all",
  guided: true,
  pictures,
  beats: beatsOf(pictures),
  beatMs: 500,
  slowMotion: 2.5,
  classContacts: 0,
  lapseMinutes: 0,
  goal: { measure: "pictures", atLeast: 0.7 },
};
