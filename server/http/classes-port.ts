/** What the HTTP side needs of the classrooms; server/classroom implements it, tests replace it. */
export interface Classes {
  open(options: { readonly hostHash: string }): Promise<OpenedClass>;
  /** Whether a class with this (normalised) code is open now. @throws Unavailable when it is on its way elsewhere */
  isOpen(code: string): boolean | Promise<boolean>;
}

/** What cannot be had at the moment, and may be asked for again. */
export class Unavailable extends Error {}

export interface OpenedClass {
  readonly code: string;
  readonly classId: string;
  readonly stageKey: string;
}
