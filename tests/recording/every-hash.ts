import { Playback } from "../../shared/recording/playback.ts";
import { readRecording } from "../../shared/recording/recording.ts";

/** Every hash of a recording, as this engine finds it, by tick. What runs in the browser and in JavaScriptCore. */
export function everyHash(text: string): [tick: number, hash: string][] {
  const recording = readRecording(text);
  const playback = new Playback(recording);
  return [...recording.hashes.keys()].map((tick) => {
    playback.seek(tick);
    return [tick, playback.session.hash()];
  });
}
