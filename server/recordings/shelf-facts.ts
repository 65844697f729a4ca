import type { Recording } from "../../shared/recording/recording.ts";
import { TICK_MS } from "../../shared/session/events.ts";
import type { EndSummary } from "../journal/store.ts";

/** What a shelf says of a class, read off its recording: seats that students took, rounds, and how long it was, ms. */
export function shelfFacts({ events, ticks }: Recording): EndSummary & { readonly lengthMs: number } {
  const students = new Set(events.flatMap(({ event }) => (event.kind === "join" && !event.bot ? [event.seat] : [])));
  const rounds = events.filter(({ event }) => event.kind === "start").length;
  return { seats: students.size, rounds, lengthMs: ticks * TICK_MS };
}
