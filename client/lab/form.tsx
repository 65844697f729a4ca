import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import type { Named, SettingId } from "../../shared/locales/lab/lab-texts.ts";
import { DRUGS } from "../../shared/model/drugs.ts";
import { MODULES } from "../../shared/model/modules.ts";
import { toggled } from "../../shared/model/names.ts";
import { standardParameters } from "../../shared/model/parameters.ts";
import { PATHWAYS, type PathwayId, REGIONS } from "../../shared/model/pathways.ts";
import { entryOf, PROTOCOLS, type ProtocolId } from "../../shared/protocols/catalogue.ts";
import { type Setting, setting } from "../../shared/protocols/setting.ts";
import { DRUG_GROUPS, type DrugGroup } from "../ui/drug-groups.ts";
import { labTexts } from "../ui/lab-locale.ts";
import { fill } from "../ui/locale.ts";
import { type Against, againstOf } from "./choice.ts";
import type { Lab } from "./lab.ts";
import { limitsOf } from "./limits.ts";

/** What is to be done, on what, under which conditions, and beside what. */
export function Form({ lab }: { readonly lab: Lab }) {
  const { page } = labTexts();
  return (
    <form
      class="form"
      aria-label={page.experiment}
      onSubmit={(event) => {
        event.preventDefault();
        lab.run();
      }}
    >
      <Protocol lab={lab} />
      <Pathway lab={lab} />
      <Drugs lab={lab} />
      <Modules lab={lab} />
      <Compare lab={lab} />
    </form>
  );
}

/** What a chosen thing is, and what has to be said along with it. */
function About({ of: { what, caveat } }: { readonly of: Named }) {
  return (
    <p class="about">
      {what} {caveat && <em>{caveat}</em>}
    </p>
  );
}

function Protocol({ lab }: { readonly lab: Lab }) {
  const { page, protocols, settings: names, units } = labTexts();
  const { protocol, settings, pathway } = lab.choice.value;
  const given = (id: string): number => settings[id] ?? entryOf(protocol).settings[id]!.default;
  const choose = (next: ProtocolId): void => {
    const region = entryOf(next).pathway;
    // A protocol of one region brings it along; leaving it goes home again.
    const leaves = entryOf(protocol).pathway === pathway && region === undefined;
    lab.choose({ protocol: next, settings: {}, ...(region ? { pathway: region } : leaves ? { pathway: "ca1" } : {}) });
  };
  return (
    <fieldset>
      <legend>{page.protocol}</legend>
      <select
        aria-label={page.protocol}
        data-testid="protocol"
        value={protocol}
        onChange={(event) => choose(event.currentTarget.value as ProtocolId)}
      >
        {PROTOCOLS.map((id) => (
          <option key={id} value={id}>
            {protocols[id].name}
          </option>
        ))}
      </select>
      <About of={protocols[protocol]} />
      <details class="settings">
        <summary>{page.settings}</summary>
        {Object.entries(entryOf(protocol).settings).map(([id, setting]) => (
          <SettingField
            key={`${protocol}-${id}`}
            name={names[id as SettingId]}
            unit={units[setting.unit]}
            setting={limitsOf(protocol, id, setting, given)}
            value={given(id)}
            set={(value) => lab.choose({ settings: { ...settings, [id]: value } })}
          />
        ))}
        <SettingField
          name={page.seed}
          unit=""
          setting={{ default: 1, min: 0, max: 0xffffffff, step: 1, unit: "count" }}
          value={lab.choice.value.seed}
          set={(seed) => lab.choose({ seed })}
        />
        <SettingField
          name={page.gammaShare}
          unit=""
          setting={GAMMA_SHARE}
          value={lab.choice.value.gammaShare ?? GAMMA_SHARE.default}
          set={(share) => lab.choose({ gammaShare: share === GAMMA_SHARE.default ? undefined : share })}
        />
      </details>
    </fieldset>
  );
}

/** How much of early LTP is receptors' activity, for those who want to know what depends on it. */
const GAMMA_SHARE = setting("share", standardParameters.gammaShare, 0, 1, 0.05);

/** A number or a switch. What cannot be is shown as such by the browser, and not run. */
function SettingField(props: {
  readonly name: string;
  readonly unit: string;
  readonly setting: Setting;
  readonly value: number;
  readonly set: (value: number) => void;
}) {
  const { name, unit, setting, value, set } = props;
  const id = useId();
  return (
    <div class="setting">
      <label htmlFor={id}>{name}</label>
      {setting.unit === "switch" ? (
        <input
          id={id}
          type="checkbox"
          checked={value === 1}
          onChange={(event) => set(event.currentTarget.checked ? 1 : 0)}
        />
      ) : (
        <span class="number">
          <input
            id={id}
            type="number"
            min={setting.min}
            max={setting.max}
            step={setting.step}
            value={value}
            onChange={({ currentTarget: input }) => {
              if (input.reportValidity() && input.value !== "") set(input.valueAsNumber);
            }}
          />
          {unit}
        </span>
      )}
    </div>
  );
}

function PathwayOptions() {
  const { pathways, pathwayGroups } = labTexts();
  const options = (ids: readonly PathwayId[]): ComponentChildren =>
    ids.map((id) => (
      <option key={id} value={id}>
        {pathways[id].name}
      </option>
    ));
  return (
    <>
      <optgroup label={pathwayGroups.regions}>{options(REGIONS)}</optgroup>
      <optgroup label={pathwayGroups.sets}>{options(PATHWAYS.slice(REGIONS.length))}</optgroup>
    </>
  );
}

function Pathway({ lab }: { readonly lab: Lab }) {
  const { page, pathways } = labTexts();
  const { pathway } = lab.choice.value;
  return (
    <fieldset>
      <legend>{page.pathway}</legend>
      <select
        aria-label={page.pathway}
        data-testid="pathway"
        value={pathway}
        onChange={(event) => lab.choose({ pathway: event.currentTarget.value as PathwayId })}
      >
        <PathwayOptions />
      </select>
      <About of={pathways[pathway]} />
    </fieldset>
  );
}

function Drugs({ lab }: { readonly lab: Lab }) {
  const { page, drugs: names, drugGroups } = labTexts();
  const { drugs } = lab.choice.value;
  return (
    <fieldset>
      <legend>{page.drugs}</legend>
      {(Object.keys(DRUG_GROUPS) as DrugGroup[]).map((group) => (
        <div key={group} class="group">
          <span class="group-name">{drugGroups[group]}</span>
          <div class="chips">
            {DRUG_GROUPS[group].map((id) => (
              <Chip
                key={id}
                id={id}
                name={names[id]}
                on={drugs.includes(id)}
                choose={(on) => lab.choose({ drugs: toggled(DRUGS, drugs, id, on) })}
              />
            ))}
          </div>
        </div>
      ))}
      {drugs.map((id) => (
        <About key={id} of={{ ...names[id], what: `${names[id].name}: ${names[id].what}` }} />
      ))}
    </fieldset>
  );
}

function Chip(props: {
  readonly id: string;
  readonly name: Named;
  readonly on: boolean;
  readonly choose: (on: boolean) => void;
}) {
  const { id, name, on, choose } = props;
  return (
    <label class={on ? "chip on" : "chip"} title={`${name.what} ${name.caveat ?? ""}`.trim()}>
      <input
        type="checkbox"
        class="visually-hidden"
        data-testid={id}
        checked={on}
        onChange={(event) => choose(event.currentTarget.checked)}
      />
      {name.name}
    </label>
  );
}

function Modules({ lab }: { readonly lab: Lab }) {
  const { page, modules: names } = labTexts();
  const { modules } = lab.choice.value;
  return (
    <details class="modules" open={modules.length > 0}>
      <summary>{page.modules}</summary>
      <div class="chips">
        {MODULES.map((id) => (
          <Chip
            key={id}
            id={id}
            name={names[id]}
            on={modules.includes(id)}
            choose={(on) => lab.choose({ modules: toggled(MODULES, modules, id, on) })}
          />
        ))}
      </div>
      {modules.map((id) => (
        <About key={id} of={{ ...names[id], what: `${names[id].name}: ${names[id].what}` }} />
      ))}
    </details>
  );
}

function Compare({ lab }: { readonly lab: Lab }) {
  const { page, pathways } = labTexts();
  const { pathway } = lab.choice.value;
  return (
    <fieldset>
      <legend>{page.compare}</legend>
      <select
        aria-label={page.compare}
        data-testid="against"
        value={againstOf(lab.choice.value)}
        onChange={(event) => lab.choose({ against: event.currentTarget.value as Against })}
      >
        <option value="nothing">{page.compareNothing}</option>
        <option value="control">{page.compareControl}</option>
        {PATHWAYS.filter((id) => id !== pathway).map((id) => (
          <option key={id} value={id}>
            {fill(page.comparePathway, { region: pathways[id].name })}
          </option>
        ))}
      </select>
    </fieldset>
  );
}
