import { plural } from "../ui/format.ts";
import { labTextsIfThere } from "../ui/lab-locale.ts";
import { fill } from "../ui/locale.ts";
import type { Show } from "./show.ts";

/** Over the picture's corner: region, drugs and mechanisms in force, and what the cell makes of a lasting change. */
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
  const tagged = view.seats.filter(({ tag }) => tag === 1).length;
  const { panel } = names;
  if (chips.length === 0 && view.proteins === 0) return null;
  return (
    <ul class="conditions" data-testid="conditions">
      {chips.map((name) => (
        <li key={name}>{name}</li>
      ))}
      {view.proteins > 0 && (
        <li class="proteins">
          {fill(panel.proteins, { percent: `${view.proteins}\u202f%`, tagged: plural(panel.tagged, tagged) })}
        </li>
      )}
    </ul>
  );
}
