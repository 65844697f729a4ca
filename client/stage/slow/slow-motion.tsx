import { signal, useSignal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import { Watcher } from "../../scenes/view-model/decisive.ts";
import { fill } from "../../ui/locale.ts";
import { slowTexts } from "../../ui/slow-locale.ts";
import { roundOf, type Show } from "../show.ts";
import { PACE, type SlowShow, slowShow } from "./slow-show.ts";
import "./slow.css";

const HAS_OWN_KEYS = "input, select, textarea, .laboratory";

/** The slow-motion moment of a page: what to draw, and whether it can be opened. */
export interface SlowMotion {
  /** The class as it is, or its moment while that is watched. */
  readonly scene: Show;
  readonly open: SlowShow | undefined;
  /** Opens it, if there is one to watch. */
  readonly offered: boolean;
  toggle(): void;
}

/**
 * Follows a show, keeps the decisive moment of its last round, and shows it slowly when asked. What begins next closes it.
 * @param wanted  whether the page has room for it now
 */
export function useSlowMotion(show: Show, wanted = true): SlowMotion {
  const watched = useMemo(() => {
    const watcher = new Watcher();
    const there = signal(false);
    const following: Show = {
      ...show,
      moment() {
        const moment = show.moment();
        if (moment) watcher.watch(moment);
        there.value = watcher.kept !== undefined;
        return moment;
      },
    };
    return { watcher, there, show: following };
  }, [show]);
  const open = useSignal<SlowShow | undefined>(undefined);
  const view = show.view.value;
  const busy = !wanted || view?.phase === "round" || view?.phase === "stimulation";
  const offered = !busy && watched.there.value;
  const toggle = (): void => {
    const { kept } = watched.watcher;
    if (open.peek()) open.value = undefined;
    else if (kept && !busy) open.value = slowShow(kept, show.script);
  };
  useEffect(() => {
    if (busy) open.value = undefined;
  }, [busy]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const target = event.target instanceof Element ? event.target : undefined;
      if (event.repeat || event.ctrlKey || event.metaKey || event.altKey || target?.closest(HAS_OWN_KEYS)) return;
      const slow = open.peek();
      if (event.key.toLowerCase() === "s") toggle();
      else if (slow && event.key === "ArrowRight") slow.go(1);
      else if (slow && event.key === "ArrowLeft") slow.go(-1);
      else if (slow && event.key === "Escape") open.value = undefined;
      else if (slow && event.key === " " && !target?.closest("button, a")) slow.playing.value = !slow.playing.peek();
      else return;
      event.preventDefault();
      // Before the zooms' and the clicker's own use of these keys.
      event.stopImmediatePropagation();
    };
    addEventListener("keydown", onKey, { capture: true });
    return () => removeEventListener("keydown", onKey, { capture: true });
  }, [watched, busy]);
  return { scene: open.value ?? watched.show, open: open.value, offered: offered && !open.value, toggle };
}

/** The button that offers it, over the picture's corner. */
export function SlowOffer({ slow }: { readonly slow: SlowMotion }) {
  const texts = slowTexts();
  if (!slow.offered || !texts) return null;
  return (
    <button type="button" class="slow-offer" data-testid="slow" title={texts.watch} onClick={slow.toggle}>
      {texts.short}
    </button>
  );
}

/** In the title's place: what is seen at this step, and how to go on, back, or away. */
export function SlowPanel({ slow }: { readonly slow: SlowMotion }) {
  const texts = slowTexts();
  const { open } = slow;
  if (!open || !texts) return null;
  const at = open.step.value;
  const step = open.steps[at]?.step;
  const round = open.view.value && roundOf(open, open.view.value);
  const times = Math.round((round?.slowMotion ?? 2.5) / PACE);
  return (
    <section class="slow" aria-label={texts.title} data-testid="slow-panel">
      <h1 class="visually-hidden">{texts.title}</h1>
      <p class="slow-step" role="status" data-testid="slow-step" data-step={step ?? "begin"}>
        {step ? `${at + 1} · ${texts.steps[step]}` : texts.begin}
      </p>
      <div class="slow-controls">
        <button type="button" data-testid="slow-back" aria-label={texts.back} onClick={() => open.go(-1)}>
          ◀
        </button>
        <button
          type="button"
          data-testid="slow-play"
          aria-label={open.playing.value ? texts.pause : texts.play}
          onClick={() => {
            open.playing.value = !open.playing.peek();
          }}
        >
          {open.playing.value ? "❚❚" : "▶"}
        </button>
        <button type="button" data-testid="slow-forward" aria-label={texts.forward} onClick={() => open.go(1)}>
          ▶❙
        </button>
        <ol class="slow-line" aria-hidden="true">
          <span style={{ width: `${place(open, at)}%` }} />
          {open.steps.map(({ step: key }, i) => (
            <li key={key} class={i <= at ? "passed" : ""} style={{ left: `${place(open, i)}%` }} />
          ))}
        </ol>
        <span class="slow-pace">{fill(texts.slower, { times })}</span>
        <button type="button" class="slow-close" aria-label={texts.close} onClick={slow.toggle}>
          ✕
        </button>
      </div>
    </section>
  );
}

/** Steps stand evenly on their line: some are a millisecond apart. */
const place = ({ steps }: SlowShow, step: number): number => (100 * (step + 1)) / (steps.length + 0.5);
