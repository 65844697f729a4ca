import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Named } from "../../../shared/locales/lab/lab-texts.ts";
import { MODULES } from "../../../shared/model/modules.ts";
import { DRUG_GROUPS, type DrugGroup } from "../../ui/drug-groups.ts";
import { labTextsIfThere } from "../../ui/lab-locale.ts";
import type { LaboratoryProps } from "./laboratory.tsx";

interface SwitchProps {
  readonly named: Named;
  /** Whether it is in force. */
  readonly on: boolean;
  readonly testid: string;
  /** @returns whether it was done */
  readonly set: (on: boolean) => Promise<boolean>;
}

/** A condition that comes and goes. Shows what was asked for until the class has it; what was refused springs back. */
function Switch({ named: { name, what, caveat }, on, testid, set }: SwitchProps) {
  const wished = useSignal<boolean | undefined>(undefined);
  useEffect(() => {
    wished.value = undefined;
  }, [on]);
  return (
    <label class="switch">
      <input
        type="checkbox"
        data-testid={testid}
        checked={wished.value ?? on}
        onChange={async ({ currentTarget: { checked } }) => {
          wished.value = checked;
          if (!(await set(checked))) wished.value = undefined;
        }}
      />
      <span>
        <b>{name}</b> {what} {caveat && <em>{caveat}</em>}
      </span>
    </label>
  );
}

export function Drugs({ desk, view }: LaboratoryProps) {
  const names = labTextsIfThere()!;
  const { drugs } = view.conditions;
  return (
    <div class="laboratory-drugs">
      {(Object.keys(DRUG_GROUPS) as DrugGroup[]).map((group) => (
        <fieldset key={group}>
          <legend>{names.drugGroups[group]}</legend>
          {DRUG_GROUPS[group].map((id) => (
            <Switch
              key={id}
              named={names.drugs[id]}
              on={drugs.includes(id)}
              testid={`drug-${id}`}
              set={(on) => desk.give(id, on)}
            />
          ))}
        </fieldset>
      ))}
    </div>
  );
}

/** Folded: a class needs none of them, and each says what it assumes. */
export function Mechanisms({ desk, view }: LaboratoryProps) {
  const names = labTextsIfThere()!;
  const { modules } = view.conditions;
  return (
    <details data-testid="mechanisms">
      <summary>{names.page.modules}</summary>
      {MODULES.map((id) => (
        <Switch
          key={id}
          named={names.modules[id]}
          on={modules.includes(id)}
          testid={`module-${id}`}
          set={(on) => desk.switchModule(id, on)}
        />
      ))}
    </details>
  );
}
