import type { Refusal } from "../../shared/wire/answers.ts";

/** Close codes of the server (server/classroom/close-codes.ts) after which nobody tries again. */
export const FINAL: Record<number, Refusal> = {
  4100: "taken-over",
  4101: "ended",
  4102: "malformed",
  4104: "removed",
  4105: "locked",
  4106: "not-allowed",
};
/** The one that says: come back, the class is where you are let in. */
export const GOING_AWAY = 4103;
/** Refusals that another try cannot change. */
export const HOPELESS: readonly string[] = [
  "no-such-class",
  "full",
  "locked",
  "needs-card",
  "removed",
  "not-allowed",
  "malformed",
  "ended",
] satisfies Refusal[];
/** Colyseus's answers for a room that does not exist, is locked or gone. */
const NO_ROOM = [520, 521, 522, 523, 525];

/** What went wrong with a join, as one of our own reasons. */
export function refusalOf(error: unknown): Refusal {
  const { code, message } = error as { code?: number; message?: string };
  if (message && HOPELESS.includes(message)) return message as Refusal;
  return code !== undefined && NO_ROOM.includes(code) ? "no-such-class" : "unreachable";
}
