import { useEffect } from "preact/hooks";
import { muted, waiting } from "../sound/ear.ts";
import { wallTexts } from "../ui/wall-locale.ts";

const HAS_OWN_KEYS = "input, select, textarea";

/** Sound on or off on this screen; key M. */
export function MuteButton() {
  const { bar } = wallTexts().stage;
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const target = event.target instanceof Element ? event.target : undefined;
      if (event.repeat || event.ctrlKey || event.metaKey || event.altKey || target?.closest(HAS_OWN_KEYS)) return;
      if (event.key.toLowerCase() === "m") muted.value = !muted.peek();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);
  const name = waiting.value && !muted.value ? bar.soundWaits : bar.sound;
  return (
    <button
      type="button"
      data-testid="sound"
      aria-pressed={!muted.value}
      aria-label={name}
      title={name}
      onClick={() => {
        muted.value = !muted.value;
      }}
    >
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d="M4 9v6h4l5 4V5L8 9z" />
        {muted.value ? (
          <path d="M16 9l5 6M21 9l-5 6" />
        ) : (
          <path
            d={waiting.value ? "M18 12h.01" : "M16 9c1.600 1.800 1.600 4.200 0 6M18.500 6.500c3 3.300 3 7.700 0 11"}
          />
        )}
      </svg>
    </button>
  );
}
