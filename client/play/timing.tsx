import { texts } from "../ui/locale.ts";
import type { Neuron } from "./neuron.ts";
import { TapStrip } from "./tap-strip.tsx";
import { tapWords } from "./telling.ts";

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
      {(guided || around.length > 0) && <TapStrip around={around} class="strip" />}
    </div>
  );
}
