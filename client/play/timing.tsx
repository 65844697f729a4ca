import { texts } from "../ui/locale.ts";
import type { Neuron } from "./neuron.ts";
import { tapWords } from "./telling.ts";

/** Half the width of the strip, ms; a tap further out shows at its end. */
const STRIP_MS = 160;

/** How the last tap went, in words, and the last few around the beat. */
export function Timing({ neuron }: { readonly neuron: Neuron }) {
  const { phone } = texts();
  const words = tapWords(neuron);
  const guided = neuron.phase.value === "round" && neuron.round.value?.guided === true;
  const around = neuron.around.value;
  const idle = neuron.asked.value ? phone.firstTap : "";
  return (
    <div class="timing">
      <p data-testid="timing" class={`tone-${words?.tone ?? "quiet"}`}>
        <strong>{words?.main ?? idle}</strong>
        <span>{words?.more}</span>
      </p>
      {(guided || around.length > 0) && (
        <div class="strip" aria-hidden="true">
          <span>{phone.strip.early}</span>
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
          <span>{phone.strip.late}</span>
        </div>
      )}
    </div>
  );
}
