import type { SessionEvent } from "../../session/events.ts";
import { burstsAt, DAY, HOUR, inputsOf, MINUTE, type Plan, repeated, stimulate, tetanusAt } from "./plan.ts";

/** A session that makes proteins: four tetani, five minutes apart. */
const session = (at: number) => repeated(4, 5 * MINUTE, tetanusAt(0), at);

/**
 * Sessions a day apart, then months. Late LTP lasts that long only with the mechanism "retention", which is switched on.
 * @source Abraham 2002, J Neurosci 22:9626 (dentate gyrus of living rats); row D37
 */
export const months = ({ sessions = 3, days = 180 } = {}): Plan => ({
  inputs: inputsOf({ strong: 96, control: 24 }),
  steps: [
    { at: 0, event: { kind: "module", module: "retention", on: true } as const },
    ...Array.from({ length: sessions }, (_, i) => session(i * DAY)).flat(),
  ],
  until: days * DAY,
});

const serotoninPulse: SessionEvent = { kind: "modulate", modulator: "serotonin" };

/** Pulses of serotonin, `gap` minutes apart. Montarolo 1986 (Aplysia); row D41 */
export const serotonin = ({ pulses = 5, gap = 20, hours = 24 } = {}): Plan => ({
  inputs: inputsOf({ sensory: 20 }),
  steps: repeated(pulses, gap * MINUTE, serotoninPulse),
  until: hours * HOUR,
});

/** From one trial with a plateau to the next, s. */
const PLATEAU_TRIAL = 2 * MINUTE;
/** The last pulse of three bursts comes after a second, and the stimulation is over a second later: then a lapse counts on. */
const PACE = 1000;
const FIRST_PULSE = 1000 - 2 * 200 - 3 * 10;

/**
 * A theta burst on a weak input and, so many whole seconds after its last pulse, a plateau potential. The mechanism
 * "behavioural-time-scale" is switched on. Bittner 2017, Science 357:1033
 */
export const plateau = ({ delay = 1, trials = 3, contacts = 19.2, hours = 3 } = {}): Plan => ({
  inputs: inputsOf({ weak: contacts, control: 24 }),
  steps: [
    { at: 0, event: { kind: "module", module: "behavioural-time-scale", on: true } as const },
    ...Array.from({ length: trials }, (_, i) => [
      { at: i * PLATEAU_TRIAL, event: stimulate([burstsAt(0, 3, 200, FIRST_PULSE)], { pace: PACE }) },
      { at: i * PLATEAU_TRIAL + 1 + delay, event: { kind: "modulate", modulator: "plateau" } as const },
    ]).flat(),
  ],
  until: hours * HOUR,
});
