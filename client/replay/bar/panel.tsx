import type { Signal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { playerTexts } from "../../ui/player-locale.ts";

/** What may stand open above the bar; one at a time. */
export type PanelName = "notes" | "note" | "help" | "film" | "link" | "more";

interface PanelProps {
  readonly name: PanelName;
  readonly title: string;
  readonly open: Signal<PanelName | undefined>;
  readonly children: ComponentChildren;
}

/** Stands above the bar, on a phone as a sheet; Escape closes it. */
export function Panel({ name, title, open, children }: PanelProps) {
  const root = useRef<HTMLElement>(null);
  const close = (): void => {
    open.value = undefined;
  };
  useEffect(() => {
    const before = document.activeElement;
    root.current?.focus();
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== "Escape") return;
      close();
      // It closes this, and does not zoom out as well.
      event.stopImmediatePropagation();
    };
    addEventListener("keydown", onKey, { capture: true });
    return () => {
      removeEventListener("keydown", onKey, { capture: true });
      if (root.current?.contains(document.activeElement) && before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <section
      ref={root}
      class={`bar-panel panel-${name}`}
      tabIndex={-1}
      aria-label={title}
      data-testid={`panel-${name}`}
    >
      <header>
        <h2>{title}</h2>
        <button type="button" aria-label={playerTexts()?.help.close} onClick={close} data-testid="panel-close">
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d="M5 5l14 14M19 5l-14 14" />
          </svg>
        </button>
      </header>
      {children}
    </section>
  );
}

/** The other press of its button closes it. */
export function toggle(open: Signal<PanelName | undefined>, name: PanelName): void {
  open.value = open.peek() === name ? undefined : name;
}
