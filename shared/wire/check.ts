/** What the page /check, its socket and its route agree on. Nothing here says who somebody is. */

/** Path of the socket that answers at once, for measuring a network without a class. */
export const ECHO_PATH = "/check/socket";
/** Between two messages of a page, ms. */
export const ECHO_EVERY_MS = 500;
/** Largest message, bytes; beyond it the socket is closed with 1009. */
export const ECHO_BYTES = 64;

/** What a device's check looks at, in the order in which it is told. */
export const CHECK_IDS = [
  "server",
  "addresses",
  "socket",
  "roundTrip",
  "clock",
  "screen",
  "drawing",
  "sound",
  "vibration",
  "awake",
  "storage",
  "language",
] as const;
export type CheckId = (typeof CHECK_IDS)[number];

export const VERDICTS = ["good", "fair", "problem"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Which of the two devices a report is of. */
export const DEVICES = ["teacher", "phone"] as const;
export type Device = (typeof DEVICES)[number];

/** How a device's check went, or goes: what the other device is shown of it. */
export interface CheckReport {
  /** Whether nothing is being measured any more. */
  readonly done: boolean;
  readonly verdicts: Partial<Record<CheckId, Verdict>>;
  /** Round trip over the socket, ms. */
  readonly p50?: number;
  readonly p95?: number;
  /** How long the socket was open, s, and how often it was lost. */
  readonly heldS?: number;
  readonly drops?: number;
}

/** What both devices reported under one code. */
export type CheckPair = Partial<Record<Device, CheckReport>>;
