/** English. `{slots}` are filled by client/ui/locale.ts; symbols such as Ca²⁺ are the same in every language. */
export const en = {
  app: {
    name: "Fire Together",
    tagline: "Every phone is a neuron. Fire together, and watch a memory form.",
    language: "Language",
  },
  home: {},
  phone: {},
  stage: {},
  replay: {},
  rounds: {
    "warm-up": {
      title: "Warm-up",
      instruction: "Tap with the beat",
      happened: "We measured how early or late each phone is, so that timing is fair for everyone.",
    },
    baseline: {
      title: "Baseline",
      instruction: "Tap alone, whenever you like",
      happened: "One synapse alone hardly moves the cell. This is our 100 % line.",
    },
    together: {
      title: "Fire together",
      instruction: "Tap with the beat, all together",
      happened: "Together you fired the cell: Mg²⁺ left, Ca²⁺ entered, and new AMPA receptors stayed.",
    },
    "who-grew": {
      title: "Who grew?",
      instruction: "Only group A taps. Group B watches",
      happened: "Only the synapses that took part grew. The others stayed as they were.",
    },
  },
  reasons: {
    "no-such-class": "There is no open class with this code. Check it with your teacher.",
    full: "This class is full. Ask your teacher for a place.",
    "not-allowed": "This page may not do that.",
    stale: "The class had already moved on.",
    "not-now": "That cannot be done at this moment.",
    malformed: "The server did not understand the message.",
    "taken-over": "Your neuron is open in another window. This one stopped.",
    ended: "This class has ended.",
    unreachable: "The class cannot be reached. Check the Wi-Fi; we keep trying.",
    "no-such-session": "This recording does not exist, or it is not yours.",
  },
} as const;
