import type { Response } from "express";
import type { Refusal } from "../../shared/wire/answers.ts";

/** Answers an error as data: the status for programs, a key of locale.reasons for people. */
export function refuse(res: Response, status: number, reason: Refusal): void {
  res.status(status).json({ error: reason });
}
