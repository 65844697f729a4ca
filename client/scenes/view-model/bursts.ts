import { type Pulse, pulseTime } from "../../../shared/session/pulse.ts";
import { type Flash, PULSE_EVERY_MS } from "./flash-budget.ts";

/** A tap as the scene draws it. */
export interface Burst {
  /** When its first spike reaches the synapse, session ms. */
  readonly time: number;
  /** Seed of its particles' ways: a tap of one seat at one instant is one event. */
  readonly seed: number;
  /** Whether it may flash, or comes too soon after another. */
  readonly flashes: boolean;
}

/** What the pulses of a moment tell at once; read into the same objects again and again. */
export interface Volley {
  /** Taps by seat, and all of them in order for the flash budget. */
  readonly bursts: readonly (readonly Burst[])[];
  readonly flashes: readonly Flash[];
  /** When the cell spiked, session ms, as flashes of the one soma. */
  readonly spikes: readonly Flash[];
}

type Open<T> = { -readonly [K in keyof T]: T[K] };

/** Objects that are filled, and those that wait to be. */
class Filled<T> {
  readonly list: Open<T>[] = [];
  readonly #spare: Open<T>[];
  readonly #blank: () => T;

  constructor(blank: () => T, spare: Open<T>[] = []) {
    this.#blank = blank;
    this.#spare = spare;
  }

  next(): Open<T> {
    const one = this.#spare.pop() ?? this.#blank();
    this.list.push(one);
    return one;
  }

  empty(): void {
    while (this.list.length > 0) this.#spare.push(this.list.pop()!);
  }
}

const blankFlash = (): Flash => ({ source: 0, time: 0.5 });
const blankBurst = (): Burst => ({ time: 0.5, seed: 0, flashes: false });

/** Reads the taps and spikes of moments' pulses: a screen draws several frames between two ticks, and reads them once. */
export class VolleyReader implements Volley {
  readonly bursts: Open<Burst>[][] = [];
  readonly #bursts: Filled<Burst>[] = [];
  readonly #spare: Open<Burst>[] = [];
  readonly #flashes = new Filled(blankFlash);
  readonly #spikes = new Filled(blankFlash);
  readonly flashes = this.#flashes.list;
  readonly spikes = this.#spikes.list;
  /** Of which pulses. */
  #first: Pulse | undefined;
  #last: Pulse | undefined;
  #count = -1;
  #holds: readonly boolean[] = [];

  /** @param holds  by seat: a synapse that is not in the picture flashes nobody */
  read(pulses: readonly Pulse[], seats: number, holds: readonly boolean[]): Volley {
    const [first, last] = [pulses[0], pulses[pulses.length - 1]];
    const same = this.#count === pulses.length && this.#first === first && this.#last === last && this.#holds === holds;
    if (same && this.bursts.length === seats) return this;
    this.#first = first;
    this.#last = last;
    this.#count = pulses.length;
    this.#holds = holds;
    this.#begin(seats);
    for (let i = 0; i < pulses.length; i++) this.#add(pulses[i]!);
    return this;
  }

  #begin(seats: number): void {
    this.#flashes.empty();
    this.#spikes.empty();
    for (let i = 0; i < this.#bursts.length; i++) this.#bursts[i]!.empty();
    if (this.bursts.length === seats) return;
    while (this.#bursts.length < seats) this.#bursts.push(new Filled(blankBurst, this.#spare));
    this.bursts.length = 0;
    for (let i = 0; i < seats; i++) this.bursts.push(this.#bursts[i]!.list);
  }

  #add(pulse: Pulse): void {
    const from = pulseTime(pulse);
    for (let i = 0; i < pulse.taps.length; i++) {
      const { seat, offset } = pulse.taps[i]!;
      const own = this.bursts[seat];
      if (own === undefined) continue;
      const before = own[own.length - 1];
      const burst = this.#bursts[seat]!.next();
      burst.time = from + offset;
      burst.seed = pulse.tick * 64 + seat;
      burst.flashes = before === undefined || burst.time - before.time >= PULSE_EVERY_MS;
      if (!this.#holds[seat]) continue;
      const flash = this.#flashes.next();
      flash.source = seat;
      flash.time = burst.time;
      putInOrder(this.flashes);
    }
    for (let i = 0; i < pulse.spikes.length; i++) {
      const spike = this.#spikes.next();
      spike.source = 0;
      spike.time = from + pulse.spikes[i]!;
    }
  }
}

/** Moves the last flash to where it belongs: few come out of order. */
function putInOrder(flashes: Flash[]): void {
  for (let i = flashes.length - 1; i > 0; i--) {
    const before = flashes[i - 1]!;
    const flash = flashes[i]!;
    if (before.time < flash.time || (before.time === flash.time && before.source <= flash.source)) return;
    flashes[i - 1] = flash;
    flashes[i] = before;
  }
}
