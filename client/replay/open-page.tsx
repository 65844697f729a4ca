import { LanguageSwitch } from "../ui/language-switch.tsx";
import { OpenFile } from "../ui/open-file.tsx";
import { playerTexts } from "../ui/player-locale.ts";
import { wallTexts } from "../ui/wall-locale.ts";

/** Before a recording is chosen that lies on this device. */
export function OpenPage({ openFile }: { readonly openFile: (file: File) => void }) {
  const texts = playerTexts()?.local;
  return (
    <main class="stage notice" data-status="waiting">
      <h1 class="notice-title">{texts?.title}</h1>
      <p class="notice-line">{texts?.line}</p>
      <p class="open-local">
        <OpenFile
          label={texts?.choose ?? ""}
          accept=".ndjson,.gz,.json,application/gzip"
          testId="open-recording"
          class="button"
          onFile={openFile}
        />
        <a class="button" href="/">
          {wallTexts().stage.home}
        </a>
      </p>
      <LanguageSwitch />
    </main>
  );
}
