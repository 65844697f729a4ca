import { useSignalEffect } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { drawSynapse } from "../scenes/view-model/synapse-canvas.ts";
import { plural, signed } from "../ui/format.ts";
import { fill, texts } from "../ui/locale.ts";
import type { Neuron } from "./neuron.ts";
import { RECEPTORS_AT_REST } from "./rest.ts";

/** After this nothing in the picture moves any more until the next tap, ms. */
const MOVES_MS = 2500;
/** More than this costs an old phone more than it shows. */
const SHARPEST = 2;

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
            {receptors}
            {won !== 0 && <em>{fill(won > 0 ? phone.won : phone.lost, { count: signed(won) })}</em>}
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
  /** Draws until nothing moves; called again by each change. */
  const wake = useRef<() => void>(() => undefined);
  useEffect(() => {
    const { current } = canvas;
    const context = current?.getContext("2d");
    if (!current || !context) return;
    const calm = matchMedia("(prefers-reduced-motion: reduce)");
    let [width, height, frame, until] = [0, 0, 0, 0];
    const draw = (): void => {
      const now = performance.now();
      drawSynapse(context, width, height, neuron.drawn.peek(), now, calm.matches);
      frame = now < until ? requestAnimationFrame(draw) : 0;
    };
    wake.current = () => {
      until = performance.now() + MOVES_MS;
      if (frame === 0 && width > 0) frame = requestAnimationFrame(draw);
    };
    const resize = new ResizeObserver(([entry]) => {
      if (!entry) return;
      ({ width, height } = entry.contentRect);
      const sharpness = Math.min(devicePixelRatio, SHARPEST);
      current.width = Math.round(width * sharpness);
      current.height = Math.round(height * sharpness);
      context.setTransform(sharpness, 0, 0, sharpness, 0, 0);
      wake.current();
    });
    resize.observe(current);
    return () => {
      resize.disconnect();
      cancelAnimationFrame(frame);
    };
  }, [neuron]);
  useSignalEffect(() => {
    void neuron.drawn.value;
    wake.current();
  });
  return <canvas ref={canvas} data-testid="synapse" role="img" aria-label={texts().phone.synapse} />;
}
