import type { Lesson, Step } from "./lesson.ts";
import type { Misconception } from "./quick-check/bank.ts";
import type { RoundId } from "./round.ts";

/** The lessons that come with the product. */

const DAY = 86_400;

const round = (id: RoundId): Step => ({ do: "round", round: id });
const lapse = (seconds: number): Step => ({ do: "lapse", seconds });

const fresh = (step: Step): Step => ({ ...step, fresh: true });

/** Questions on these ideas: their first forms before, their second after. */
const before = (...ideas: readonly Misconception[]): Step[] =>
  ideas.map((idea) => ({ do: "check", item: `${idea}-1` }));
const after = (...ideas: readonly Misconception[]): Step[] => ideas.map((idea) => ({ do: "check", item: `${idea}-2` }));
const FOR_25: readonly Misconception[] = ["spike-passes-on", "whole-cell", "permanent"];
const FOR_45: readonly Misconception[] = ["whole-cell", "new-synapses", "proteins-start-it", "ltp-is-memory"];

const opening: readonly Step[] = [round("warm-up"), { do: "bet", bet: "alone", over: 1 }, round("baseline")];
/** One round is forgotten by the next day, three rounds ten minutes apart are not. */
const massed: readonly Step[] = [round("together"), { do: "bet", bet: "tomorrow", over: 1 }, lapse(DAY)];
const thrice: readonly Step[] = [round("together"), round("together"), round("together")];
const spaced: readonly Step[] = [...thrice, { do: "bet", bet: "tomorrow", over: 1 }, lapse(DAY)];
const association: readonly Step[] = [
  fresh({ do: "bet", bet: "weak", over: 1 }),
  round("weak-alone"),
  { do: "bet", bet: "weak", over: 1 },
  round("weak-and-strong"),
];
const conditioning: readonly Step[] = [
  fresh(round("bell-alone")),
  round("bell-and-food"),
  round("bell-and-food"),
  round("bell-and-food"),
  { do: "bet", bet: "bell", over: 1 },
  round("bell-again"),
  { do: "bet", bet: "bell", over: 1 },
  round("other-bell"),
];
/** Slow pulses in place of the class: 900 of them, one a second, weaken a bond. */
const extinction: readonly Step[] = [{ do: "stimulate", protocol: "low-frequency", at: "A" }, round("bell-again")];
const order: readonly Step[] = [fresh({ do: "bet", bet: "late", over: 1 }), round("too-late")];
const receptors: readonly Step[] = [
  fresh({ do: "vote", among: ["s831a", "exocytosis-block", "apv"] }),
  round("together"),
];
const blocked: readonly Step[] = [
  fresh({ ...round("together"), drugs: ["anisomycin"] }),
  round("together"),
  round("together"),
  { do: "bet", bet: "blocked", over: 1 },
  lapse(DAY),
];
const rescue: readonly Step[] = [
  fresh({ ...round("who-grew"), drugs: [] }),
  { do: "bet", bet: "rescue", over: 4 },
  round("other-half"),
  round("other-half"),
  round("other-half"),
  lapse(DAY),
];
const remember: readonly Step[] = [
  fresh({ ...round("picture"), drugs: [] }),
  round("picture"),
  round("picture"),
  { do: "bet", bet: "half", over: 1 },
  round("recall"),
  round("more-pictures"),
  { do: "bet", bet: "half", over: 1 },
  round("recall"),
];
const months: readonly Step[] = [{ do: "bet", bet: "months", over: 1 }, lapse(30 * DAY), round("together"), lapse(DAY)];
const elsewhere: readonly Step[] = [
  { do: "bet", bet: "elsewhere", over: 1, pathway: "cerebellum", drugs: [] },
  round("together"),
  { do: "bet", bet: "elsewhere", over: 1, pathway: "mossy-fibre" },
  round("together"),
];

export const LESSON_IDS = ["10", "25", "45"] as const;
export type LessonId = (typeof LESSON_IDS)[number];

/** By the minutes that they take. */
export const lessons: Readonly<Record<LessonId, Lesson>> = {
  "10": { lesson: 1, title: "10 min", steps: [...opening, ...massed, ...spaced] },
  "25": {
    lesson: 1,
    title: "25 min",
    steps: [
      ...[...before(...FOR_25), ...opening, round("together"), round("who-grew"), ...association, ...conditioning],
      ...[...spaced.map(first), ...after(...FOR_25)],
    ],
  },
  "45": {
    lesson: 1,
    title: "45 min",
    steps: [
      ...[...before(...FOR_45), ...opening, round("together"), round("who-grew"), ...association],
      ...[...conditioning, ...extinction],
      ...[...order, ...receptors, ...blocked, ...rescue, ...months, ...remember, ...elsewhere],
      ...after(...FOR_45),
    ],
  },
};

/** The first step of a chapter begins with another cell. */
function first(step: Step, index: number): Step {
  return index === 0 ? fresh({ ...step, drugs: [] }) : step;
}
