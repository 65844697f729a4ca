/** When each of a round's pictures is taught or cued. Apart from how they are drawn: phones need no random numbers. */

/** What a class does with pictures in a round: so many new ones are taught, or so many of those that it has are cued. */
export interface PictureTask {
  readonly do: "teach" | "cue";
  readonly pictures: number;
  /** Beats of a picture's turn; between two the class rests. */
  readonly beats: number;
  /** Whether chance alone chooses a picture's neurons; otherwise those come first who were in fewest pictures so far. */
  readonly random?: true;
}

/** Beats between two turns: time to see whose turn is next, or what came back. */
const REST = { teach: 2, cue: 6 } as const;

const lengthOf = ({ do: what, beats }: PictureTask): number => beats + REST[what];

/** Beats of a round with such a task. */
export const beatsOf = (task: PictureTask): number => task.pictures * lengthOf(task) - REST[task.do];

/** Which of the round's turns a beat belongs to; -1 in a rest. */
export const turnAt = (task: PictureTask, beat: number): number =>
  beat >= 0 && beat % lengthOf(task) < task.beats ? Math.floor(beat / lengthOf(task)) : -1;

/** First beat of a turn. */
export const startOfTurn = (task: PictureTask, turn: number): number => turn * lengthOf(task);

/** The beat with which a turn is over. */
export const endOfTurn = (task: PictureTask, turn: number): number => startOfTurn(task, turn) + task.beats;
