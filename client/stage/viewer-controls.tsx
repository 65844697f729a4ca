import { LanguageSwitch } from "../ui/language-switch.tsx";
import { wallTexts } from "../ui/wall-locale.ts";
import { DisplayMenu } from "./display-menu.tsx";
import { MuteButton } from "./mute.tsx";

/** How this screen shows the class: its language, motion, colours, sound, full screen. */
export function ViewerControls({ host = false }: { readonly host?: boolean }) {
  const { bar } = wallTexts().stage;
  return (
    <div class="viewer">
      <DisplayMenu host={host} />
      <MuteButton />
      {document.fullscreenEnabled && (
        <button type="button" aria-label={bar.fullScreen} title={bar.fullScreen} onClick={toggleFullScreen}>
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d="M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5" />
          </svg>
        </button>
      )}
      <LanguageSwitch />
    </div>
  );
}

/** The whole page, not the canvas: the words belong to the picture. A browser may refuse; then nothing changes. */
export function toggleFullScreen(): void {
  const asked = document.fullscreenElement
    ? document.exitFullscreen()
    : document.documentElement.requestFullscreen({ navigationUI: "hide" });
  asked.catch(() => undefined);
}
