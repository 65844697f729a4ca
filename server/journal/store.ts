import type { Shelf } from "./shelf.ts";

/**
 * The journal: an append-only store of sessions. Rooms write here before they acknowledge a tap, recordings and crash
 * recovery read from here. Lines are opaque: the journal keeps them in order and knows nothing of their meaning.
 * Each promise resolves after the commit, so what was acknowledged survives `kill -9`.
 */
export interface JournalStore extends Shelf {
  /** A code that a running session has is refused with "conflict", and so is a taken id. */
  openSession(row: Omit<SessionRow, "endedAt">): Promise<void>;
  /**
   * Makes the caller the one who writes a session. Whatever was written under earlier claims is there to read once this
   * resolves, and all that comes under them from then on is refused with "overtaken": of two that take themselves for a
   * session's owner, one that woke from a freeze among them, only the later changes anything.
   */
  claim(sessionId: string): Promise<Claim>;
  /**
   * Adds lines in one transaction. A `seq` already taken is refused with "conflict" and nothing of the call is kept. The
   * very same call again succeeds and changes nothing: whoever did not hear the answer may ask again.
   */
  append(claim: Claim, records: readonly JournalRecord[]): Promise<void>;
  /** Keeps the newest exact state of a session, to go on from after a crash; it replaces the one before. */
  checkpoint(claim: Claim, checkpoint: StoredCheckpoint): Promise<void>;
  newestCheckpoint(sessionId: string): Promise<StoredCheckpoint | undefined>;
  /** Remembers the hash of a seat's key; a later one replaces it. */
  seat(claim: Claim, seat: number, keyHash: string): Promise<void>;
  seats(sessionId: string): Promise<readonly SeatRow[]>;
  /** Keeps who may come into a session and lead it; it replaces what was kept, and is forgotten when the session ends. */
  keepAdmission(claim: Claim, data: string): Promise<void>;
  admission(sessionId: string): Promise<string | undefined>;
  /** Closes a session. Closing it again changes nothing. */
  end(claim: Claim, endedAt: number, summary: EndSummary): Promise<void>;
  read(sessionId: string): Promise<StoredSession | undefined>;
  /** Sessions that a crash left open, oldest first. */
  unended(): Promise<readonly SessionRow[]>;
  /** The session that runs under a code, or that a crash left open. */
  running(code: string): Promise<SessionRow | undefined>;
  isHost(hostHash: string): Promise<boolean>;
  registerHost(hostHash: string): Promise<void>;
  /** Whether a session with this code is open, or was opened or ended at or after `sinceMs` (epoch ms). */
  codeTaken(code: string, sinceMs: number): Promise<boolean>;
  /** A secret of all who share this journal: 256 random bits, base64url, made when it is first asked for by its name. */
  secret(name: string): Promise<string>;
  /** Finishes what was asked, then lets go of file or database. Later calls are refused with "closed". */
  close(): Promise<void>;
}

export interface SessionRow {
  readonly id: string;
  readonly code: string;
  readonly hostHash: string;
  readonly stageHash: string;
  /** epoch ms */
  readonly createdAt: number;
  /** epoch ms; null while it runs, or when a crash cut it short */
  readonly endedAt: number | null;
  /** JSON, the first line of the recording. */
  readonly header: string;
}

/** The right to write a session, by which the journal tells its owner from those before: a fencing token. */
export interface Claim {
  readonly sessionId: string;
  /** Claims made so far; 0 is for whoever opened it. */
  readonly epoch: number;
}

export interface JournalRecord {
  /** Position in the recording: rising, never twice; gaps are allowed. */
  readonly seq: number;
  readonly line: string;
}

/** A session's exact state between two ticks. What it holds is opaque to the journal. */
export interface StoredCheckpoint {
  /** Number of the last record that the state has seen. */
  readonly seq: number;
  /** The state's hash. */
  readonly hash: string;
  readonly data: string;
}

export interface SeatRow {
  readonly seat: number;
  readonly keyHash: string;
}

export interface EndSummary {
  /** Seats that students took; bots do not count. */
  readonly seats: number;
  /** Rounds played. */
  readonly rounds: number;
}

export interface StoredSession {
  readonly row: SessionRow;
  /** Lines after the header, in the order of their `seq`. */
  readonly lines: string[];
  /** `seq` of the last of them, 0 if there is none. */
  readonly lastSeq: number;
}

export type JournalFault =
  /** Nothing has this session id. */
  | "no-such-session"
  /** A session id, a running session's code or a line's seq is already taken. */
  | "conflict"
  /** Somebody else has claimed the session since. */
  | "overtaken"
  /** The disk, or the share of it that we may use, is full. */
  | "disk-full"
  /** The file, its folder or the database cannot be written. */
  | "read-only"
  /** Another process holds the file. */
  | "locked"
  /** The file is damaged, or is not a database of ours. */
  | "corrupt"
  /** A newer version wrote it. */
  | "newer"
  /** The journal was closed. */
  | "closed"
  /** Anything else; the message says what. */
  | "failed";

/** Why the journal refused: `fault` for programs, the message for whoever reads the log or the terminal. */
export class JournalError extends Error {
  override readonly name = "JournalError";
  readonly fault: JournalFault;
  constructor(fault: JournalFault, message: string) {
    super(message);
    this.fault = fault;
  }
}
