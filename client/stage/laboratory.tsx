import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { MODULES } from "../../shared/model/modules.ts";
import { type PathwayId, REGIONS } from "../../shared/model/pathways.ts";
import type { ClassView } from "../../shared/session/view.ts";
import { DRUG_GROUPS, type DrugGroup } from "../ui/drug-groups.ts";
import { duration } from "../ui/duration.ts";
import { labTextsIfThere } from "../ui/lab-locale.ts";
import { fill, texts } from "../ui/locale.ts";
import type { Desk } from "./desk.ts";
import { ELECTRODE, type ElectrodeId, stimulationOf } from "./electrode.ts";
import { receptorsWon } from "./figures.ts";

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Lapses that the teacher can choose, s. */
const LAPSES = [10 * MINUTE, HOUR, 8 * HOUR, DAY, 7 * DAY, 30 * DAY, 365 * DAY];

interface Props {
  readonly desk: Desk;
  readonly view: ClassView;
}

/** The teacher's laboratory: a button of the bar, and above it drugs, region, time and the electrode. */
export function Laboratory({ desk, view }: Props) {
  const open = useSignal(false);
  const button = useRef<HTMLButtonElement>(null);
  const { bar } = texts().stage;
  const names = labTextsIfThere();

  useEffect(() => {
    if (!open.value) return;
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== "Escape") return;
      open.value = false;
      button.current?.focus();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [open.value]);

  return (
    <>
      <button
        ref={button}
        type="button"
        data-testid="laboratory"
        aria-expanded={open.value}
        onClick={() => {
          open.value = !open.value;
        }}
      >
        {bar.laboratory}
      </button>
      {open.value && names && (
        <section class="laboratory" aria-label={names.panel.title} data-testid="laboratory-panel">
          <Drugs desk={desk} view={view} />
          <div class="laboratory-side">
            <Region desk={desk} view={view} />
            <Time desk={desk} />
            <Electrode desk={desk} view={view} />
            <Mechanisms desk={desk} view={view} />
          </div>
        </section>
      )}
    </>
  );
}

function Drugs({ desk, view }: Props) {
  const names = labTextsIfThere()!;
  const { drugs } = view.conditions;
  return (
    <div class="laboratory-drugs">
      {(Object.keys(DRUG_GROUPS) as DrugGroup[]).map((group) => (
        <fieldset key={group}>
          <legend>{names.drugGroups[group]}</legend>
          {DRUG_GROUPS[group].map((id) => {
            const { name, what, caveat } = names.drugs[id];
            return (
              <label key={id} class="drug">
                <input
                  type="checkbox"
                  data-testid={`drug-${id}`}
                  checked={drugs.includes(id)}
                  onChange={(event) => void desk.give(id, event.currentTarget.checked)}
                />
                <span>
                  <b>{name}</b> {what} {caveat && <em>{caveat}</em>}
                </span>
              </label>
            );
          })}
        </fieldset>
      ))}
    </div>
  );
}

/** Another region; asks back when there is something to lose. */
function Region({ desk, view }: Props) {
  const names = labTextsIfThere()!;
  const { panel } = names;
  const asked = useSignal<PathwayId | undefined>(undefined);
  const move = (pathway: PathwayId): void => {
    asked.value = undefined;
    void desk.moveTo(pathway);
  };
  return (
    <fieldset disabled={!desk.idle.value}>
      <legend>{panel.region}</legend>
      <select
        class="choice"
        aria-label={panel.region}
        data-testid="region"
        value={asked.value ?? view.conditions.pathway}
        onChange={({ currentTarget }) => {
          const pathway = currentTarget.value as PathwayId;
          if (receptorsWon(view) === 0) move(pathway);
          else asked.value = pathway;
        }}
      >
        {REGIONS.map((id) => (
          <option key={id} value={id}>
            {names.pathways[id].name}
          </option>
        ))}
      </select>
      {asked.value && (
        <p role="alert">
          {fill(panel.regionSure, { region: names.pathways[asked.value].name })}{" "}
          <button type="button" class="sure" data-testid="region-sure" onClick={() => move(asked.value!)}>
            {panel.yes}
          </button>{" "}
          <button
            type="button"
            onClick={() => {
              asked.value = undefined;
            }}
          >
            {panel.no}
          </button>
        </p>
      )}
      <p class="what">{names.pathways[view.conditions.pathway].what}</p>
    </fieldset>
  );
}

function Time({ desk }: { readonly desk: Desk }) {
  const { panel } = labTextsIfThere()!;
  return (
    <fieldset disabled={!desk.idle.value}>
      <legend>{panel.time}</legend>
      <div class="row">
        {LAPSES.map((seconds) => (
          <button
            key={seconds}
            type="button"
            data-testid={`pass-${seconds}`}
            onClick={() => void desk.letPass(seconds)}
          >
            {duration(seconds / 60)}
          </button>
        ))}
      </div>
      {!desk.idle.value && <p class="what">{panel.onlyBetween}</p>}
    </fieldset>
  );
}

function Electrode({ desk, view }: Props) {
  const names = labTextsIfThere()!;
  const { panel } = names;
  const at = useSignal<"all" | "A" | "B">("all");
  const name = (id: ElectrodeId): string => (id === "test-pulse" ? panel.testPulse : names.protocols[id].name);
  return (
    <>
      <fieldset disabled={!desk.idle.value}>
        <legend>{panel.electrode}</legend>
        <div class="row">
          {ELECTRODE.map((id) => (
            <button
              key={id}
              type="button"
              data-testid={`electrode-${id}`}
              onClick={() => void desk.stimulate(stimulationOf(id, at.value))}
            >
              {name(id)}
            </button>
          ))}
          <label>
            {panel.at}{" "}
            <select
              class="choice"
              value={at.value}
              onChange={(event) => {
                at.value = event.currentTarget.value as "all" | "A" | "B";
              }}
            >
              <option value="all">{panel.everyone}</option>
              {(["A", "B"] as const).map((group) => (
                <option key={group} value={group}>
                  {fill(panel.group, { group })}
                </option>
              ))}
            </select>
          </label>
        </div>
      </fieldset>
      <div class="row">
        {view.conditions.pathway === "aplysia" && (
          <button type="button" data-testid="serotonin" onClick={() => void desk.modulate("serotonin")}>
            {panel.serotonin}
          </button>
        )}
        {view.conditions.modules.includes("behavioural-time-scale") && (
          <button type="button" data-testid="plateau" onClick={() => void desk.modulate("plateau")}>
            {panel.plateau}
          </button>
        )}
      </div>
    </>
  );
}

function Mechanisms({ desk, view }: Props) {
  const names = labTextsIfThere()!;
  const { modules } = view.conditions;
  return (
    <details>
      <summary>{names.page.modules}</summary>
      {MODULES.map((id) => {
        const { name, what, caveat } = names.modules[id];
        return (
          <label key={id} class="drug">
            <input
              type="checkbox"
              checked={modules.includes(id)}
              onChange={(event) => void desk.switchModule(id, event.currentTarget.checked)}
            />
            <span>
              <b>{name}</b> {what} {caveat && <em>{caveat}</em>}
            </span>
          </label>
        );
      })}
    </details>
  );
}
