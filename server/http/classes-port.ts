import type { SessionRow } from "../journal/store.ts";

/** What the HTTP side needs of the classrooms; server/classroom implements it, tests replace it. */
export interface Classes {
  open(options: { readonly hostHash: string }): Promise<OpenedClass>;
  /** Opens a class again that broke off, from its journal. @throws when it cannot go on */
  reopen(session: SessionRow): Promise<void>;
  /** Whether a class with this (normalised) code is open now. */
  isOpen(code: string): boolean | Promise<boolean>;
}

export interface OpenedClass {
  readonly code: string;
  readonly classId: string;
  readonly stageKey: string;
}
