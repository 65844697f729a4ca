import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";

/** What is not said twice within this time was a slip, ms. */
const SURE_WITHIN_MS = 4000;

interface TwiceProps {
  readonly id: string;
  readonly label: string;
  /** What it says until it is pressed again. */
  readonly sure: string;
  readonly act: () => unknown;
  /** Drawn in place of the label, which is then read aloud alone: an SVG path in a 24 × 24 box. */
  readonly sign?: string;
}

/** What cannot be undone is done when pressed twice. */
export function Twice({ id, label, sure, act, sign }: TwiceProps) {
  const asked = useSignal(false);
  useEffect(() => {
    if (!asked.value) return;
    const timer = setTimeout(() => {
      asked.value = false;
    }, SURE_WITHIN_MS);
    return () => clearTimeout(timer);
  }, [asked.value]);
  return (
    <button
      type="button"
      class={asked.value ? "sure" : ""}
      data-testid={id}
      title={sign ? label : undefined}
      aria-label={asked.value ? sure : label}
      onClick={() => {
        if (asked.value) act();
        asked.value = !asked.value;
      }}
    >
      {sign ? (
        <svg viewBox="0 0 24 24" aria-hidden="true">
          {asked.value ? <path d="M8 8a4 4 0 1 1 5 4c-1 .5-1 1-1 3M12 19v1" /> : <path d={sign} />}
        </svg>
      ) : asked.value ? (
        sure
      ) : (
        label
      )}
    </button>
  );
}
