/** What the HTTP side needs of the classrooms; server/classroom implements it, tests replace it. */
export interface Classes {
  open(options: { readonly hostHash: string }): Promise<OpenedClass>;
  /** Whether a class with this (normalised) code is open now. @throws Unavailable when it is on its way elsewhere */
  isOpen(code: string): boolean | Promise<boolean>;
  /** No more may be open: one that nobody came to ends, if there is one. */
  makeWay(): Promise<void>;
  /** The key that a short code or phrase stands for, in a class that is open; undefined when it stands for none. */
  exchange(code: string, said: Said): Promise<Key | undefined>;
}

/** What cannot be had at the moment, and may be asked for again. */
export class Unavailable extends Error {}

export interface OpenedClass {
  readonly code: string;
  readonly classId: string;
  readonly stageKey: string;
}

/** What a person types to go on elsewhere: a student's resume code, or a teacher's recovery phrase. */
export type Said = { readonly resume: string } | { readonly phrase: string };
export type Key = { readonly seatKey: string } | { readonly remoteKey: string };
