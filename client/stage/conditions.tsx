import type { ComponentChildren } from "preact";
import type { LabTexts } from "../../shared/locales/lab/lab-texts.ts";
import type { Conditions } from "../../shared/model/conditions.ts";
import { labTextsIfThere } from "../ui/lab-locale.ts";
import type { Show } from "./show.ts";

/** Between the strip and the picture: region, drugs and mechanisms in force, where they are not the standard ones. */
export function ConditionChips({ show, children }: { readonly show: Show; readonly children?: ComponentChildren }) {
  const names = labTextsIfThere();
  const conditions = show.view.value?.conditions;
  const chips = conditions && names ? namesOf(conditions, names) : [];
  return (
    <div class="conditions">
      {children}
      {chips.length > 0 && (
        <ul data-testid="conditions" aria-label={names?.panel.inForce}>
          {chips.map((name) => (
            <li key={name}>{name}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

const namesOf = ({ pathway, drugs, modules }: Conditions, names: LabTexts): string[] => [
  ...(pathway === "ca1" ? [] : [names.pathways[pathway].name]),
  ...drugs.map((id) => names.drugs[id].name),
  ...modules.map((id) => names.modules[id].name),
];
