/** What those who lead a class see of its door; it steers no synapse, and is part of no recording. */
export interface DoorView {
  /** Whether newcomers wait for the teacher's yes. */
  readonly approve: boolean;
  /** Who waits, in the order in which they came, and the name that will be theirs. */
  readonly waiting: readonly { readonly id: number; readonly name: number }[];
  /** How many of those here came at once, more than a class does; 0: nobody, or it is long past. */
  readonly burst: number;
  /** Whether somebody new was just turned away because every seat is taken. */
  readonly full: boolean;
  /** Whether students may choose their names, and those that they chose, by seat. */
  readonly freeNames: boolean;
  readonly names: Readonly<Record<string, string>>;
  /** Whether newcomers need a card, and how many cards nobody has used yet. */
  readonly cardsOnly: boolean;
  readonly cards: number;
  /** Numbers of the remotes that may lead the class. */
  readonly remotes: readonly number[];
}
