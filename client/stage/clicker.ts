import type { Desk } from "./desk.ts";

/** Elements that have a use of their own for the keys below. */
const HAS_OWN_KEYS = "input, select, textarea, .laboratory";

/**
 * Leads the class from the keyboard, or from a presenter's clicker, which sends PageDown: forward is "start" or "next".
 * There is no way back in a session, so PageUp does nothing.
 */
export function listenToClicker(desk: Desk): () => void {
  const onKey = (event: KeyboardEvent): void => {
    const target = event.target instanceof Element ? event.target : undefined;
    if (event.repeat || event.ctrlKey || event.metaKey || event.altKey || target?.closest(HAS_OWN_KEYS)) return;
    if (event.key === "PageDown" || event.key === "ArrowRight") {
      if (desk.idle.value) void desk.start();
      else if (desk.running.value) void desk.next();
    } else if (event.key === " " && !target?.closest("button, a") && desk.running.value) {
      void desk.togglePause();
    } else if (event.key !== "PageUp") return;
    event.preventDefault();
  };
  addEventListener("keydown", onKey);
  return () => removeEventListener("keydown", onKey);
}
