import { LONGEST_STIMULATION } from "../../session/stimulation.ts";
import {
  apartOf,
  burstsAt,
  HOUR,
  inputsOf,
  MINUTE,
  type Plan,
  pulsesAt,
  repeated,
  type Step,
  stimulate,
  tetanusAt,
  train,
} from "./plan.ts";

/** Protocols of one stimulated pathway. A silent control of a tenth of the cell's contacts shows what is specific. */
const CONTROL = 24;
const STRONG = 0;

const pathway = (contacts: number) => inputsOf({ strong: contacts, control: CONTROL });

/** One tetanus: 100 Hz for a second. Bliss & Lømo's successors; rows D11, D29 */
export const tetanus = ({ pulses = 100, contacts = 96, hours = 8 } = {}): Plan => ({
  inputs: pathway(contacts),
  steps: [{ at: 0, event: tetanusAt(STRONG, pulses) }],
  until: hours * HOUR,
});

/** Several tetani, `gap` minutes from one to the next. Huang & Kandel 1994; rows D12, D13, D28 */
export const tetani = ({ count = 4, gap = 5, contacts = 96, hours = 24 } = {}): Plan => ({
  inputs: pathway(contacts),
  steps: repeated(count, gap * MINUTE, tetanusAt(STRONG)),
  until: hours * HOUR,
});

/** Theta-burst stimulation, once or several times. Larson, Wong & Lynch 1986; rows D20, D21 */
export const thetaBurst = ({
  bursts = 10,
  interval = 200,
  repeats = 1,
  gap = 10,
  contacts = 96,
  hours = 8,
} = {}): Plan => ({
  inputs: pathway(contacts),
  steps: repeated(repeats, gap * MINUTE, stimulate([burstsAt(STRONG, bursts, interval)])),
  until: hours * HOUR,
});

/** Between a parallel fibre's pulse and the climbing fibre's, ms. */
const CLIMBING_LAG = 20;
/** Between the end of slow pulses and a tetanus that reverses them, s. */
const REVERSAL_PAUSE = 10 * MINUTE;
/** ms. */
const SECOND = 1000;

/** Pulses that take longer than a stimulation may, in several of which each goes on where the one before ended. */
function slowly(pulses: number, apart: number, forced: boolean): Step[] {
  const most = Math.floor((LONGEST_STIMULATION - 2 * SECOND) / apart);
  return Array.from({ length: Math.ceil(pulses / most) }, (_, i) => {
    const count = Math.min(most, pulses - i * most);
    // A step comes at a whole second; the rest of the time is the stimulation's own.
    const from = i * most * apart;
    const start = from % SECOND;
    const more = forced ? { forced: [train(start + CLIMBING_LAG, count, apart)] } : {};
    return { at: (from - start) / SECOND, event: stimulate([pulsesAt(STRONG, count, apart, start)], more) };
  });
}

/**
 * Slow single pulses, 900 at 1 Hz as a rule. `forced`: the cell spikes 20 ms after each (climbing fibre, cerebellum);
 * `tetanus`: ten minutes later one follows. Dudek & Bear 1992, Mulkey & Malenka 1992, Coesmans 2004; rows D10, D30, D41
 */
export function lowFrequency({
  pulses = 900,
  hz = 1,
  forced = 0,
  tetanus: then = 0,
  contacts = 72,
  hours = 3,
} = {}): Plan {
  const apart = apartOf(hz);
  const later = (pulses * apart) / 1000 + REVERSAL_PAUSE;
  return {
    inputs: pathway(contacts),
    steps: [...slowly(pulses, apart, forced !== 0), ...(then === 0 ? [] : [{ at: later, event: tetanusAt(STRONG) }])],
    until: hours * HOUR,
  };
}

/** Slow pulses to a weak input while an electrode holds the cell at a potential, mV. Row D22 */
export const pairing = ({ clamp = 0, pulses = 100, hz = 2, contacts = 19.2, hours = 3 } = {}): Plan => ({
  inputs: inputsOf({ weak: contacts, control: CONTROL }),
  steps: [{ at: 0, event: stimulate([pulsesAt(0, pulses, apartOf(hz))], { clamp }) }],
  until: hours * HOUR,
});
