import { beatsOf, type PictureTask } from "../picture-task.ts";
import type { Round } from "../round.ts";

const pictures: PictureTask = { do: "cue", pictures: 3, beats: 4 };

/** Half a picture taps; do the others of it wake? Pattern completion (Marr 1971). */
export const recall: Round = {
  id: "recall",
  asked: "all",
  guided: true,
  pictures,
  beats: beatsOf(pictures),
  beatMs: 500,
  slowMotion: 2.5,
  classContacts: 0,
  lapseMinutes: 0,
  goal: { measure: "pictures", atLeast: 0.95 },
};
