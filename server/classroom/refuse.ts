import { ServerError } from "@colyseus/core";
import type { Refusal } from "../../shared/wire/answers.ts";
import { rejectedJoins } from "../metrics.ts";

/** What a join is refused with: counted, and told to the page. */
export function refuse(reason: keyof typeof rejectedJoins & Refusal): ServerError {
  rejectedJoins[reason]++;
  return new ServerError(4400, reason);
}
