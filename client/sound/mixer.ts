import { type Note, VOICES, type Voice } from "./score.ts";
import { renderVoice } from "./voices.ts";

/** Loudness of the whole: a class of sixty that taps at once stays below full scale (tests/sound). */
const MASTER = 0.5;

/** Plays notes on an audio context, live or offline. */
export interface Mixer {
  /** @param at context time at which the note begins, s */
  play(note: Note, at: number): void;
}

export function createMixer(context: BaseAudioContext): Mixer {
  const buffers = new Map<Voice, AudioBuffer>();
  for (const voice of VOICES) {
    const samples = renderVoice(voice, context.sampleRate);
    const buffer = context.createBuffer(1, samples.length, context.sampleRate);
    buffer.copyToChannel(samples, 0);
    buffers.set(voice, buffer);
  }
  const master = context.createGain();
  master.gain.value = MASTER;
  const limiter = context.createDynamicsCompressor();
  limiter.threshold.value = -14;
  limiter.ratio.value = 12;
  limiter.attack.value = 0.002;
  limiter.connect(master).connect(context.destination);
  return {
    play({ voice, pitch, loud, pan }, at) {
      const source = context.createBufferSource();
      source.buffer = buffers.get(voice)!;
      source.playbackRate.value = 2 ** (pitch / 12);
      const gain = context.createGain();
      gain.gain.value = loud;
      const side = context.createStereoPanner();
      side.pan.value = pan;
      source.connect(gain).connect(side).connect(limiter);
      source.start(at);
    },
  };
}
