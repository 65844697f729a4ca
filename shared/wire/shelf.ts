/** What a host's shelf says of sessions: the answer of GET /api/sessions. */

export interface SessionSummary {
  readonly id: string;
  /** Empty for an imported one: its class was held elsewhere. */
  readonly code: string;
  /** What its host calls it; empty: nothing yet. */
  readonly title: string;
  /** epoch ms */
  readonly createdAt: number;
  /** epoch ms; null while it runs */
  readonly endedAt: number | null;
  readonly seats: number;
  readonly rounds: number;
  /** Of the recording's text, UTF-8; null while it runs. */
  readonly bytes: number | null;
  readonly kept: boolean;
  /** Whether a link to it is out. */
  readonly shared: boolean;
  /** Where the recording came as a file. */
  readonly imported: Imported | null;
}

/** Where a recording comes from, as far as its file tells (server/recordings/verify.ts). */
export const ORIGINS = [
  /** A server on this journal wrote it, and it is as it was written. */
  "signed",
  /** Nobody signed it, or somebody else did: another school's server, or whoever edited it and wrote a new footer. */
  "unsigned",
  /** It is not what its own footer was made for. */
  "forged-or-edited",
] as const;
export type Origin = (typeof ORIGINS)[number];

export interface Imported {
  /** epoch ms */
  readonly at: number;
  readonly origin: Origin;
}

/** A session as the shelf shows it. */
export interface Shelved extends SessionSummary {
  /** epoch ms at which it is deleted; null: it is not. */
  readonly expiresAt: number | null;
}
