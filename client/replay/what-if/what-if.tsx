import { useSignal } from "@preact/signals";
import { useEffect, useMemo, useRef } from "preact/hooks";
import { REGIONS } from "../../../shared/model/pathways.ts";
import type { Parting } from "../../../shared/recording/parting.ts";
import { readWhatIf, TIGHTER } from "../../../shared/recording/what-if.ts";
import { TICK_MS } from "../../../shared/session/events.ts";
import { DRUG_GROUPS, type DrugGroup } from "../../ui/drug-groups.ts";
import { labTextsIfThere } from "../../ui/lab-locale.ts";
import { fill } from "../../ui/locale.ts";
import { saveFile } from "../../ui/save-file.ts";
import { whatIfTexts } from "../../ui/what-if-locale.ts";
import { clockTime } from "../clock.ts";
import type { Upshot, Worlds } from "../messages.ts";
import { LEAD_IN_MS, type Player } from "../player.ts";
import { Ends } from "./ends.tsx";
import { newForm, read } from "./form.ts";
import { changeWords } from "./words.ts";
import "./what-if.css";

/** Steps of the slider, percent. */
const TIMING_STEP = 10;

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
          <Chooser player={player} />
          <div class="what-if-end">
            {imagined.value && !imagined.value.upshot && (
              <label>
                {texts.working} <progress value={imagined.value.share} />
              </label>
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

/** What is to be otherwise, and from when. */
function Chooser({ player }: { readonly player: Player }) {
  const form = useMemo(newForm, []);
  const file = useRef<HTMLInputElement>(null);
  const wrong = useSignal(false);
  const texts = whatIfTexts()!;
  const names = labTextsIfThere()!;
  const given = new Set(
    player.marks.value.flatMap(({ condition }) => (condition?.kind === "drug" && condition.on ? [condition.drug] : [])),
  );
  const tick = Math.floor(player.time.value / TICK_MS);
  const wanted = read(form, tick);
  const running = player.imagined.value?.whatIf;
  const open = async (chosen: File): Promise<void> => {
    const whatIf = readWhatIf(
      await chosen
        .text()
        .then(JSON.parse)
        .catch(() => undefined),
    );
    wrong.value = whatIf === undefined;
    if (whatIf) player.imagine(whatIf);
  };
  const timing = form.tighter.value;
  const percent = `${Math.abs(timing)}\u202f%`;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (wanted) player.imagine(wanted);
      }}
    >
      <p>{texts.intro}</p>
      <label>
        {texts.drug}
        <select class="choice" data-testid="what-if-drug" value={form.drug.value} onChange={setTo(form.drug)}>
          <option value="">{texts.asItWas}</option>
          {[...given].map((id) => (
            <option key={id} value={`-${id}`}>
              {fill(texts.never, { drug: names.drugs[id].name })}
            </option>
          ))}
          {(Object.keys(DRUG_GROUPS) as DrugGroup[]).map((group) => (
            <optgroup key={group} label={names.drugGroups[group]}>
              {DRUG_GROUPS[group].map((id) => (
                <option key={id} value={id}>
                  {names.drugs[id].name}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </label>
      <label>
        {texts.region}
        <select class="choice" data-testid="what-if-region" value={form.pathway.value} onChange={setTo(form.pathway)}>
          <option value="">{texts.asItWas}</option>
          {REGIONS.map((id) => (
            <option key={id} value={id}>
              {names.pathways[id].name}
            </option>
          ))}
        </select>
      </label>
      <label>
        {texts.silent}
        <select class="choice" data-testid="what-if-silent" value={form.silent.value} onChange={setTo(form.silent)}>
          <option value="">{texts.asItWas}</option>
          {["A", "B"].map((group) => (
            <option key={group} value={group}>
              {fill(texts.group, { group })}
            </option>
          ))}
        </select>
      </label>
      <label>
        {texts.timing}: {timing === 0 ? texts.asItWas : fill(timing < 0 ? texts.farther : texts.nearer, { percent })}
        <input
          type="range"
          data-testid="what-if-timing"
          min={TIGHTER.least}
          max={TIGHTER.most}
          step={TIMING_STEP}
          value={timing}
          onInput={({ currentTarget }) => {
            form.tighter.value = currentTarget.valueAsNumber;
          }}
        />
      </label>
      <label>
        {texts.from}
        <select
          class="choice"
          data-testid="what-if-from"
          value={form.fromHere.value ? "here" : "start"}
          onChange={({ currentTarget }) => {
            form.fromHere.value = currentTarget.value === "here";
          }}
        >
          <option value="start">{texts.start}</option>
          <option value="here">{fill(texts.here, { time: clockTime(player.time.value) })}</option>
        </select>
      </label>
      <p class="what-if-do">
        <button type="submit" class="first" data-testid="what-if-run" disabled={!wanted}>
          {texts.run}
        </button>
        {running && (
          <>
            <button type="button" data-testid="what-if-forget" onClick={() => player.imagine(undefined)}>
              {texts.cancel}
            </button>
            <button
              type="button"
              onClick={() =>
                saveFile("what-if.json", new Blob([JSON.stringify(running)], { type: "application/json" }))
              }
            >
              {texts.save}
            </button>
          </>
        )}
        <button type="button" onClick={() => file.current?.click()}>
          {texts.open}
        </button>
      </p>
      <input
        ref={file}
        hidden
        type="file"
        accept="application/json,.json"
        data-testid="what-if-file"
        onChange={({ currentTarget }) => {
          const [chosen] = currentTarget.files ?? [];
          if (chosen) void open(chosen);
          currentTarget.value = "";
        }}
      />
      {wrong.value && <p role="alert">{texts.notOne}</p>}
    </form>
  );
}

const setTo =
  (signal: { value: string }) =>
  ({ currentTarget }: { readonly currentTarget: HTMLSelectElement }): void => {
    signal.value = currentTarget.value;
  };
