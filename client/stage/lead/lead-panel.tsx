import { signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Round } from "../../../shared/lesson/round.ts";
import type { ClassView } from "../../../shared/session/view.ts";
import type { Classroom } from "../../net/classroom.ts";
import { cardTexts } from "../../ui/cards-locale.ts";
import { leadTexts } from "../../ui/lead-locale.ts";
import type { Desk } from "../desk.ts";
import { Pairing } from "./pairing.tsx";
import { SayCard } from "./say-card.tsx";
import { Students } from "./students.tsx";

/** What the one who leads the class has open over the picture. */
export const leading = signal<"students" | "remote" | "card" | undefined>(undefined);

interface LeadPanelProps {
  readonly code: string;
  readonly classroom: Classroom;
  readonly desk: Desk;
  readonly view: ClassView;
  readonly script: readonly Round[];
}

/** Students and remote, over the picture; Esc closes it. */
export function LeadPanel({ code, classroom, desk, view, script }: LeadPanelProps) {
  const panel = useRef<HTMLElement>(null);
  const open = leading.value;
  const texts = leadTexts();
  const close = (): void => {
    leading.value = undefined;
  };
  useEffect(() => {
    if (!open) return;
    panel.current?.focus();
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== "Escape") return;
      close();
      // It closes this, and does not zoom out as well.
      event.stopImmediatePropagation();
    };
    addEventListener("keydown", onKey, { capture: true });
    return () => removeEventListener("keydown", onKey, { capture: true });
  }, [open, texts === undefined]);
  if (!open || !texts) return null;
  const title = open === "card" ? (cardTexts()?.title ?? "") : texts[open].title;
  return (
    <section ref={panel} class={`lead ${open}`} tabIndex={-1} aria-label={title} data-testid="lead">
      <header>
        <h2>{title}</h2>
        <button type="button" data-testid="lead-close" aria-label={texts.remote.close} onClick={close}>
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d="M5 5l14 14M19 5l-14 14" />
          </svg>
        </button>
      </header>
      {open === "students" && <Students code={code} desk={desk} view={view} />}
      {open === "remote" && <Pairing code={code} classroom={classroom} desk={desk} view={view} />}
      {open === "card" && <SayCard view={view} script={script} />}
    </section>
  );
}
