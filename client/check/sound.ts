import { found } from "./findings.ts";

/** Whether sound may begin before anybody has touched the page. */
export let autoplay = false;

export function lookAtSound(): void {
  if (typeof AudioContext === "undefined") {
    found("sound", "soundNone");
    return;
  }
  const context = new AudioContext();
  autoplay = context.state === "running";
  void context.close();
  found("sound", "soundAsk");
}

/** Three notes, as high as three neighbouring seats sound; only a person can say whether they were heard. */
const NOTES = [0, 2, 4];
const APART_MS = 250;
let player: ((seat: number) => void) | undefined;

/** Call it from a click: browsers allow sound only then. */
export async function playNotes(): Promise<void> {
  const { tapPlayer } = await import("../play/tap-sound.ts");
  player ??= tapPlayer();
  for (const note of NOTES) {
    player(note);
    await new Promise((go) => setTimeout(go, APART_MS));
  }
}
