import type { Signal } from "@preact/signals";
import { useEffect } from "preact/hooks";

/** Closes what is open when Escape is pressed, or the pointer goes down outside of it. */
export function useDismiss(open: Signal<boolean>, root: { readonly current: Element | null }): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== "Escape" || !open.peek()) return;
      open.value = false;
      // It closes this, and does not zoom out as well.
      event.stopImmediatePropagation();
    };
    const onDown = (event: Event): void => {
      if (!root.current?.contains(event.target as Node)) open.value = false;
    };
    addEventListener("keydown", onKey, { capture: true });
    addEventListener("pointerdown", onDown);
    return () => {
      removeEventListener("keydown", onKey, { capture: true });
      removeEventListener("pointerdown", onDown);
    };
  }, []);
}
