import { effect, signal } from "@preact/signals";
import type { Moment } from "../scenes/moment.ts";
import { createMixer, type Mixer } from "./mixer.ts";
import { notesBetween } from "./score.ts";

const KEY = "fire-together.muted";
/** Beyond this a moment is not the last one's successor but a jump (a seek, a tab that slept): it makes no sound, ms. */
const JUMP_MS = 400;
/** Replays faster than this are silent, session ms a ms on the wall: a minute in ten seconds is noise. */
const FASTEST = 4;

let context: AudioContext | undefined;
let mixer: Mixer | undefined;
/** Whether somebody has clicked or pressed a key on this page. */
let touched = false;

/** Whether this browser wants no sound; remembered. */
export const muted = signal(localStorage.getItem(KEY) === "yes");
/** Whether the browser holds sound back until somebody clicks or presses a key. */
export const waiting = signal(true);

effect(() => {
  localStorage.setItem(KEY, muted.value ? "yes" : "no");
  // Whoever turns the sound on has clicked or pressed a key: it need not wait for the next.
  if (!muted.value && touched) wake();
});

/** Makes sound possible. Browsers allow it only after a click or a key. */
function wake(): void {
  if (muted.peek() || typeof AudioContext === "undefined") return;
  if (!context) {
    context = new AudioContext();
    mixer = createMixer(context);
    context.addEventListener("statechange", tell);
  }
  if (context.state === "suspended") context.resume().catch(() => undefined);
  tell();
}

const tell = (): void => {
  waiting.value = context?.state !== "running";
};

for (const event of ["pointerdown", "keydown"] as const) {
  addEventListener(
    event,
    () => {
      touched = true;
      wake();
    },
    { passive: true },
  );
}

/** Hears what a picture shows: call it with every moment that is drawn, and the session ms that pass in one on the wall. */
export function createEar(): (moment: Moment, pace: number) => void {
  let time = Number.NaN;
  return (moment, pace) => {
    const from = time;
    time = moment.time;
    if (muted.peek() || document.hidden || !context || !mixer || context.state !== "running") return;
    const passed = time - from;
    if (!(passed > 0 && passed < JUMP_MS && pace > 0 && pace <= FASTEST)) return;
    for (const note of notesBetween(moment, from, time)) {
      mixer.play(note, context.currentTime + (note.time - from) / pace / 1000);
    }
  };
}
