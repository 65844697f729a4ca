import { effect, signal } from "@preact/signals";
import type { Neuron } from "./neuron.ts";
import { FELT } from "./taps.ts";

/** What a phone lets one feel and hear. Sound is off until it is asked for, and its code is not fetched before. */

const SOUND = "fire-together.phone-sound";

export const canVibrate = "vibrate" in navigator;
/** Whether taps and won receptors are felt; remembered. */
export const vibrates = signal(localStorage.getItem(FELT) !== "no");
/** Whether the own taps are heard; remembered. */
export const soundOn = signal(localStorage.getItem(SOUND) === "yes");

/** Two short and a long one: a receptor was won. ms */
const WON = [40, 60, 160];
/** Wins nearer to each other than this are one, ms. */
const AGAIN_MS = 6000;

type Play = (seat: number) => void;
let play: Play | undefined;

export function switchVibration(): void {
  vibrates.value = !vibrates.peek();
  localStorage.setItem(FELT, vibrates.peek() ? "yes" : "no");
}

/** Call it from a click: browsers allow sound only then. */
export async function switchSound(): Promise<void> {
  soundOn.value = !soundOn.peek();
  localStorage.setItem(SOUND, soundOn.peek() ? "yes" : "no");
  if (soundOn.peek()) await load();
}

async function load(): Promise<void> {
  if (play) return;
  const { tapPlayer } = await import("./tap-sound.ts");
  play ??= tapPlayer();
}

/** Follows a neuron: its taps are heard where that is wanted, the receptors that it wins are felt. @returns stops it */
export function listenToWins(neuron: Neuron): () => void {
  let most = Number.POSITIVE_INFINITY;
  let felt = Number.NEGATIVE_INFINITY;
  const wins = effect(() => {
    const { receptors } = neuron.synapse.value;
    const now = performance.now();
    // A page that nobody has touched yet, after a reload, may not vibrate.
    const touched = navigator.userActivation?.hasBeenActive ?? true;
    if (receptors > most && touched && vibrates.peek() && now - felt > AGAIN_MS) {
      felt = now;
      navigator.vibrate?.(WON);
    }
    most = receptors;
  });
  let heard = Number.NEGATIVE_INFINITY;
  const taps = effect(() => {
    const { tapAt } = neuron.drawn.value;
    if (tapAt === heard) return;
    heard = tapAt;
    if (!soundOn.peek() || tapAt === Number.NEGATIVE_INFINITY) return;
    // Wanted since an earlier visit: a tap is a gesture, so that sound may begin with it.
    if (play) play(neuron.classroom.welcome.peek()?.seat ?? 0);
    else void load();
  });
  return () => {
    wins();
    taps();
  };
}
