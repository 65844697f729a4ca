import type { SessionEvent } from "../../session/events.ts";
import type { SeatTrain } from "../../session/stimulation.ts";
import { classTapping } from "../class-tapping.ts";
import {
  apartOf,
  burstsAt,
  inputsOf,
  MINUTE,
  type Plan,
  pulsesAt,
  stimulate,
  takes,
  tetanusAt,
  train,
} from "./plan.ts";

/** Experiments that are repeated over a range of one quantity: each is a function of it. */

/** One stimulation, and a look `after` minutes later. */
const single = (contacts: Readonly<Record<string, number>>, event: SessionEvent, after: number): Plan => ({
  inputs: inputsOf(contacts),
  steps: [{ at: 0, event }],
  until: takes(event) + after * MINUTE,
});

/** The first presynaptic pulse, ms: room for a spike of the cell before it. */
const FIRST = 100;
/** Between the two spikes of a doublet, ms. */
const DOUBLET = 10;

/**
 * Pairs of a presynaptic pulse and a spike of the cell `dt` ms later (before it, if negative); with `doublet` two spikes, the
 * first at `dt`. Row D23; Bi & Poo 1998 have 60 pairs at 1 Hz
 */
export function spikePairs(dt: number, { doublet = 0, hz = 5, pairs = 100, contacts = 19.2, after = 10 } = {}): Plan {
  const apart = apartOf(hz);
  const forced = [train(FIRST + dt, pairs, apart, doublet === 0 ? 1 : 2, DOUBLET)];
  return single({ weak: contacts }, stimulate([pulsesAt(0, pairs, apart, FIRST)], { forced }), after);
}

/** The same number of pulses, slow or fast. Dudek & Bear 1992; row D10 */
export const frequency = (hz: number, { pulses = 900, contacts = 72, after = 10 } = {}): Plan =>
  single({ strong: contacts }, stimulate([pulsesAt(0, pulses, apartOf(hz))]), after);

/** Eight trains, ten seconds apart, of eight pulses at 400 Hz: 2.5 ms lie between two steps of the model, so two trains. */
const trains400 = (at: number, start: number): SeatTrain[] =>
  [0, 2].map((offset) => ({ at, start: start + offset, bursts: 8, every: 10_000, pulses: 4, apart: 5 }));

/** A weak and a strong input, the strong one `lag` ms later (before it, if negative). Levy & Steward 1983; row D18 */
export function associativity(lag: number, { weak = 19.2, strong = 72, after = 10 } = {}): Plan {
  const [first, second] = lag < 0 ? [-lag, 0] : [0, lag];
  return single({ weak, strong }, stimulate([...trains400(0, first), ...trains400(1, second)]), after);
}

/** So many contacts at once, tetanised or in theta bursts. McNaughton 1978; row D16 */
export const cooperation = (
  contacts: number,
  by: "tetanus" | "theta-burst",
  { pulses = 100, bursts = 10, after = 10 } = {},
): Plan =>
  single({ strong: contacts }, by === "tetanus" ? tetanusAt(0, pulses) : stimulate([burstsAt(0, bursts)]), after);

export interface ClassSettings {
  readonly students?: number;
  /** Share of them who tap. */
  readonly share?: number;
  readonly taps?: number;
  /** Beats a second on the wall clock. */
  readonly beat?: number;
  readonly "slow-motion"?: number;
  /** Contacts of the whole class. */
  readonly contacts?: number;
  /** Minutes until the last look. */
  readonly after?: number;
  readonly seed: number;
}

/** A class that taps along with a beat, `jitter` ms (SD, on the wall clock) around it. Rows D34, D35 */
export function tappingClass(jitter: number, settings: ClassSettings): Plan {
  const {
    students = 30,
    share = 1,
    taps = 10,
    beat = 2,
    "slow-motion": slowMotion = 2.5,
    contacts = 84,
    after = 10,
    seed,
  } = settings;
  const { trains } = classTapping({ students, share, taps, humanHz: beat, slowMotion, jitterMs: jitter, seed });
  const spikes = trains.flatMap((times, at) => times.map((start) => pulsesAt(at, 1, 1, start)));
  const each = Array.from(
    { length: trains.length },
    (_, student) => [`student-${student}`, contacts / students] as const,
  );
  return single(Object.fromEntries(each), stimulate(spikes), after);
}
