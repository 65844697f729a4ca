import { effect, type ReadonlySignal, signal } from "@preact/signals";
import { signed } from "../ui/format.ts";
import { texts } from "../ui/locale.ts";
import type { Neuron } from "./neuron.ts";
import { RECEPTORS_AT_REST } from "./rest.ts";
import { tapWords, telling } from "./telling.ts";

/** A screen reader is told at most one thing in this time, ms; more would talk over the class. */
const EVERY_MS = 3000;

/** What a screen reader hears: where the class is, first of all, and between that how the last tap went. */
export function announce(neuron: Neuron): ReadonlySignal<string> {
  const said = signal("");
  let waiting: { text: string; first: boolean } | undefined;
  /** Something was said, or is about to be: what comes now waits. */
  let resting = false;

  function say(text: string, first: boolean): void {
    if (waiting?.first && !first) return;
    waiting = { text, first };
    if (resting) return;
    resting = true;
    setTimeout(speak, 0);
  }
  function speak(): void {
    resting = waiting !== undefined;
    if (!waiting) return;
    said.value = waiting.text;
    waiting = undefined;
    setTimeout(speak, EVERY_MS);
  }

  let told = "";
  effect(() => {
    const { status, shared, refusal } = neuron.classroom;
    const { title, line } = telling(neuron);
    // Minutes that pass in a lapse are not news each time; that it began is.
    const place = JSON.stringify([status.value, shared.value?.turn, title]);
    const { phone } = texts();
    // The first second of joining needs no words; a join that does not succeed does.
    if (place === told || (status.value === "connecting" && !refusal.value)) return;
    told = place;
    const connection = status.value === "live" ? "" : `${phone.status[status.value]} `;
    const { receptors } = neuron.synapse.peek();
    const own = `${receptors} ${phone.receptors.other} (${signed(receptors - RECEPTORS_AT_REST)})`;
    const over = neuron.phase.value === "between" || status.value === "ended";
    const stop = /[.!?…]$/.test(title) ? "" : ".";
    say(`${connection}${title}${stop} ${line} ${over ? own : ""}`.trim(), true);
  });
  effect(() => {
    const words = tapWords(neuron);
    if (words) say(`${words.main}. ${words.more}`, false);
  });
  return said;
}
