/**
 * Why a class stands that nobody paused. Something went wrong, and its teacher lets it go on: it was only paused, or its state
 * was lost and it was taken back by some seconds. Or nobody shows or leads it, and it goes on by itself: "unled".
 */
export const TROUBLES = ["none", "paused", "restored", "unled"] as const;
export type Trouble = (typeof TROUBLES)[number];
