import { createMixer } from "../../../client/sound/mixer.ts";
import { notesBetween } from "../../../client/sound/score.ts";
import { ROUND_FROM, syntheticMoment } from "../synthetic.ts";

/** What came of rendering a class's sound without a loudspeaker. */
export interface Rendered {
  /** Highest sample, 1 is full scale. */
  readonly peak: number;
  /** Highest sample before the round begins. */
  readonly quiet: number;
  /** Time that rendering took over the time that it lasts. */
  readonly ratio: number;
}

const RATE = 48_000;
/** Silence before the round, s. */
const LEAD = 0.5;

/** Renders the first seconds of a round of `seats` students. */
export async function renderClass(seats: number, seconds: number): Promise<Rendered> {
  const context = new OfflineAudioContext(2, (LEAD + seconds) * RATE, RATE);
  const mixer = createMixer(context);
  for (let from = 0; from < 1000 * seconds; from += 500) {
    const start = ROUND_FROM + from;
    for (const note of notesBetween(syntheticMoment({ seats, jitter: 10 }, start + 500), start, start + 500)) {
      mixer.play(note, LEAD + (note.time - ROUND_FROM) / 1000);
    }
  }
  const began = performance.now();
  const buffer = await context.startRendering();
  const ratio = (performance.now() - began) / 1000 / (LEAD + seconds);
  const loudest = (from: number, to: number): number => {
    let most = 0;
    for (const channel of [0, 1]) {
      for (const sample of buffer.getChannelData(channel).subarray(from, to)) most = Math.max(most, Math.abs(sample));
    }
    return most;
  };
  return { peak: loudest(0, buffer.length), quiet: loudest(0, 0.4 * RATE), ratio };
}
