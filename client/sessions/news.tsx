import { plural } from "../ui/format.ts";
import { fill } from "../ui/locale.ts";
import { sessionsTexts } from "../ui/sessions-locale.ts";
import type { exporting, Lacking } from "./exporting.ts";
import type { ShelfState } from "./shelf.ts";
import { reasonText } from "./words.ts";

interface NewsProps {
  readonly shelf: ShelfState;
  readonly zip: ReturnType<typeof exporting>;
}

/** What is being done, and what became of what was done last. */
export function News({ shelf, zip }: NewsProps) {
  const texts = sessionsTexts()!;
  const state = zip.state.value;
  const said = shelf.said.value;
  const working = state !== undefined && state.saved === undefined;
  return (
    <div class="news" role="status" data-testid="news">
      {shelf.reading.value !== undefined && <p>{fill(texts.import.working, { file: shelf.reading.value })}</p>}
      {said && <p class={said.wrong ? "wrong" : ""}>{said.text}</p>}
      {working && (
        <p class="working">
          <progress max={state.of} value={state.done} aria-hidden="true" />
          {fill(texts.export.working, { done: state.done, of: state.of })}
          <button type="button" class="button second" data-testid="zip-cancel" onClick={zip.cancel}>
            {texts.cancel}
          </button>
        </p>
      )}
      {state?.saved !== undefined && <p data-testid="zip-done">{plural(texts.export.done, state.saved)}</p>}
      {state?.lacking.map((one) => (
        <p key={one.session.id} class="wrong">
          {lack(one, shelf)}
        </p>
      ))}
    </div>
  );
}

function lack({ session, reason }: Lacking, shelf: ShelfState): string {
  const texts = sessionsTexts()!;
  const title = shelf.name(session);
  if (reason === undefined) return fill(texts.export.missing, { title });
  return fill(texts.export.failed, { title, reason: reasonText(reason, texts) });
}
