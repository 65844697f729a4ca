import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { CODE_LENGTH, normaliseCode, RESUME_LENGTH, spokenCode } from "../../shared/wire/code.ts";
import { fill, texts } from "../ui/locale.ts";
import { goOn, lookUp, type Trouble } from "./api.ts";
import { troubleText } from "./trouble.ts";

/** What a code looks like, where one is described. */
const EXAMPLE = spokenCode("KRM4T7");

/** What was typed or pasted (perhaps the whole address), as the form shows it: `KRM 4T7`, or with a resume code `KRM 4T7 8QXB`. */
function shown(typed: string): string {
  const last = typed.trim().split("/").at(-1) ?? "";
  const symbols = last
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, "")
    .slice(0, CODE_LENGTH + RESUME_LENGTH);
  if (symbols.length <= CODE_LENGTH / 2) return symbols;
  return `${spokenCode(symbols.slice(0, CODE_LENGTH))} ${symbols.slice(CODE_LENGTH)}`.trim();
}

/** A class code, and the resume code after it where there is one. */
function readCodes(typed: string): { code: string; resume?: string } | undefined {
  const code = normaliseCode(typed);
  if (code) return { code };
  const both = normaliseCode(typed, CODE_LENGTH + RESUME_LENGTH);
  return both === undefined ? undefined : { code: both.slice(0, CODE_LENGTH), resume: both.slice(CODE_LENGTH) };
}

/** The way in for students. */
export function Join() {
  const { home } = texts();
  const field = useRef<HTMLInputElement>(null);
  const trouble = useSignal<Trouble | "bad-code" | undefined>(undefined);
  const busy = useSignal(false);

  async function join(event: Event): Promise<void> {
    event.preventDefault();
    if (busy.value) return;
    const codes = readCodes(field.current!.value);
    if (!codes) return fail("bad-code");
    const { code, resume } = codes;
    trouble.value = undefined;
    busy.value = true;
    const answer = resume ? await goOn(code, { resume }) : await lookUp(code);
    if (answer.ok) location.assign(`/play/${code}`);
    else fail(answer.trouble);
  }

  function fail(why: Trouble | "bad-code"): void {
    busy.value = false;
    trouble.value = why;
    field.current!.focus();
  }

  function tidy(event: InputEvent): void {
    const { currentTarget, inputType } = event as InputEvent & { currentTarget: HTMLInputElement };
    trouble.value = undefined;
    const { value, selectionStart } = currentTarget;
    // Someone who mends the middle, or deletes, keeps the cursor where it is.
    if (selectionStart === value.length && !inputType?.startsWith("delete")) currentTarget.value = shown(value);
  }

  const why = trouble.value;
  const said =
    why === "bad-code"
      ? fill(home.badCode, { example: EXAMPLE })
      : why && troubleText(why, { "not-allowed": home.badResume });
  return (
    <form class="join" onSubmit={join} noValidate>
      <h2>{home.join}</h2>
      <label for="code">{home.code}</label>
      <div class="row">
        <input
          ref={field}
          id="code"
          data-testid="join-code"
          placeholder={EXAMPLE}
          autocomplete="off"
          autocapitalize="characters"
          autocorrect="off"
          spellcheck={false}
          enterkeyhint="go"
          aria-describedby="code-hint"
          aria-invalid={why !== undefined}
          onInput={tidy}
        />
        <button type="submit" class="button" data-testid="join-go" aria-disabled={busy.value}>
          {busy.value ? home.looking : home.go}
        </button>
      </div>
      <p id="code-hint" class={said ? "hint trouble" : "hint"} role="status">
        {said ?? home.codeHint}
      </p>
    </form>
  );
}
