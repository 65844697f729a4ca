import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { ClassView } from "../../../shared/session/view.ts";
import { labTextsIfThere } from "../../ui/lab-locale.ts";
import { wallTexts } from "../../ui/wall-locale.ts";
import type { Desk } from "../desk.ts";
import { Electrode } from "./electrode-control.tsx";
import { Region } from "./region.tsx";
import { Drugs, Mechanisms } from "./switches.tsx";
import { Tempo } from "./tempo.tsx";
import { Time } from "./time.tsx";

/** Opens and closes the panel, wherever the keyboard is but in a choice, where letters choose. */
const KEY = "l";

/** What every part of the laboratory is given. */
export interface LaboratoryProps {
  readonly desk: Desk;
  readonly view: ClassView;
}

/** The teacher's laboratory: a button of the bar, and above it drugs, region, time and the electrode. */
export function Laboratory({ desk, view }: LaboratoryProps) {
  const open = useSignal(false);
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLElement>(null);
  const names = labTextsIfThere();

  const close = (): void => {
    open.value = false;
    button.current?.focus();
  };
  /** What begins now is for all to see: the panel makes room for it. */
  const closeIf = async (done: Promise<boolean>): Promise<void> => {
    if (await done) close();
  };

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const { target, key, ctrlKey, metaKey, altKey, repeat } = event;
      if (open.value && key === "Escape") close();
      if (key.toLowerCase() !== KEY || ctrlKey || metaKey || altKey || repeat) return;
      if (target instanceof Element && target.closest("select, textarea")) return;
      if (open.value) close();
      else open.value = true;
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);

  // Whoever opens it by key or button is in it with the next Tab, and hears its name.
  useEffect(() => {
    if (open.value) panel.current?.focus();
  }, [open.value, names === undefined]);

  return (
    <>
      <button
        ref={button}
        type="button"
        data-testid="laboratory"
        aria-expanded={open.value}
        aria-keyshortcuts={KEY.toUpperCase()}
        onClick={() => {
          open.value = !open.value;
        }}
      >
        {wallTexts().stage.bar.laboratory}
      </button>
      {open.value && names && (
        <section
          ref={panel}
          class="laboratory"
          tabIndex={-1}
          aria-label={names.panel.title}
          data-testid="laboratory-panel"
        >
          <Drugs desk={desk} view={view} />
          <div class="laboratory-side">
            {!desk.idle.value && <p class="waits">{names.panel.waits}</p>}
            <Tempo desk={desk} view={view} />
            <Time desk={desk} closeIf={closeIf} />
            <Electrode desk={desk} view={view} closeIf={closeIf} />
            <Region desk={desk} view={view} />
            <Mechanisms desk={desk} view={view} />
          </div>
          <button type="button" class="laboratory-close" aria-label={names.panel.close} onClick={close}>
            <svg viewBox="0 0 24 24" aria-hidden="true">
              <path d="M5 5l14 14M19 5l-14 14" />
            </svg>
          </button>
        </section>
      )}
    </>
  );
}
