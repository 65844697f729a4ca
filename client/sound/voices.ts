import type { Voice } from "./score.ts";

/** The instruments as samples, rendered once: playing one costs a browser a hundredth of an oscillator each time. */

const SECONDS: Readonly<Record<Voice, number>> = {
  tap: 0.12,
  spike: 0.3,
  magnesium: 0.03,
  growth: 0.5,
  fading: 0.7,
  news: 0.9,
};

/** @param rate samples a second @returns one channel, -1 … 1, silent at both ends */
export function renderVoice(voice: Voice, rate: number): Float32Array<ArrayBuffer> {
  const length = Math.ceil(SECONDS[voice] * rate);
  const samples = new Float32Array(length);
  let noise = 1;
  for (let i = 0; i < length; i++) {
    const t = i / rate;
    const left = 1 - i / length;
    noise = (Math.imul(noise, 1103515245) + 12345) & 0x7fffffff;
    samples[i] = Math.min(1, t / 0.003) * left ** 2 * sampleOf(voice, t, noise / 0x40000000 - 1);
  }
  return samples;
}

const sine = (hz: number, t: number): number => Math.sin(2 * Math.PI * hz * t);

function sampleOf(voice: Voice, t: number, noise: number): number {
  switch (voice) {
    case "tap":
      return 0.8 * sine(330, t) + 0.2 * sine(660, t);
    case "spike":
      // A thump: its pitch falls from 140 to 60 Hz.
      return sine(60 + 80 * Math.exp(-t / 0.05), t);
    case "magnesium":
      return 0.5 * noise + 0.5 * sine(2100, t);
    case "growth":
      return 0.7 * sine(523, t) + 0.2 * sine(1046, t) + 0.1 * sine(1569, t);
    case "news":
      // A bell: partials that are no whole multiples, the high ones gone first.
      return 0.6 * sine(784, t) + 0.3 * Math.exp(-t / 0.2) * sine(2163, t) + 0.1 * Math.exp(-t / 0.08) * sine(4234, t);
    case "fading":
      return 0.8 * sine(392 * (1 - 0.25 * t), t);
  }
}
