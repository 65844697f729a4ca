import { useSignal } from "@preact/signals";
import { useMemo, useRef } from "preact/hooks";
import type { CheckTexts } from "../../shared/locales/check/check-texts.ts";
import { address } from "../stage/address.ts";
import { saveFile } from "../ui/save-file.ts";
import { letterOf } from "./words.ts";

/** The result for whoever looks after the network: to copy, to save or to print. */
export function Letter({ words }: { readonly words: CheckTexts }) {
  const { letter } = words;
  const area = useRef<HTMLTextAreaElement>(null);
  const copied = useSignal<boolean | undefined>(undefined);
  const began = useMemo(() => new Date(), []);
  const text = letterOf(words, address.value, began);

  /** Over plain http pages have no clipboard of their own: what is selected is copied, as by hand. */
  function copy(): void {
    area.current!.select();
    copied.value = document.execCommand("copy");
  }

  return (
    <section class="check-letter">
      <h2>{letter.title}</h2>
      <textarea
        ref={area}
        data-testid="letter"
        readOnly
        rows={text.split("\n").length}
        aria-label={letter.label}
        value={text}
      />
      {/* A text field prints only what it shows. */}
      <pre class="check-print">{text}</pre>
      <p class="check-buttons">
        <button type="button" class="button second" data-testid="copy" onClick={copy}>
          {letter.copy}
        </button>
        <button
          type="button"
          class="button second"
          data-testid="save"
          onClick={() => saveFile("fire-together-check.txt", new Blob([text], { type: "text/plain;charset=utf-8" }))}
        >
          {letter.save}
        </button>
        <button type="button" class="button second" onClick={() => print()}>
          {letter.print}
        </button>
      </p>
      <p role="status">
        {copied.value === undefined ? letter.privacy : copied.value ? letter.copied : letter.uncopied}
      </p>
    </section>
  );
}
