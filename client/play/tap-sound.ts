import { createMixer } from "../sound/mixer.ts";
import { pitchOf } from "../sound/score.ts";

/** Louder than on the projector, where many sound at once. */
const LOUD = 0.7;

/** The own taps, at the pitch that they have on the projector. */
export function tapPlayer(): (seat: number) => void {
  const context = new AudioContext({ latencyHint: "interactive" });
  const mixer = createMixer(context);
  return (seat) => {
    if (context.state === "suspended") void context.resume();
    mixer.play({ time: 0, voice: "tap", pitch: pitchOf(seat), loud: LOUD, pan: 0 }, context.currentTime);
  };
}
