import type { Census } from "../metrics.ts";
import { ClassroomRoom } from "./classroom.ts";

/** Counts who is in this process's classes now. */
export function census(): Census {
  const connections = { student: 0, stage: 0, host: 0 };
  const seats = { student: 0, bot: 0 };
  let waiting = 0;
  for (const { clients, live } of ClassroomRoom.open) {
    for (const { userData } of clients) if (userData) connections[userData.role]++;
    for (const seat of live.session.state.seats) if (seat?.connected) seats[seat.bot ? "bot" : "student"]++;
    waiting = Math.max(waiting, live.scribe.waiting);
  }
  return { rooms: ClassroomRoom.open.size, connections, seats, journalWaiting: waiting / 1000 };
}
