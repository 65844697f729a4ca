import { togglePlay } from "./controls.tsx";
import type { Player } from "./player.ts";

/** How far an arrow key goes, session ms. */
const STEP_MS = 5000;

/** Space plays and pauses, arrows go five seconds, Home and End to the ends: except where a control has such keys itself. */
export function listenToKeys(player: Player): () => void {
  const onKey = (event: KeyboardEvent): void => {
    const target = event.target instanceof Element ? event.target : undefined;
    if (event.ctrlKey || event.metaKey || event.altKey || target?.closest("select, textarea")) return;
    switch (event.key) {
      case " ":
        if (event.repeat || target?.closest("button, a")) return;
        togglePlay(player);
        break;
      case "ArrowLeft":
        player.seek(player.time.peek() - STEP_MS);
        break;
      case "ArrowRight":
        player.seek(player.time.peek() + STEP_MS);
        break;
      case "Home":
        player.seek(0);
        break;
      case "End":
        player.seek(player.length.peek());
        break;
      default:
        return;
    }
    event.preventDefault();
  };
  addEventListener("keydown", onKey);
  return () => removeEventListener("keydown", onKey);
}
