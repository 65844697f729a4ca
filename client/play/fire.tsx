import { useSignal, useSignalEffect } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { texts } from "../ui/locale.ts";
import { beatAt, glow } from "./beat.ts";
import type { Neuron } from "./neuron.ts";
import { listenForTaps } from "./taps.ts";

/** The last beats before the first are counted aloud from here. */
const COUNT_FROM = 3;
/** How far out the ring starts to close in on the button, in diameters beyond it. */
const RING_REACH = 0.16;

/** The one big button, with the beat around it. */
export function FireButton({ neuron }: { readonly neuron: Neuron }) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => listenForTaps(button.current!, neuron.fire), [neuron]);

  const halo = useRef<HTMLSpanElement>(null);
  const ring = useRef<HTMLSpanElement>(null);
  const bar = useRef<HTMLSpanElement>(null);
  const count = useSignal(0);
  useSignalEffect(() => {
    const { shared } = neuron.classroom;
    const round = neuron.round.value;
    if (!round || !shared.value || neuron.phase.value !== "round" || shared.value.paused) {
      count.value = 0;
      for (const part of [halo, ring]) part.current!.style.opacity = "0";
      if (neuron.phase.value !== "round") bar.current!.style.transform = "scaleX(0)";
      return;
    }
    const { beatZero } = shared.value;
    const lag = neuron.lag.value;
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    let frame = 0;
    const draw = (): void => {
      const beat = beatAt(neuron.classroom.now(), beatZero + lag, round);
      const light = round.guided && !beat.over ? glow(beat.phase) : 0;
      count.value = round.guided || beat.countIn > 0 ? beat.countIn : 0;
      halo.current!.style.opacity = String(light);
      // The ring closes in on the button and reaches it on the beat: one sees the beat coming, as in an orchestra.
      const closing = round.guided && !beat.over ? beat.phase : 0;
      ring.current!.style.opacity = String(calm ? light : closing * 0.9);
      ring.current!.style.transform = calm ? "none" : `scale(${1 + RING_REACH * (1 - closing)})`;
      bar.current!.style.transform = `scaleX(${beat.progress})`;
      frame = requestAnimationFrame(draw);
    };
    draw();
    return () => cancelAnimationFrame(frame);
  });

  const { phone } = texts();
  const { value: phase } = neuron.phase;
  const watching = phase === "stimulation" || (phase === "round" && !neuron.asked.value);
  const counted = count.value > 0;
  return (
    <button ref={button} type="button" class={watching ? "fire watching" : "fire"} data-testid="fire">
      <span ref={bar} class="progress" />
      <span class="disc-place">
        <span ref={halo} class="halo" />
        <span ref={ring} class="ring" />
        <span class="disc">
          {watching ? phone.watchShort : phone.fire}
          <small class={counted ? "count" : "count none"} aria-hidden="true">
            {count.value > COUNT_FROM ? phone.ready : counted ? count.value : ""}
          </small>
        </span>
      </span>
    </button>
  );
}
