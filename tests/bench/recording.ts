import { encodeCheckpoint } from "../../server/classroom/recovery.ts";
import { packed } from "../../server/recordings/export.ts";
import { next, stream } from "../../shared/model/random.ts";
import { Exploration } from "../../shared/recording/exploration.ts";
import { isKeyframe } from "../../shared/recording/lines.ts";
import { Playback } from "../../shared/recording/playback.ts";
import { readRecording } from "../../shared/recording/recording.ts";
import { TICK_MS } from "../../shared/session/events.ts";
import { PlayedClass } from "../helpers/played-class.ts";

export interface RecordingCost {
  /** As a server gives it out: flushed after each keyframe. */
  readonly gzipBytes: number;
  readonly textBytes: number;
  readonly keyframeBytes: number;
  readonly records: number;
  readonly checkpointBytes: number;
  readonly taps: number;
  readonly openMs: number;
  /** Recorded time that one second of simulation covers, hashes compared. */
  readonly timesRealTime: number;
  readonly seekP99Ms: number;
}

const SEATS = 40;
const LESSON_TICKS = (45 * 60_000) / TICK_MS;
/** Rounds of twenty beats at 2 Hz that make twelve minutes of tapping. */
const ROUNDS = 72;
const TOGETHER = 2;

export interface RecordedLesson {
  readonly text: string;
  /** Gzipped, as it is kept. */
  readonly file: Buffer;
  /** The exact state at its end, as it is kept while the class runs, bytes. */
  readonly checkpointBytes: number;
}

/** Forty-five minutes of a class of forty with twelve minutes of tapping. */
export async function recordedLesson(): Promise<RecordedLesson> {
  const played = new PlayedClass(SEATS, 11);
  for (let round = 0; round < ROUNDS; round++) {
    played.play(TOGETHER, () => true, 30);
    // The teacher talks until the next share of the lesson begins.
    played.step(Math.max(0, Math.floor(((round + 1) * LESSON_TICKS) / ROUNDS) - played.session.state.tick));
  }
  const text = played.text();
  const checkpointBytes = encodeCheckpoint(played.session.save()).length;
  return { text, file: await packed(text), checkpointBytes };
}

export function measureRecording({ text, file, checkpointBytes }: RecordedLesson): RecordingCost {
  const opened = performance.now();
  const recording = readRecording(text);
  const openMs = performance.now() - opened;
  const exploration = new Exploration(recording);
  const began = performance.now();
  exploration.run(Number.POSITIVE_INFINITY);
  const simulatedMs = performance.now() - began;
  if (exploration.mismatchAt !== undefined) throw new Error(`hashes differ at tick ${exploration.mismatchAt}`);
  const playback = new Playback(recording, exploration.checkpoints);
  const random = stream(5, 5);
  const seeks = Array.from({ length: 200 }, () => {
    const from = performance.now();
    playback.seek(next(random) % recording.ticks);
    return performance.now() - from;
  }).sort((a, b) => a - b);
  return {
    gzipBytes: file.length,
    textBytes: text.length,
    records: text.trimEnd().split("\n").length - 1,
    checkpointBytes,
    keyframeBytes: text
      .split("\n")
      .filter(isKeyframe)
      .reduce((sum, line) => sum + line.length + 1, 0),
    taps: recording.events.filter(({ event }) => event.kind === "tap").length,
    openMs,
    timesRealTime: (recording.ticks * TICK_MS) / simulatedMs,
    seekP99Ms: seeks[Math.floor(0.99 * seeks.length)]!,
  };
}
