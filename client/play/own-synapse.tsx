import { useSignalEffect } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { plural, signed } from "../ui/format.ts";
import { fill, texts } from "../ui/locale.ts";
import { type Easel, setUp } from "./easel.ts";
import type { Neuron } from "./neuron.ts";
import { RECEPTORS_AT_REST } from "./rest.ts";

/** The picture's code comes after the button's: no thumb waits for a drawing. Without it the numbers tell the same. */
const drawing = import("../scenes/view-model/synapse-canvas.ts").catch(() => undefined);
/** After this nothing in the picture moves any more until the next tap, ms. */
const MOVES_MS = 2500;

/** The student's own synapse, drawn and counted. */
export function OwnSynapse({ neuron }: { readonly neuron: Neuron }) {
  const { phone } = texts();
  const { receptors, strength } = neuron.synapse.value;
  const won = receptors - RECEPTORS_AT_REST;
  return (
    <div class="own">
      <Picture neuron={neuron} />
      <dl class={neuron.classroom.welcome.value ? "" : "unknown"}>
        <div data-testid="receptors">
          <dd>
            {receptors} {won !== 0 && <em>{fill(won > 0 ? phone.won : phone.lost, { count: signed(won) })}</em>}
          </dd>
          <dt>{plural(phone.receptors, receptors)}</dt>
        </div>
        <div>
          <dt>{fill(phone.strength, { percent: strength })}</dt>
        </div>
      </dl>
    </div>
  );
}

function Picture({ neuron }: { readonly neuron: Neuron }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const easel = useRef<Easel | undefined>(undefined);
  useEffect(() => {
    const calm = matchMedia("(prefers-reduced-motion: reduce)");
    let gone = false;
    void drawing.then((code) => {
      if (!code || gone) return;
      easel.current = setUp(
        canvas.current!,
        (context, width, height) =>
          code.drawSynapse(context, width, height, neuron.drawn.peek(), performance.now(), calm.matches),
        MOVES_MS,
      );
    });
    return () => {
      gone = true;
      easel.current?.stop();
    };
  }, [neuron]);
  useSignalEffect(() => {
    void neuron.drawn.value;
    easel.current?.wake();
  });
  return <canvas ref={canvas} data-testid="synapse" role="img" aria-label={texts().phone.synapse} />;
}
