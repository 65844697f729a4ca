import { MODES, type Mode } from "../../../shared/lesson/mode.ts";
import { lessonTexts } from "../../ui/lesson-locale.ts";
import type { LaboratoryProps } from "./laboratory.tsx";

/** How fast the class plays: how much slower than in the cell, and so how exactly thumbs must meet. */
export function Tempo({ desk, view }: LaboratoryProps) {
  const words = lessonTexts()?.modes;
  if (!words) return null;
  return (
    <fieldset disabled={!desk.idle.value}>
      <legend>{words.label}</legend>
      <select
        class="choice"
        data-testid="mode"
        aria-label={words.label}
        value={view.mode}
        onChange={({ currentTarget }) => void desk.setMode(currentTarget.value as Mode)}
      >
        {MODES.map((mode) => (
          <option key={mode} value={mode}>
            {words[mode]}
          </option>
        ))}
      </select>
    </fieldset>
  );
}
