import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { normaliseCode, PHRASE_LENGTH } from "../../shared/wire/code.ts";
import { texts } from "../ui/locale.ts";
import { goOn } from "./api.ts";
import { troubleText } from "./trouble.ts";

/** The way back for a teacher whose computer died: the class's code and its recovery phrase. */
export function LeadFromHere() {
  const { home } = texts();
  const code = useRef<HTMLInputElement>(null);
  const phrase = useRef<HTMLInputElement>(null);
  const said = useSignal("");

  async function lead(event: Event): Promise<void> {
    event.preventDefault();
    const room = normaliseCode(code.current!.value);
    const words = normaliseCode(phrase.current!.value, PHRASE_LENGTH);
    if (!room || !words) {
      said.value = home.badLead;
      return;
    }
    const answer = await goOn(room, { phrase: words });
    if (answer.ok) location.assign(`/stage/${room}`);
    else said.value = troubleText(answer.trouble, { "not-allowed": home.badPhrase });
  }

  return (
    <details class="lead">
      <summary data-testid="lead-from-here">{home.lead}</summary>
      <form onSubmit={(event) => void lead(event)} noValidate>
        <label class="lead-field">
          {home.code}
          <input ref={code} data-testid="lead-code" autocomplete="off" autocapitalize="characters" spellcheck={false} />
        </label>
        <label class="lead-field">
          {home.phrase}
          <input
            ref={phrase}
            data-testid="lead-phrase"
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
          />
        </label>
        <button type="submit" class="button second" data-testid="lead-go">
          {home.leadGo}
        </button>
        <p class="hint trouble" role="status">
          {said.value}
        </p>
      </form>
    </details>
  );
}
