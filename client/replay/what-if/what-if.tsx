import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Parting } from "../../../shared/recording/parting.ts";
import { TICK_MS } from "../../../shared/session/events.ts";
import { labTextsIfThere } from "../../ui/lab-locale.ts";
import { fill } from "../../ui/locale.ts";
import { whatIfTexts } from "../../ui/what-if-locale.ts";
import { clockTime } from "../clock.ts";
import { comesOutOtherwise } from "../from-keyframes.ts";
import type { Upshot, Worlds } from "../messages.ts";
import type { Player } from "../player.ts";
import { Chooser } from "./chooser.tsx";
import { Ends } from "./ends.tsx";
import { LEAD_IN_MS } from "./imagining.ts";
import { changeWords } from "./words.ts";
import "./what-if.css";

const WORLDS: readonly Worlds[] = ["was", "both", "would"];

/** A button of the replay's bar, and the panel over the picture in which something is chosen to be otherwise. */
export function WhatIfControl({ player }: { readonly player: Player }) {
  const open = useSignal(false);
  const panel = useRef<HTMLElement>(null);
  const texts = whatIfTexts();
  const names = labTextsIfThere();
  useEffect(() => {
    if (!open.value) return;
    panel.current?.focus();
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== "Escape") return;
      open.value = false;
      event.stopImmediatePropagation();
    };
    addEventListener("keydown", onKey, { capture: true });
    return () => removeEventListener("keydown", onKey, { capture: true });
  }, [open.value]);
  if (!texts || !names) return null;
  const { imagined, worlds } = player;
  const upshot = imagined.value?.upshot;
  /** From where the two part, with nothing over them. */
  const watch = (parting: Parting): void => {
    open.value = false;
    player.seek(parting.tick * TICK_MS - LEAD_IN_MS);
    worlds.value = "both";
    player.playing.value = true;
    document.querySelector(".worlds-seen")?.scrollIntoView({ block: "start" });
  };
  return (
    <>
      <button
        type="button"
        data-testid="what-if"
        aria-expanded={open.value}
        onClick={() => {
          open.value = !open.value;
        }}
      >
        {texts.title}
      </button>
      {upshot && (
        <fieldset class="worlds">
          <legend class="visually-hidden">{texts.title}</legend>
          {WORLDS.map((each) => (
            <button
              key={each}
              type="button"
              data-testid={`world-${each}`}
              aria-pressed={worlds.value === each}
              {...(each === "was" ? {} : { title: changeWords(imagined.value!.whatIf.changes, texts, names) })}
              onClick={() => {
                worlds.value = each;
              }}
            >
              {texts[each]}
            </button>
          ))}
        </fieldset>
      )}
      {open.value && (
        <section ref={panel} class="what-if" tabIndex={-1} aria-label={texts.title} data-testid="what-if-panel">
          {comesOutOtherwise(player.model.value, player.verified.value.mismatchAt) ? (
            <p data-testid="what-if-unasked">{texts.unasked}</p>
          ) : (
            <Chooser player={player} />
          )}
          <div class="what-if-end">
            {imagined.value && !imagined.value.upshot && (
              <p class="what-if-do">
                <label>
                  {texts.working} <progress value={imagined.value.share} />
                </label>
                <button type="button" data-testid="what-if-stop" onClick={() => player.imagine(undefined)}>
                  {texts.stop}
                </button>
              </p>
            )}
            {upshot && <Ends was={upshot.was} would={upshot.would} />}
            {upshot && (
              <p class="what-if-do">
                <PartingWords upshot={upshot} watch={watch} />
              </p>
            )}
          </div>
          <button
            type="button"
            class="what-if-close"
            aria-label={texts.close}
            onClick={() => {
              open.value = false;
            }}
          >
            <svg viewBox="0 0 24 24" aria-hidden="true">
              <path d="M5 5l14 14M19 5l-14 14" />
            </svg>
          </button>
        </section>
      )}
    </>
  );
}

interface PartingProps {
  readonly upshot: Upshot;
  readonly watch: (parting: Parting) => void;
}

/** When the two courses part, and a way there; or that they never do. */
function PartingWords({ upshot: { parting }, watch }: PartingProps) {
  const texts = whatIfTexts()!;
  if (!parting) return <span data-testid="never-part">{texts.neverPart}</span>;
  return (
    <button type="button" class="first" data-testid="what-if-watch" onClick={() => watch(parting)}>
      {fill(texts.watch, { time: clockTime(parting.tick * TICK_MS) })}
    </button>
  );
}
