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

/** What the pulses of a moment tell at once. */
export interface Volley {
  /** Taps by seat, and all of them in order for the flash budget. */
  readonly bursts: readonly (readonly Burst[])[];
  readonly flashes: readonly Flash[];
  /** When the cell spiked, session ms, as flashes of the one soma. */
  readonly spikes: readonly Flash[];
  /** Of which pulses: a screen draws several frames between two ticks, and reads them once. */
  readonly first: Pulse | undefined;
  readonly last: Pulse | undefined;
  readonly count: number;
  readonly holds: readonly boolean[];
}

export const noVolley: Volley = {
  bursts: [],
  flashes: [],
  spikes: [],
  first: undefined,
  last: undefined,
  count: -1,
  holds: [],
};

/**
 * Reads the taps and spikes of a moment's pulses.
 * @param before  what was read last: returned if it is of the same pulses
 * @param holds   by seat: a synapse that is not in the picture flashes nobody
 */
export function readVolley(pulses: readonly Pulse[], seats: number, before: Volley, holds: readonly boolean[]): Volley {
  const [first, last] = [pulses[0], pulses[pulses.length - 1]];
  const same =
    before.count === pulses.length && before.first === first && before.last === last && before.holds === holds;
  if (same && before.bursts.length === seats) return before;
  return { ...readBursts(pulses, seats, holds), spikes: spikeTimes(pulses), first, last, count: pulses.length, holds };
}

function readBursts(
  pulses: readonly Pulse[],
  seats: number,
  holds: readonly boolean[],
): { bursts: Burst[][]; flashes: Flash[] } {
  const bursts: Burst[][] = Array.from({ length: seats }, () => []);
  const flashes: Flash[] = [];
  for (const pulse of pulses) {
    for (const tap of pulse.taps) {
      const own = bursts[tap.seat];
      if (own === undefined) continue;
      const time = pulseTime(pulse) + tap.offset;
      const last = own[own.length - 1];
      const flashes_ = last === undefined || time - last.time >= PULSE_EVERY_MS;
      own.push({ time, seed: pulse.tick * 64 + tap.seat, flashes: flashes_ });
      if (holds[tap.seat]) flashes.push({ source: tap.seat, time });
    }
  }
  flashes.sort((a, b) => a.time - b.time || a.source - b.source);
  return { bursts, flashes };
}

function spikeTimes(pulses: readonly Pulse[]): Flash[] {
  const spikes: Flash[] = [];
  for (const pulse of pulses) {
    for (const offset of pulse.spikes) spikes.push({ source: 0, time: pulseTime(pulse) + offset });
  }
  return spikes;
}
