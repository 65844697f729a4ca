import { useSignalEffect } from "@preact/signals";
import type { CheckTexts } from "../../shared/locales/check/check-texts.ts";
import type { CheckId } from "../../shared/wire/check.ts";
import { checkTexts } from "../ui/check-locale.ts";
import { LanguageSwitch } from "../ui/language-switch.tsx";
import { fill, texts } from "../ui/locale.ts";
import { findings, found, measuring, report, verdictOf } from "./findings.ts";
import { Letter } from "./letter.tsx";
import { OtherDevice } from "./other-device.tsx";
import { device, HOLD_S, left } from "./run.ts";
import { playNotes } from "./sound.ts";
import { MARKS, OWN_IDS, sayingOf, worstOf } from "./words.ts";

/** Whether this network, this computer and a phone beside it carry a class: told while it is measured. */
export function CheckPage() {
  const words = checkTexts();
  useSignalEffect(() => {
    document.title = `${checkTexts()?.title ?? ""} · ${texts().app.name}`;
  });
  if (!words) return null;
  return (
    <>
      <header class="check-top">
        <a href="/">{texts().app.name}</a>
        <LanguageSwitch />
      </header>
      <main class={`check ${device}`} data-testid="check">
        <div class="check-intro">
          <h1>{words.title}</h1>
          <p>{device === "phone" ? words.introPhone : words.intro}</p>
          <Overall words={words} />
        </div>
        <ul class="check-rows">
          {OWN_IDS.map((id) => (
            <Row key={id} id={id} words={words} />
          ))}
        </ul>
        <OtherDevice words={words} />
        <Letter words={words} />
      </main>
    </>
  );
}

function Overall({ words }: { readonly words: CheckTexts }) {
  const verdict = worstOf(report.value);
  const busy = measuring.value;
  return (
    <div class={`check-overall ${busy ? "measuring" : verdict}`}>
      <p role="status" data-testid="overall" data-verdict={busy ? "measuring" : verdict}>
        <b class="check-mark" aria-hidden="true">
          {busy ? "…" : MARKS[verdict]}
        </b>
        {busy ? words.measuring : words.overall[verdict]}
      </p>
      {busy ? (
        <>
          <progress max={HOLD_S} value={HOLD_S - left.value} aria-label={words.measuring} />
          <small>{fill(words.holding, { seconds: left.value })}</small>
        </>
      ) : (
        <button type="button" class="button second" data-testid="again" onClick={() => location.reload()}>
          {words.again}
        </button>
      )}
    </div>
  );
}

function Row({ id, words }: { readonly id: CheckId; readonly words: CheckTexts }) {
  const finding = findings.value[id];
  const verdict = verdictOf(finding);
  const state = verdict ?? (finding ? "yours" : "measuring");
  const said = verdict ? words.verdicts[verdict] : finding ? words.yours : words.measuring;
  return (
    <li class={`check-row ${state}`} data-testid={`check-${id}`} data-verdict={state}>
      <b class="check-mark" aria-hidden="true">
        {verdict ? MARKS[verdict] : finding ? "?" : "…"}
      </b>
      <div>
        <h2>
          {words.names[id]} <small>{said}</small>
        </h2>
        {finding && <p>{sayingOf(words, finding)}</p>}
        {id === "sound" && finding && finding.outcome !== "soundNone" && <Sound words={words} />}
      </div>
    </li>
  );
}

function Sound({ words }: { readonly words: CheckTexts }) {
  return (
    <p class="check-buttons">
      <button type="button" class="button second" data-testid="play-sound" onClick={() => void playNotes()}>
        {words.play}
      </button>
      <button type="button" class="button second" data-testid="heard" onClick={() => found("sound", "soundHeard")}>
        {words.heard}
      </button>
      <button type="button" class="button second" onClick={() => found("sound", "soundUnheard")}>
        {words.unheard}
      </button>
    </p>
  );
}
