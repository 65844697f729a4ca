import { useSignal } from "@preact/signals";
import { useCallback, useRef } from "preact/hooks";
import { fill } from "../ui/locale.ts";
import { wallTexts } from "../ui/wall-locale.ts";
import { calm } from "./calm.ts";
import { Dial } from "./dial.tsx";
import { useFrames } from "./frames.ts";
import { type Pace, paceOf } from "./pace.ts";
import { roundOf, type Show } from "./show.ts";

/**
 * The beat that the class taps with: a disc that swells on the beat, a ring that closes in on it meanwhile, and the
 * count. A small shape at 2 Hz, brighter for a moment: far below the flash limits.
 */
export function Beat({ show }: { readonly show: Show }) {
  const disc = useRef<SVGCircleElement>(null);
  const coming = useRef<SVGCircleElement>(null);
  const pace = useSignal<Pace>({ kind: "none" });

  useFrames(
    useCallback(() => {
      const view = show.view.peek();
      if (!view) return;
      const next = paceOf(view, roundOf(show, view), show.beatTime());
      if (shown(next) !== shown(pace.peek())) pace.value = next;
      const fraction = next.kind === "beat" && !calm.peek() ? next.fraction : 1;
      const glow = (1 - fraction) ** 2;
      disc.current?.setAttribute("r", (30 + 6 * glow).toFixed(1));
      disc.current?.style.setProperty("fill-opacity", (0.12 + 0.28 * glow).toFixed(2));
      coming.current?.setAttribute("r", (48 - 12 * fraction).toFixed(1));
      coming.current?.style.setProperty("opacity", next.kind === "beat" && !calm.peek() ? fraction.toFixed(2) : "0");
    }, [show]),
  );

  const { number, line, share } = words(pace.value);
  return (
    <Dial share={share} line={line} number={number}>
      <circle class="beat-coming" cx="50" cy="50" r="48" ref={coming} />
      <circle class="beat-disc" cx="50" cy="50" r="30" ref={disc} />
      {pace.value.kind === "paused" && <path class="beat-mark" d="M38 34h8v32h-8zM54 34h8v32h-8z" />}
    </Dial>
  );
}

/** What the words depend on; the disc's swelling is drawn past them. */
const shown = (pace: Pace): string =>
  pace.kind === "beat" ? `beat ${pace.beat}` : `${pace.kind} ${"seconds" in pace ? pace.seconds : ""}`;

function words(pace: Pace): { number: string; line: string; share: number } {
  const { stage } = wallTexts();
  switch (pace.kind) {
    case "none":
      return { number: "", line: "", share: 0 };
    case "over":
      return { number: "✓", line: "", share: 1 };
    case "paused":
      return { number: "", line: stage.paused, share: 0 };
    case "count-in":
      return { number: String(pace.seconds), line: stage.ready, share: 0 };
    case "free":
      return { number: String(pace.seconds), line: stage.seconds, share: 0 };
    case "beat":
      return { number: String(pace.beat), line: fill(stage.beatOf, { beats: pace.of }), share: pace.beat / pace.of };
  }
}
