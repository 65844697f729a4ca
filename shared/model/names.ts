/** The list with one name more or less, in the order of `all`. */
export const toggled = <T extends string>(all: readonly T[], list: readonly T[], id: T, on: boolean): readonly T[] =>
  all.filter((each) => (each === id ? on : list.includes(each)));

/** @throws RangeError for a name that is not one of `allowed`; it says which are */
export function known<T extends string>(what: string, name: string, allowed: readonly T[]): T {
  const found = allowed.find((each) => each === name);
  if (found === undefined) throw new RangeError(`no ${what} "${name}"; there are ${allowed.join(", ")}`);
  return found;
}
