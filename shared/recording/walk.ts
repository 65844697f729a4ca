/**
 * A walk through a whole class, in slices, so that whoever waits is told how far it is, can be shown something else
 * meanwhile, and can give it up: shares that are done, 0 … 1, and then its result.
 */
export type Walk<T> = Generator<number, T>;

/** Ticks of a slice. */
export const SLICE = 250;

/** The whole walk at once. */
export function atOnce<T>(walk: Walk<T>): T {
  let step = walk.next();
  while (!step.done) step = walk.next();
  return step.value;
}

/** A walk that is one of several. @param part  which, from 0 @param of  how many there are */
export function* partOf<T>(walk: Walk<T>, part: number, of: number): Walk<T> {
  let step = walk.next();
  for (; !step.done; step = walk.next()) yield (part + step.value) / of;
  return step.value;
}
