import { AsyncLocalStorage } from "node:async_hooks";
import type { Where } from "../metrics.ts";

/** A room that keeps what goes wrong in it to itself. */
export interface Containing {
  contain(error: unknown, where: Where): void;
}

const current = new AsyncLocalStorage<Containing>();

/** Runs what belongs to a room: the timers and promises that it starts belong to the room, too. */
export const within = <T>(room: Containing, run: () => T): T => current.run(room, run);

/** Hands a throw or a rejection that nobody caught to the room that it came from. @returns whether it came from one */
export function containStray(error: unknown, where: "timer" | "promise"): boolean {
  const room = current.getStore();
  room?.contain(error, where);
  return room !== undefined;
}
