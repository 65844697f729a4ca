import { labTextsIfThere } from "../ui/lab-locale.ts";
import type { Show } from "./show.ts";

/** Between the strip and the picture: region, drugs and mechanisms in force, where they are not the standard ones. */
export function ConditionChips({ show }: { readonly show: Show }) {
  const view = show.view.value;
  const names = labTextsIfThere();
  if (!view || !names) return null;
  const { pathway, drugs, modules } = view.conditions;
  const chips = [
    ...(pathway === "ca1" ? [] : [names.pathways[pathway].name]),
    ...drugs.map((id) => names.drugs[id].name),
    ...modules.map((id) => names.modules[id].name),
  ];
  if (chips.length === 0) return null;
  return (
    <ul class="conditions" data-testid="conditions" aria-label={names.panel.inForce}>
      {chips.map((name) => (
        <li key={name}>{name}</li>
      ))}
    </ul>
  );
}
