/** A set of names as a number: bit i stands for the i-th of `all`. At most 32 names. */
export const maskOf = <T extends string>(all: readonly T[], some: readonly T[]): number =>
  some.reduce((mask, each) => (mask | (1 << all.indexOf(each))) >>> 0, 0);

/** The names of a mask, in the order of `all`. */
export const namesOf = <T extends string>(all: readonly T[], mask: number): readonly T[] =>
  all.filter((_, i) => (mask >>> i) & 1);
