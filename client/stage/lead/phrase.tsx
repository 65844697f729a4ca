import { useSignal } from "@preact/signals";
import { spokenPhrase } from "../../../shared/wire/code.ts";
import type { Classroom } from "../../net/classroom.ts";
import { leadTexts } from "../../ui/lead-locale.ts";
import { Twice } from "../twice.tsx";
import "./lead.css";

/** The phrase by which the teacher leads from another computer when this one dies: made anew and shown once. */
export function Phrase({ classroom }: { readonly classroom: Classroom }) {
  const phrase = useSignal<string | undefined>(undefined);
  const texts = leadTexts()?.phrase;
  if (!texts) return null;
  if (phrase.value === undefined) {
    return (
      <p class="phrase">
        <span>{texts.what}</span>
        <Twice
          id="phrase-show"
          label={texts.show}
          sure={texts.sure}
          act={async () => {
            phrase.value = (await classroom.ask("phrase")) ?? undefined;
          }}
        />
      </p>
    );
  }
  return (
    <p class="phrase">
      <b data-testid="phrase">{spokenPhrase(phrase.value)}</b>
      <span>{texts.how}</span>
      <button
        type="button"
        data-testid="phrase-hide"
        onClick={() => {
          phrase.value = undefined;
        }}
      >
        {texts.hide}
      </button>
    </p>
  );
}
