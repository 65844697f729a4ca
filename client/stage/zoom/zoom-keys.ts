import { ZOOMS } from "../../scenes/view-model/zoom/gaze.ts";
import type { Direction } from "../../scenes/view-model/zoom/neighbour.ts";
import { gaze, goTo, zoomIn, zoomOut, zoomTo } from "../gaze.ts";

/** Elements that have a use of their own for the keys below. */
const HAS_OWN_KEYS = "input, select, textarea, .laboratory";

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
};

/**
 * Zooms from the keyboard: 1, 2, 3 or + and −; Escape goes out. Arrows go to the neighbouring synapse once one is looked
 * at; at cell zoom they keep what the page uses them for (the next round, seeking).
 * @param next  the seat in a direction from another one
 */
export function listenToZoomKeys(next: (seat: number, direction: Direction) => number | undefined): () => void {
  const onKey = (event: KeyboardEvent): void => {
    const target = event.target instanceof Element ? event.target : undefined;
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    // Escape closes an open laboratory, which does not stop it from coming here.
    if (target?.closest(HAS_OWN_KEYS) || document.querySelector(".laboratory, dialog[open]")) return;
    if (!act(event.key, next)) return;
    // Before the page's own arrows: they are heard after this.
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  addEventListener("keydown", onKey, { capture: true });
  return () => removeEventListener("keydown", onKey, { capture: true });
}

/** @returns whether the key was one of ours */
function act(key: string, next: (seat: number, direction: Direction) => number | undefined): boolean {
  const { zoom, seat } = gaze.peek();
  const direction = ARROWS[key];
  if (direction !== undefined) {
    if (zoom === "cell") return false;
    const neighbour = next(seat, direction);
    if (neighbour !== undefined) goTo(neighbour);
    return true;
  }
  const wanted = ZOOMS[Number(key) - 1];
  if (wanted !== undefined) zoomTo(wanted);
  else if (key === "+" || key === "=") zoomIn();
  else if (key === "-" || key === "_") zoomOut();
  else if (key === "Escape" && zoom !== "cell") zoomOut();
  else return false;
  return true;
}
