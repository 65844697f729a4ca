import { useSignal } from "@preact/signals";
import { ELECTRODE, type ElectrodeId, stimulationOf } from "../../../shared/lesson/electrode.ts";
import type { LabTexts } from "../../../shared/locales/lab/lab-texts.ts";
import { labTextsIfThere } from "../../ui/lab-locale.ts";
import { fill } from "../../ui/locale.ts";
import type { LaboratoryProps } from "./laboratory.tsx";

const EXCITABLE = ["all", "A", "B"] as const;
type Excited = (typeof EXCITABLE)[number];

interface Props extends LaboratoryProps {
  readonly closeIf: (done: Promise<boolean>) => Promise<void>;
}

/** The electrode's protocols, for everyone or half of the class; beside them the pulses that the conditions allow. */
export function Electrode({ desk, view, closeIf }: Props) {
  const names = labTextsIfThere()!;
  const { panel } = names;
  const at = useSignal<Excited>("all");
  const { pathway, modules } = view.conditions;
  return (
    <>
      <fieldset disabled={!desk.idle.value}>
        <legend>{panel.electrode}</legend>
        <div class="row">
          <label>
            {panel.at}{" "}
            <select
              class="choice"
              data-testid="electrode-at"
              value={at.value}
              onChange={({ currentTarget }) => {
                at.value = currentTarget.value as Excited;
              }}
            >
              {EXCITABLE.map((id) => (
                <option key={id} value={id}>
                  {id === "all" ? panel.everyone : fill(panel.group, { group: id })}
                </option>
              ))}
            </select>
          </label>
          {ELECTRODE.map((id) => (
            <button
              key={id}
              type="button"
              data-testid={`electrode-${id}`}
              onClick={() => void closeIf(desk.stimulate(stimulationOf(id, at.value)))}
            >
              {nameOf(id, names)}
            </button>
          ))}
        </div>
      </fieldset>
      {(pathway === "aplysia" || modules.includes("behavioural-time-scale")) && (
        <div class="row">
          {pathway === "aplysia" && (
            <button type="button" data-testid="serotonin" onClick={() => void desk.modulate("serotonin")}>
              {panel.serotonin}
            </button>
          )}
          {modules.includes("behavioural-time-scale") && (
            <button type="button" data-testid="plateau" onClick={() => void desk.modulate("plateau")}>
              {panel.plateau}
            </button>
          )}
        </div>
      )}
    </>
  );
}

function nameOf(id: ElectrodeId, { panel, protocols }: LabTexts): string {
  if (id === "test-pulse") return panel.testPulse;
  return id === "low-frequency" ? panel.slowPulses : protocols[id].name;
}
