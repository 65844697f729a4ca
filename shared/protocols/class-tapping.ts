import { gaussian, stream } from "../model/random.ts";
import { type Protocol, protocol, type Train } from "./protocol.ts";
import { pulses } from "./trains.ts";

/** How a class taps along with a beat. Times with "human" are on the wall clock; the cell lives slower by `slowMotion`. */
export interface ClassTapping {
  readonly students: number;
  /** Share of the students who tap at all, 0 … 1. */
  readonly share?: number;
  readonly taps: number;
  /** Beats a human second. */
  readonly humanHz: number;
  /** Wall-clock ms a biological ms. */
  readonly slowMotion: number;
  /** SD of each tap around its beat (normally distributed), human ms. */
  readonly jitterMs: number;
  readonly seed: number;
}

/** A class that taps: each tap is a burst of four spikes, each student an input with a random stream of its own. */
export function classTapping(class_: ClassTapping): Protocol {
  const { students, share = 1, taps, humanHz, slowMotion, jitterMs, seed } = class_;
  // The first beat leaves room for early taps: four SD hold all but one in 30,000, which then comes at once.
  const lead = (4 * jitterMs) / slowMotion;
  const beat = 1000 / (humanHz * slowMotion);
  const trains = Array.from({ length: Math.round(share * students) }, (_, student): Train => {
    const random = stream(seed, student);
    const bursts = Array.from({ length: taps }, (_, tap) => {
      const at = lead + tap * beat + (jitterMs / slowMotion) * gaussian(random);
      return pulses(4, 100, Math.max(0, Math.round(at)));
    });
    return bursts.flat().sort((a, b) => a - b);
  });
  return protocol(trains);
}
