import { known } from "../model/names.ts";
import type { PathwayId } from "../model/pathways.ts";
import { checkSetting, contacts, hours, type Setting, setting, yesNo } from "./setting.ts";

/**
 * The laboratory's protocols by name, with what can be set in each. A "course" follows synapses through time; a "sweep"
 * repeats an experiment over a range of one quantity and gives a curve.
 */
export const PROTOCOLS = [
  "tetanus",
  "tetani",
  "theta-burst",
  "low-frequency",
  "pairing",
  "tagging",
  "conditioning",
  "extinction",
  "discrimination",
  "months",
  "serotonin",
  "plateau",
  "stdp",
  "frequency",
  "associativity",
  "cooperativity",
  "synchrony",
  "recall",
] as const;
export type ProtocolId = (typeof PROTOCOLS)[number];

export interface ProtocolEntry {
  readonly kind: "course" | "sweep";
  /** Whether chance is part of it; every other protocol uses the seed only for optional mechanisms that draw. */
  readonly seeded: boolean;
  /** Where it is done, if not at the standard synapse: what to offer first. Elsewhere nothing happens. */
  readonly pathway?: PathwayId;
  readonly settings: Readonly<Record<string, Setting>>;
}

/**
 * When the drugs are there, hours from the first stimulation: by default from before it to the end. "-1" is the very
 * beginning.
 */
const drugWindow = {
  "drug-from": setting("hours", -1, -1, 17_520, 0.05),
  "drug-to": setting("hours", 17_520, -1, 17_520, 0.05),
} as const;

/** How long after the stimulation a curve's points are read. */
const after = setting("minutes", 10, 1, 1440);

export const CATALOGUE = {
  /** 100 Hz for a second. */
  tetanus: {
    kind: "course",
    seeded: false,
    settings: { pulses: setting("count", 100, 1, 300), contacts: contacts(96), hours: hours(8), ...drugWindow },
  },
  /** Several of them, `gap` minutes from one to the next. */
  tetani: {
    kind: "course",
    seeded: false,
    settings: {
      count: setting("count", 4, 1, 8),
      gap: setting("minutes", 5, 0.1, 120, 0.1),
      contacts: contacts(96),
      hours: hours(24),
      ...drugWindow,
    },
  },
  "theta-burst": {
    kind: "course",
    seeded: false,
    settings: {
      bursts: setting("count", 10, 1, 40),
      interval: setting("milliseconds", 200, 50, 5000),
      repeats: setting("count", 1, 1, 6),
      gap: setting("minutes", 10, 1, 120, 0.5),
      contacts: contacts(96),
      hours: hours(8),
      ...drugWindow,
    },
  },
  /** Slow single pulses; `forced`: each followed by a spike of the cell 20 ms later (a climbing fibre's, in the cerebellum). */
  "low-frequency": {
    kind: "course",
    seeded: false,
    settings: {
      pulses: setting("count", 900, 1, 1500),
      hz: setting("hertz", 1, 0.1, 100, 0.1),
      forced: yesNo(0),
      tetanus: yesNo(0),
      contacts: contacts(72),
      hours: hours(3),
      ...drugWindow,
    },
  },
  /** Slow pulses to a weak input while an electrode holds the cell. */
  pairing: {
    kind: "course",
    seeded: false,
    settings: {
      clamp: setting("millivolts", 0, -100, 40),
      pulses: setting("count", 100, 1, 900),
      hz: setting("hertz", 2, 0.5, 20, 0.5),
      contacts: contacts(19.2),
      hours: hours(3),
      ...drugWindow,
    },
  },
  /** A weak tetanus on one pathway, a strong one on another; a negative gap is strong before weak. */
  tagging: {
    kind: "course",
    seeded: false,
    settings: {
      gap: setting("hours", 1, -6, 6, 0.05),
      hours: hours(8),
      ...drugWindow,
    },
  },
  /** Tone (CS) and food (US), `lag` ms later: blocks of trials, ten minutes apart. */
  conditioning: {
    kind: "course",
    seeded: false,
    settings: {
      lag: setting("milliseconds", 10, 0, 180),
      blocks: setting("count", 3, 1, 6),
      trials: setting("count", 10, 1, 40),
      tone: yesNo(1),
      food: yesNo(1),
      ...drugWindow,
    },
  },
  /** Conditioning, and a day later the tone alone. */
  extinction: {
    kind: "course",
    seeded: false,
    settings: {
      lag: setting("milliseconds", 10, 0, 180),
      blocks: setting("count", 3, 1, 6),
      pulses: setting("count", 900, 1, 1500),
      hz: setting("hertz", 1, 0.5, 20, 0.5),
      ...drugWindow,
    },
  },
  /** A tone with food, another without; they share so many of their neurons. */
  discrimination: {
    kind: "sweep",
    seeded: false,
    settings: {
      lag: setting("milliseconds", 10, 0, 180),
      blocks: setting("count", 3, 1, 6),
      trials: setting("count", 10, 1, 40),
    },
  },
  /** Sessions of four tetani, a day apart, then months. */
  months: {
    kind: "course",
    seeded: false,
    pathway: "dentate",
    settings: {
      sessions: setting("count", 3, 1, 7),
      days: setting("days", 180, 2, 700),
      ...drugWindow,
    },
  },
  serotonin: {
    kind: "course",
    seeded: false,
    pathway: "aplysia",
    settings: {
      pulses: setting("count", 5, 1, 10),
      gap: setting("minutes", 20, 1, 60),
      hours: hours(24),
      ...drugWindow,
    },
  },
  /** A burst of spikes, and a plateau potential in the dendrite so many seconds later. */
  plateau: {
    kind: "course",
    seeded: false,
    settings: {
      delay: setting("seconds", 1, 1, 10),
      trials: setting("count", 3, 1, 20),
      contacts: contacts(19.2),
      hours: hours(3),
      ...drugWindow,
    },
  },
  /** Pairs of a presynaptic and a forced postsynaptic spike (or two of them), against their interval. */
  stdp: {
    kind: "sweep",
    seeded: false,
    settings: {
      doublet: yesNo(0),
      hz: setting("hertz", 5, 0.5, 10, 0.5),
      pairs: setting("count", 100, 1, 300),
      contacts: contacts(19.2),
      after,
    },
  },
  /** The same number of pulses, slow to fast. */
  frequency: {
    kind: "sweep",
    seeded: false,
    settings: { pulses: setting("count", 900, 10, 900), contacts: contacts(72), after },
  },
  /** A weak input and a strong one, against the time between them. */
  associativity: {
    kind: "sweep",
    seeded: false,
    settings: { weak: contacts(19.2), strong: contacts(72), after },
  },
  /** Change against how many contacts take part. */
  cooperativity: {
    kind: "sweep",
    seeded: false,
    settings: { pulses: setting("count", 100, 1, 300), bursts: setting("count", 10, 1, 40), after },
  },
  /** A class that taps with a beat, against how unsteadily it does. */
  synchrony: {
    kind: "sweep",
    seeded: true,
    settings: {
      students: setting("count", 30, 2, 60),
      share: setting("share", 1, 0.1, 1, 0.05),
      taps: setting("count", 10, 1, 30),
      beat: setting("hertz", 2, 0.5, 4, 0.125),
      "slow-motion": setting("times", 2.5, 1, 8, 0.5),
      contacts: contacts(84),
      classes: setting("count", 5, 1, 10),
    },
  },
  /** A class of cells that stores patterns; how much of one comes back from a part of it. */
  recall: {
    kind: "sweep",
    seeded: true,
    settings: {
      students: setting("count", 20, 4, 60),
      active: setting("count", 4, 2, 20),
      cue: setting("count", 2, 1, 19),
      patterns: setting("count", 12, 1, 20),
      trials: setting("count", 500, 10, 4000),
    },
  },
} as const satisfies Readonly<Record<ProtocolId, ProtocolEntry>>;

/** The settings of a protocol, all of them. */
export type SettingsOf<P extends ProtocolId> = {
  readonly [K in keyof (typeof CATALOGUE)[P]["settings"]]: number;
};

/** An entry as the page and the command read it, whatever the protocol. */
export const entryOf = (protocol: ProtocolId): ProtocolEntry => CATALOGUE[protocol];

/**
 * A protocol's settings: those that were given, the others as they are by default.
 * @throws RangeError for an unknown protocol or setting, or a value that cannot be; it names what is allowed
 */
export function settingsOf<P extends ProtocolId>(protocol: P, given: Readonly<Record<string, number>>): SettingsOf<P> {
  const { settings } = entryOf(known("protocol", protocol, PROTOCOLS));
  const ids = Object.keys(settings);
  for (const id of Object.keys(given)) known(`setting of ${protocol}`, id, ids);
  const all = Object.entries(settings).map(([id, allowed]) => {
    const value = given[id] ?? allowed.default;
    checkSetting(id, value, allowed);
    return [id, value] as const;
  });
  // Every id of the entry has its value now; the compiler cannot know that of fromEntries.
  return Object.fromEntries(all) as SettingsOf<P>;
}
