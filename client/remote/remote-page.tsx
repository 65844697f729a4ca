import { type ReadonlySignal, useSignal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import type { Round } from "../../shared/lesson/round.ts";
import { spokenCode } from "../../shared/wire/code.ts";
import { PIN_DIGITS } from "../../shared/wire/limits.ts";
import type { Classroom } from "../net/classroom.ts";
import { openDesk } from "../stage/desk.ts";
import { LanguageSwitch } from "../ui/language-switch.tsx";
import { leadTexts } from "../ui/lead-locale.ts";
import { fill, texts } from "../ui/locale.ts";
import { Console } from "./console.tsx";

export interface RemotePageProps {
  readonly code: string;
  readonly script: readonly Round[];
  readonly classroom: ReadonlySignal<Classroom | undefined>;
  /** Comes in with the code on the wall and its digits; undefined where there was no such code. */
  readonly pair: ((pin: string) => void) | undefined;
}

/** The teacher's phone: it leads the class from anywhere in the room. */
export function RemotePage({ code, script, classroom, pair }: RemotePageProps) {
  const words = leadTexts()?.remote;
  const entered = classroom.value;
  const status = entered?.status.value;
  const desk = useMemo(() => entered && openDesk(entered, script), [entered, script]);
  if (!words) return null;
  const view = entered?.view.value;
  if (desk && view && status !== "refused") {
    return <Console code={code} script={script} classroom={entered!} desk={desk} view={view} />;
  }
  const refusal = entered?.refusal.value;
  const waits = entered && status !== "refused";
  return (
    <main class="remote notice">
      <LanguageSwitch />
      <h1>{words.title}</h1>
      <p class="remote-code">{spokenCode(code)}</p>
      {status === "refused" && (
        <p role="alert" class="problem">
          {refusal === "not-allowed" ? words.refused : texts().reasons[refusal ?? "unreachable"]}
        </p>
      )}
      {waits ? (
        <p role="status">
          {refusal === "blocked" ? fill(texts().reasons.blocked, { host: location.host }) : words.connecting}
        </p>
      ) : (
        pair && <PinForm pair={pair} />
      )}
      {!waits && !pair && !refusal && <p>{words.refused}</p>}
    </main>
  );
}

function PinForm({ pair }: { readonly pair: (pin: string) => void }) {
  const pin = useSignal("");
  const words = leadTexts()!.remote;
  return (
    <form
      class="pin-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (pin.value.length === PIN_DIGITS) pair(pin.value);
      }}
    >
      <label>
        {words.typePin}
        <input
          data-testid="pin"
          inputMode="numeric"
          autocomplete="one-time-code"
          maxLength={PIN_DIGITS}
          value={pin.value}
          onInput={({ currentTarget }) => {
            pin.value = currentTarget.value.replace(/\D/g, "");
            currentTarget.value = pin.value;
          }}
        />
      </label>
      <button type="submit" class="button" data-testid="pair" disabled={pin.value.length < PIN_DIGITS}>
        {words.enter}
      </button>
    </form>
  );
}
