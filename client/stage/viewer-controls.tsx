import { LanguageSwitch } from "../ui/language-switch.tsx";
import { texts } from "../ui/locale.ts";
import { calm, setCalm } from "./calm.ts";
import { MuteButton } from "./mute.tsx";

/** How this screen shows the class: its language, less motion, sound, full screen. */
export function ViewerControls() {
  const { bar } = texts().stage;
  return (
    <div class="viewer">
      <button
        type="button"
        aria-pressed={calm.value}
        aria-label={bar.calm}
        title={bar.calm}
        onClick={() => setCalm(!calm.value)}
      >
        <svg viewBox="0 0 24 24" aria-hidden="true">
          {calm.value ? <path d="M3 9h18M3 15h18" /> : <path d="M3 9c3-5 6-5 9 0s6 5 9 0M3 16c3-5 6-5 9 0s6 5 9 0" />}
        </svg>
      </button>
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
function toggleFullScreen(): void {
  const asked = document.fullscreenElement
    ? document.exitFullscreen()
    : document.documentElement.requestFullscreen({ navigationUI: "hide" });
  asked.catch(() => undefined);
}
