import type { Response } from "express";
import type { UnreadableReason } from "../../shared/recording/recording.ts";
import type { Refusal } from "../../shared/wire/answers.ts";

/** Answers an error as data: the status for programs, a key of locale.reasons (or, of a file, of the wall's `unshown`) for people. */
export function refuse(res: Response, status: number, reason: Refusal | UnreadableReason): void {
  res.status(status).json({ error: reason });
}
