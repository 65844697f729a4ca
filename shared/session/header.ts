import type { Round } from "../lesson/round.ts";
import type { Parameters } from "../model/parameters.ts";

/** The first line of a recording, and all that a session needs besides its events. */
export interface SessionHeader {
  readonly magic: "fire-together-recording";
  /** Version of the recording's format. */
  readonly format: 1 | 2;
  /** Version of the model's equations and constants (shared/model): another one gives other numbers. */
  readonly model: string;
  readonly classId: string;
  /** ISO 8601, for people; the session itself knows no clock. */
  readonly startedAt: string;
  readonly seed: number;
  readonly parameters: Parameters;
  /** The rounds of this class, as they were: a later change of the lesson does not change an old recording. */
  readonly script: readonly Round[];
}

export const MAGIC = "fire-together-recording";
export const FORMAT = 2;
