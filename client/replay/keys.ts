import type { Signal } from "@preact/signals";
import { toggleFullScreen } from "../stage/viewer-controls.tsx";
import type { PanelName } from "./bar/panel.tsx";
import { bookmark } from "./notes/notes-panel.tsx";
import type { Player } from "./player.ts";

/** How far an arrow key goes, session ms. */
const STEP_MS = 5000;

/** What each key does; with the shift key where its name says so (bar/help.tsx lists them for people). */
const KEYS: Readonly<Record<string, (player: Player, panel: Signal<PanelName | undefined>) => void>> = {
  " ": (player) => player.toggle(player.playing.peek() && player.backwards.peek()),
  k: (player) => {
    player.playing.value = false;
  },
  l: (player) => run(player, false),
  j: (player) => run(player, true),
  ArrowLeft: (player) => player.seek(player.time.peek() - STEP_MS),
  ArrowRight: (player) => player.seek(player.time.peek() + STEP_MS),
  "shift ArrowLeft": (player) => player.step(-1),
  "shift ArrowRight": (player) => player.step(1),
  ",": (player) => player.step(-1),
  ".": (player) => player.step(1),
  "shift ,": (player) => player.stepTap(-1),
  "shift .": (player) => player.stepTap(1),
  ArrowUp: (player) => player.stepPhase(-1),
  ArrowDown: (player) => player.stepPhase(1),
  // Many keyboards have the brackets behind a third key: in, out and x do the same.
  "[": (player) => player.mark("from"),
  "]": (player) => player.mark("to"),
  "\\": (player) => player.setLoop({}),
  i: (player) => player.mark("from"),
  o: (player) => player.mark("to"),
  x: (player) => player.setLoop({}),
  Home: (player) => player.seek(0),
  End: (player) => player.seek(player.length.peek()),
  b: (player) => void bookmark(player),
  n(player, panel) {
    player.playing.value = false;
    panel.value = "note";
  },
  f: toggleFullScreen,
  "?": (_player, panel) => {
    panel.value = panel.peek() === "help" ? undefined : "help";
  },
};

/** Keys that go on while they are held. */
const HELD = /Arrow|^(shift )?[,.]$/;

/** Plays one way; pressed again, faster, as players do. */
function run(player: Player, backwards: boolean): void {
  if (player.playing.peek() && player.backwards.peek() === backwards) player.change(1);
  else player.toggle(backwards);
}

/** Drives the player from the keyboard: except while somebody types, and where a control has such a key itself. */
export function listenToKeys(player: Player, panel: Signal<PanelName | undefined>): () => void {
  const onKey = (event: KeyboardEvent): void => {
    const target = event.target instanceof Element ? event.target : undefined;
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (target?.closest("select, textarea, input:not([type=range])")) return;
    if (event.key === " " && target?.closest("button, a, summary")) return;
    const name = nameOf(event);
    const act = KEYS[name];
    if (!act || (event.repeat && !HELD.test(name))) return;
    act(player, panel);
    event.preventDefault();
  };
  addEventListener("keydown", onKey);
  return () => removeEventListener("keydown", onKey);
}

/** Where a keyboard needs the shift key to print a sign, the sign is the key: only arrows, comma and full stop tell. */
function nameOf({ key, code, shiftKey }: KeyboardEvent): string {
  if (shiftKey && key.startsWith("Arrow")) return `shift ${key}`;
  if (shiftKey && code === "Comma") return "shift ,";
  if (shiftKey && code === "Period") return "shift .";
  return key.length === 1 ? key.toLowerCase() : key;
}
