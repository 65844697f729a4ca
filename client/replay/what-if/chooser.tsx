import type { Signal } from "@preact/signals";
import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useMemo } from "preact/hooks";
import { REGIONS } from "../../../shared/model/pathways.ts";
import { SLOW_MOTIONS, TIGHTER } from "../../../shared/recording/what-if.ts";
import { MAX_SEATS, TICK_MS } from "../../../shared/session/events.ts";
import { DRUG_GROUPS, type DrugGroup } from "../../ui/drug-groups.ts";
import { share } from "../../ui/format.ts";
import { labTextsIfThere } from "../../ui/lab-locale.ts";
import { roundTexts } from "../../ui/lesson-locale.ts";
import { fill, language } from "../../ui/locale.ts";
import { whatIfTexts } from "../../ui/what-if-locale.ts";
import { clockTime } from "../clock.ts";
import type { Player } from "../player.ts";
import { FileButtons } from "./files.tsx";
import { type Form, newForm, read } from "./form.ts";

/** Steps of the slider, percent. */
const TIMING_STEP = 10;

/** What is to be otherwise, and from when. */
export function Chooser({ player }: { readonly player: Player }) {
  const form = useMemo(newForm, []);
  const texts = whatIfTexts()!;
  const names = labTextsIfThere()!;
  const tick = Math.floor(player.time.value / TICK_MS);
  const wanted = read(form, tick);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (wanted) player.imagine(wanted);
      }}
    >
      <p class="what-if-wide">{texts.intro}</p>
      <DrugChoice player={player} form={form} />
      <Choice label={texts.region} name="region" value={form.pathway}>
        {REGIONS.map((id) => (
          <option key={id} value={id}>
            {names.pathways[id].name}
          </option>
        ))}
      </Choice>
      <Choice label={texts.silent} name="silent" value={form.silent}>
        {["A", "B"].map((group) => (
          <option key={group} value={group}>
            {fill(texts.group, { group })}
          </option>
        ))}
      </Choice>
      <TimingChoice form={form} />
      <Choice label={texts.slow} name="slow" value={form.slow}>
        {SLOW_MOTIONS.map((times) => (
          <option key={times} value={String(times)}>
            {times === 1 ? texts.realTime : fill(texts.slower, { times: times.toLocaleString(language.value) })}
          </option>
        ))}
      </Choice>
      <label>
        {texts.size}
        <input
          type="number"
          class="choice"
          data-testid="what-if-size"
          min={1}
          max={MAX_SEATS}
          placeholder={texts.asItWas}
          value={form.size.value}
          onInput={({ currentTarget }) => {
            form.size.value = currentTarget.value;
          }}
        />
      </label>
      <SeedChoice form={form} />
      <FromChoice player={player} form={form} />
      <p class="what-if-do what-if-wide">
        <button type="submit" class="first" data-testid="what-if-run" disabled={!wanted}>
          {texts.run}
        </button>
        <FileButtons player={player} />
      </p>
    </form>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly name: string;
  readonly value: Signal<string>;
  readonly children: ComponentChildren;
}

/** One thing that can be otherwise; first of all it is as it was. */
function Choice({ label, name, value, children }: ChoiceProps) {
  return (
    <label>
      {label}
      <select
        class="choice"
        data-testid={`what-if-${name}`}
        value={value.value}
        onChange={({ currentTarget }) => {
          value.value = currentTarget.value;
        }}
      >
        <option value="">{whatIfTexts()!.asItWas}</option>
        {children}
      </select>
    </label>
  );
}

/** Any drug, and first those that were given: they may never have come. */
function DrugChoice({ player, form }: { readonly player: Player; readonly form: Form }) {
  const texts = whatIfTexts()!;
  const names = labTextsIfThere()!;
  const given = new Set(
    player.marks.value.flatMap(({ condition }) => (condition?.kind === "drug" && condition.on ? [condition.drug] : [])),
  );
  return (
    <Choice label={texts.drug} name="drug" value={form.drug}>
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
    </Choice>
  );
}

function TimingChoice({ form }: { readonly form: Form }) {
  const texts = whatIfTexts()!;
  const timing = form.tighter.value;
  const percent = share(Math.abs(timing) / 100);
  return (
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
  );
}

/** Another seed, drawn when the form is opened: which one is nobody's wish, but it is said, so that it can be had again. */
function SeedChoice({ form }: { readonly form: Form }) {
  const texts = whatIfTexts()!;
  const drawn = useSignal(String(Math.floor(Math.random() * 1_000_000)));
  return (
    <Choice label={texts.chance} name="seed" value={form.seed}>
      <option value={drawn.value}>{fill(texts.seed, { seed: drawn.value })}</option>
    </Choice>
  );
}

/** From the beginning, from what is shown, or from the beginning of a round. */
function FromChoice({ player, form }: { readonly player: Player; readonly form: Form }) {
  const texts = whatIfTexts()!;
  const rounds = player.marks.value.filter(({ kind }) => kind === "round");
  return (
    <label>
      {texts.from}
      <select
        class="choice"
        data-testid="what-if-from"
        value={form.from.value}
        onChange={({ currentTarget: { value } }) => {
          form.from.value = value === "here" ? value : Number(value);
        }}
      >
        <option value={0}>{texts.start}</option>
        <option value="here">{fill(texts.here, { time: clockTime(player.time.value) })}</option>
        {rounds.map(({ time, round }) => {
          const played = player.script.value[round];
          return (
            <option key={time} value={Math.round(time / TICK_MS)}>
              {played && roundTexts(played.id).title} ({clockTime(time)})
            </option>
          );
        })}
      </select>
    </label>
  );
}
