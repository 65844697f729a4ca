/**
 * What went wrong in a class that stands until its teacher lets it go on: it was only paused, or its state was lost and it
 * was taken back by some seconds.
 */
export const TROUBLES = ["none", "paused", "restored"] as const;
export type Trouble = (typeof TROUBLES)[number];
