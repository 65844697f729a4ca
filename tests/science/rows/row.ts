/** A line of the validation table: one number that the model gives, and what it has to be. */
export interface Measure {
  readonly what: string;
  readonly got: number;
  /** What is required, as the table prints it. */
  readonly required: string;
  readonly within: boolean;
}

/** A row of the validation table: one experiment, its literature, and what it measures here. */
export interface Row {
  readonly id: string;
  readonly protocol: string;
  readonly literature: string;
  readonly measure: () => Measure[];
}

/** @param digits decimals that the required value is printed with */
export const near = (what: string, got: number, required: number, tolerance: number, digits = 3): Measure => ({
  what,
  got,
  required: `${required.toFixed(digits)} ± ${tolerance}`,
  within: Math.abs(got - required) <= tolerance,
});

export const nearShare = (what: string, got: number, required: number, share: number, digits = 3): Measure => ({
  what,
  got,
  required: `${required.toFixed(digits)} ± ${100 * share} %`,
  within: Math.abs(got - required) <= share * Math.abs(required),
});

export const below = (what: string, got: number, limit: number): Measure => ({
  what,
  got,
  required: `< ${Number(limit.toPrecision(4))}`,
  within: got < limit,
});

export const atMost = (what: string, got: number, limit: number): Measure => ({
  what,
  got,
  required: `≤ ${limit}`,
  within: got <= limit,
});

export const above = (what: string, got: number, limit: number): Measure => ({
  what,
  got,
  required: `> ${limit}`,
  within: got > limit,
});
