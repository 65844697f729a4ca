import type { SeatTrain, Stimulation } from "../session/stimulation.ts";

/** What the teacher's electrode can do, each as a laboratory does it. */
export const ELECTRODE = ["test-pulse", "theta-burst", "tetanus", "low-frequency"] as const;
export type ElectrodeId = (typeof ELECTRODE)[number];

/** A tick shows 16 ms, as in a round; the quarter of an hour of slow pulses passes in half a minute. */
const AS_IN_CLASS = 16;
const HURRIED = 1000;

/** @param at whose axons are excited */
export function stimulationOf(id: ElectrodeId, at: SeatTrain["at"]): Stimulation {
  const one = { at, start: 0, bursts: 1, every: 1, pulses: 1, apart: 1 } as const;
  switch (id) {
    case "test-pulse":
      return { trains: [one], pace: AS_IN_CLASS };
    case "theta-burst":
      return { trains: [{ ...one, bursts: 10, every: 200, pulses: 4, apart: 10 }], pace: AS_IN_CLASS };
    case "tetanus":
      return { trains: [{ ...one, pulses: 100, apart: 10 }], pace: AS_IN_CLASS };
    case "low-frequency":
      return { trains: [{ ...one, pulses: 900, apart: 1000 }], pace: HURRIED };
  }
}
