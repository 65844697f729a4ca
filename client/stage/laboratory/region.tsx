import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { type PathwayId, REGIONS } from "../../../shared/model/pathways.ts";
import { labTextsIfThere } from "../../ui/lab-locale.ts";
import { hasLearnt } from "../figures.ts";
import type { LaboratoryProps } from "./laboratory.tsx";

/** Another region: chosen first, then asked for, since every synapse starts anew there. */
export function Region({ desk, view }: LaboratoryProps) {
  const names = labTextsIfThere()!;
  const { panel } = names;
  const chosen = useSignal<PathwayId | undefined>(undefined);
  const select = useRef<HTMLSelectElement>(null);
  const here = view.conditions.pathway;
  const shown = chosen.value ?? here;
  const { what, caveat } = names.pathways[shown];
  // The buttons go; the keyboard stays where it was.
  const settle = (): void => {
    chosen.value = undefined;
    select.current?.focus();
  };
  return (
    <fieldset disabled={!desk.idle.value}>
      <legend>{panel.region}</legend>
      <div class="row">
        <select
          ref={select}
          class="choice"
          aria-label={panel.region}
          data-testid="region"
          value={shown}
          onChange={({ currentTarget }) => {
            chosen.value = currentTarget.value as PathwayId;
          }}
        >
          {[...new Set([...REGIONS, here])].map((id) => (
            <option key={id} value={id}>
              {names.pathways[id].name}
            </option>
          ))}
        </select>
        {shown !== here && (
          <>
            <button
              type="button"
              class="sure"
              data-testid="region-sure"
              onClick={async () => {
                if (await desk.moveTo(shown)) settle();
              }}
            >
              {panel.yes}
            </button>
            <button type="button" data-testid="region-keep" onClick={settle}>
              {panel.no}
            </button>
          </>
        )}
      </div>
      <p class="what">
        {what} {caveat && <em>{caveat}</em>}
      </p>
      <p class="what warning" role="status">
        {shown !== here && (hasLearnt(view) ? panel.regionSure : panel.regionNew)}
      </p>
    </fieldset>
  );
}
