import { batch, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { TICK_MS } from "../../shared/session/events.ts";
import type { Moment } from "../scenes/moment.ts";
import type { Facts } from "./facts.ts";
import type { Link } from "./link.ts";
import type { Worlds } from "./messages.ts";
import type { Shown } from "./stretch.ts";
import type { Transport } from "./transport.ts";

/** More than this passes between two frames only where a page slept: the tape does not run on meanwhile, ms. */
const LONGEST_FRAME = 250;

/** The instants that the worker delivers while the tape runs. */
export interface Instants {
  /** The instant that was delivered last. */
  readonly moment: ReadonlySignal<Moment | undefined>;
  /** Where both courses are shown: how it would have been. */
  readonly beside: ReadonlySignal<Moment | undefined>;
  /** Hash of the state at the shown tick. */
  readonly hash: ReadonlySignal<string | undefined>;
  /** Which courses of the class are shown; where both are, `moment` is how it was. */
  readonly worlds: Signal<Worlds>;
}

const momentOf = ({ view, pulses, changes }: Shown, time: number): Moment => ({ time, view, pulses, changes });

/** Lets the tape run with the page's frames, and asks the worker for what is to be seen. @returns also how that ends */
export function instantsOf(
  link: Link,
  { status, fromKeyframes }: Facts,
  tape: Transport,
): Instants & { readonly stop: () => void } {
  const moment = signal<Moment | undefined>(undefined);
  const beside = signal<Moment | undefined>(undefined);
  const hash = signal<string | undefined>(undefined);
  const worlds = signal<Worlds>("was");
  const { time } = tape;
  /** The tick and the world that the worker was asked for last. */
  let asked = "";
  let waiting = false;

  // What is shown may have been the other thing.
  const forget = fromKeyframes.subscribe(() => {
    asked = "";
  });

  /** Between two ticks the scene still moves: the instant within the delivered tick. */
  const within = (tick: number): number => Math.max(tick * TICK_MS, Math.min(time.value, (tick + 1) * TICK_MS));

  link.on("moment", (data) => {
    waiting = false;
    if (data.worlds !== worlds.value) return;
    batch(() => {
      const at = within(data.tick);
      hash.value = data.shown.hash;
      moment.value = momentOf(data.shown, at);
      beside.value = data.beside && momentOf(data.beside, at);
    });
  });

  function show(): void {
    const tick = Math.floor(time.value / TICK_MS);
    const wanted = `${tick} ${worlds.value}`;
    if (wanted !== asked && !waiting) {
      asked = wanted;
      waiting = true;
      link.post({ kind: "show", tick, worlds: worlds.value });
    } else if (moment.value && moment.value.view.tick === tick && moment.value.time !== time.value) {
      batch(() => {
        moment.value = { ...moment.value!, time: time.value };
        if (beside.value) beside.value = { ...beside.value, time: time.value };
      });
    }
  }

  let last = performance.now();
  let frame = requestAnimationFrame(function run(now) {
    frame = requestAnimationFrame(run);
    const passed = Math.min(now - last, LONGEST_FRAME);
    last = now;
    if (status.peek() !== "ready") return;
    tape.advance(passed);
    show();
  });
  const stop = (): void => {
    forget();
    cancelAnimationFrame(frame);
  };
  return { moment, beside, hash, worlds, stop };
}
