/** Steps of the slow-motion moment, in the order in which they can come. */
export const SLOW_STEPS = [
  "arrive",
  "glutamate",
  "ampa",
  "depolarises",
  "magnesium",
  "plugged",
  "calcium",
  "spike",
] as const;
export type SlowStep = (typeof SLOW_STEPS)[number];

/** Words of the slow-motion moment. */
export interface SlowTexts {
  /** The button that opens it: few letters, since it stands in a corner of the picture; and what it does. */
  readonly short: string;
  readonly watch: string;
  readonly title: string;
  /** What is seen at each step: twelve words at most. */
  readonly steps: Readonly<Record<SlowStep, string>>;
  /** Before the first step. */
  readonly begin: string;
  readonly play: string;
  readonly pause: string;
  readonly back: string;
  readonly forward: string;
  readonly close: string;
  /** {times}: how much slower than in the cell. */
  readonly slower: string;
}
