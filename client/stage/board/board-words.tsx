import type { ClassView } from "../../../shared/session/view.ts";
import { lessonTexts } from "../../ui/lesson-locale.ts";
import { fill } from "../../ui/locale.ts";
import { type BoardState, cameBack, picked, SIGNS } from "./board-state.ts";
import "./board.css";

/** In the panel: which picture the ring shows, what became of it, and the others to look at again. */
export function BoardWords({ view, state }: { readonly view: ClassView; readonly state: BoardState }) {
  const texts = lessonTexts()?.board;
  const { memory, task, result, picture } = state;
  if (!texts) return null;
  const cues = task.do === "cue";
  return (
    <div class="board-words divided">
      <p class="board-title">{fill(texts.picture, { number: picture + 1 })}</p>
      <p class="board-figure" data-testid="board-figure">
        {cues
          ? result && fill(texts.back, cameBack(memory, result))
          : view.phase === "between" && fill(texts.links, { percent: `${memory.reached}\u202f%` })}
      </p>
      <ul class="board-key">
        {(cues ? (["taps", "woke", "wrong", "missing"] as const) : (["taps"] as const)).map((role) => (
          <li key={role} class={role}>
            <b aria-hidden="true">{SIGNS[role]}</b> {texts[role]}
          </li>
        ))}
      </ul>
      <ol class="board-pictures">
        {(cues ? memory.recalled.map((one) => one.picture) : memory.pictures.map((_, i) => i)).map((number) => (
          <li key={number}>
            <button
              type="button"
              aria-pressed={number === picture}
              disabled={view.phase === "round"}
              aria-label={fill(texts.picture, { number: number + 1 })}
              onClick={() => {
                picked.value = number;
              }}
            >
              {number + 1}
            </button>
          </li>
        ))}
      </ol>
    </div>
  );
}
