import type { SlowStep } from "../../../shared/locales/scenes/slow-texts.ts";
import { TICK_MS } from "../../../shared/session/events.ts";
import { type Pulse, pulseTime, QUARTERS } from "../../../shared/session/pulse.ts";
import type { ClassView } from "../../../shared/session/view.ts";
import type { Moment } from "../moment.ts";
import { PLUG_LEAVES, REST_MV, unblocked } from "./traces.ts";

/** The decisive moment of a round: around the volley that let most calcium in, to be watched slowly. */
export interface Decisive {
  /** Session ms: 300 ms of biological time at the standard slow motion. */
  readonly from: number;
  readonly to: number;
  readonly view: ClassView;
  readonly pulses: readonly Pulse[];
}

/** How long before and after the volley's calcium, session ms. */
const BEFORE_MS = 320;
const AFTER_MS = 430;
/** Pulses before it that are still felt at its beginning, ms. */
const ECHO_MS = 120;
/** A spike of the cell counts as much as this much calcium, in LTD thresholds. */
const SPIKE_WEIGHT = 6;
/** Potential above which a dendrite counts as depolarised, mV, and from which on AMPA receptors must have opened. */
const DEPOLARISED_MV = -52;
const STIRRED_MV = -66;
/** Share of NMDA receptors that hold glutamate. */
const BOUND = 0.5;
/** Calcium above which a synapse grows, in LTD thresholds (MODEL.md). */
const LTP_CALCIUM = 1.43;

/** How much a tick matters: the calcium of all synapses, and the cell's spikes. */
export function weightOf({ calcium, spikes }: Pulse): number {
  let sum = SPIKE_WEIGHT * spikes.length;
  for (let i = 0; i < calcium.length; i++) sum += calcium[i]!;
  return sum;
}

/** Follows a round as it is drawn and keeps its decisive moment: moments forget after two seconds. */
export class Watcher {
  #best: { tick: number; weight: number } | undefined;
  #seen = -1;
  #running = false;
  #kept: Decisive | undefined;

  /** The decisive moment of the round that ran last; undefined before its first volley is over. */
  get kept(): Decisive | undefined {
    return this.#kept;
  }

  /** Takes note of a moment. One from before the last (a seek) begins anew. */
  watch({ view, pulses, time }: Moment): void {
    const running = view.phase === "round";
    const tick = Math.floor(time / TICK_MS);
    if ((running && !this.#running) || tick < this.#seen - 1) {
      this.#best = undefined;
      this.#kept = undefined;
      this.#seen = tick - 1;
    }
    this.#running = running;
    for (const pulse of pulses) {
      if (pulse.tick <= this.#seen || pulse.tick > tick) continue;
      const weight = weightOf(pulse);
      if (weight > 0 && weight > (this.#best?.weight ?? 0)) this.#best = { tick: pulse.tick, weight };
    }
    this.#seen = Math.max(this.#seen, tick);
    if (!this.#best) return;
    const centre = this.#best.tick * TICK_MS;
    const [from, to] = [centre - BEFORE_MS, centre + AFTER_MS];
    if (time < to || this.#kept?.from === from) return;
    const inside = pulses.filter((pulse) => pulseTime(pulse) >= from - ECHO_MS && pulseTime(pulse) <= to);
    if (inside.length > 0) this.#kept = { from, to, view, pulses: inside };
  }
}

/** A step of the moment, and when it begins, session ms. */
export interface StepTime {
  readonly step: SlowStep;
  readonly time: number;
}

const CHAIN: readonly SlowStep[] = ["arrive", "glutamate", "ampa", "depolarises", "magnesium", "calcium"];

/** What happened in it, in order of time; where no Mg²⁺ left, that is said instead. */
export function stepsOf({ from, to, pulses }: Decisive): StepTime[] {
  const found = new Map<SlowStep, number>();
  const note = (step: SlowStep, time: number): void => {
    if (!found.has(step) && time >= from && time <= to) found.set(step, time);
  };
  for (const pulse of pulses) {
    const start = pulseTime(pulse);
    const bound = pulse.glutamate.reduce((most, share) => Math.max(most, share), 0);
    const calcium = pulse.calcium.reduce((most, share) => Math.max(most, share), 0);
    for (const { offset } of pulse.taps) note("arrive", start + offset);
    if (found.has("arrive") && bound > BOUND) note("glutamate", start + TICK_MS / 2);
    for (let q = 0; q < QUARTERS; q++) {
      const at = start + (q * TICK_MS) / QUARTERS;
      const v = pulse.dendrite[q] ?? REST_MV;
      if (found.has("glutamate") && v > STIRRED_MV) note("ampa", at);
      if (found.has("ampa") && v > DEPOLARISED_MV) note("depolarises", at);
      if (found.has("glutamate") && bound * unblocked(v) >= PLUG_LEAVES) note("magnesium", at);
    }
    if (found.has("magnesium") && calcium >= LTP_CALCIUM) note("calcium", start + TICK_MS);
    for (const offset of pulse.spikes) note("spike", start + offset);
  }
  if (found.has("glutamate") && !found.has("magnesium"))
    found.set("plugged", Math.min(to, found.get("glutamate")! + 160));
  // What follows from another is told after it, though both can begin within a tick.
  for (const [i, step] of CHAIN.entries()) {
    const [before, own] = [found.get(CHAIN[i - 1]!), found.get(step)];
    if (before !== undefined && own !== undefined) found.set(step, Math.max(own, before + 1));
  }
  return [...found].map(([step, time]) => ({ step, time })).sort((a, b) => a.time - b.time);
}
