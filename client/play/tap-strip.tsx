import { texts } from "../ui/locale.ts";

/** Half the width of the strip, ms; a tap further out shows at its end. */
const STRIP_MS = 160;

interface TapStripProps {
  /** ms from the beat, oldest first. */
  readonly around: readonly number[];
  readonly class: string;
}

/** The last few taps around the beat. */
export function TapStrip({ around, class: look }: TapStripProps) {
  const { strip } = texts().phone;
  return (
    <div class={look} aria-hidden="true">
      <span>{strip.early}</span>
      <span class="taps">
        {around.map((early, i) => (
          <i
            key={i}
            style={{
              left: `${50 + (50 * Math.max(-STRIP_MS, Math.min(STRIP_MS, early))) / STRIP_MS}%`,
              opacity: String((i + 2) / (around.length + 1)),
            }}
          />
        ))}
      </span>
      <span>{strip.late}</span>
    </div>
  );
}
