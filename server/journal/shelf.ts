import type { Imported, Origin, SessionSummary } from "../../shared/wire/shelf.ts";

/** The journal's part for what becomes of a session afterwards: a host's shelf, links to it, notes, and how long it is kept. */
export interface Shelf {
  /** Sessions of a host, newest first. */
  list(hostHash: string): Promise<readonly SessionSummary[]>;
  /** Changes what is said of a session; what is not mentioned stays. */
  describe(sessionId: string, description: Description): Promise<void>;
  /** Lets whoever has the key with this hash read a session, in place of the key before; null lets nobody. */
  share(sessionId: string, keyHash: string | null): Promise<void>;
  /** The session that a key with this hash opens. */
  shared(keyHash: string): Promise<string | undefined>;
  /** Keeps a session's notes, opaque text, in place of those before. */
  keepNotes(sessionId: string, text: string): Promise<void>;
  notes(sessionId: string): Promise<string | undefined>;
  /** Puts a recording from elsewhere on a host's shelf, whole or not at all. A taken id is refused with "conflict". */
  importSession(row: ImportedRow, file: Uint8Array): Promise<void>;
  /** The file that was imported, byte for byte, and whose it is; undefined for a session that was held here. */
  imported(sessionId: string): Promise<ImportedFile | undefined>;
  /** Sessions not kept that ended, or were imported, before an instant (epoch ms), the oldest first. */
  expired(before: number): Promise<readonly string[]>;
  /**
   * Deletes a session with everything that belongs to it; an unknown one is already deleted.
   * @param expiredBefore only if `expired` would name it at this moment
   */
  remove(sessionId: string, expiredBefore?: number): Promise<void>;
}

export interface Description {
  readonly title?: string;
  /** Whether it stays beyond its time. */
  readonly kept?: boolean;
}

export interface ImportedFile {
  readonly file: Uint8Array<ArrayBuffer>;
  readonly origin: Origin;
}

/** A session that was held elsewhere. */
export interface ImportedRow {
  readonly id: string;
  readonly hostHash: string;
  readonly title: string;
  /** epoch ms */
  readonly createdAt: number;
  /** epoch ms */
  readonly endedAt: number;
  readonly seats: number;
  readonly rounds: number;
  /** Of the recording's text. */
  readonly bytes: number;
  readonly imported: Imported;
}
