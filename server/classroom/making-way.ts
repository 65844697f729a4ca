import { setTimeout as sleep } from "node:timers/promises";
import { log } from "../log.ts";
import { ClassroomRoom } from "./classroom.ts";

/** How long whoever opens a class waits for another to be gone, ms. */
const PATIENCE_MS = 3000;

/**
 * Where there are as many classes as may be: the one that has stood empty for longest, and in which nobody ever sat, ends for a
 * new one. Whoever opens hundreds to keep others out keeps them out for as long as a class may be without its leaders.
 */
export async function makeWay(): Promise<void> {
  const { leaderlessMs } = ClassroomRoom.services;
  const [oldest] = [...ClassroomRoom.open]
    .filter(({ forsakenFor }) => forsakenFor > leaderlessMs)
    .sort((a, b) => b.forsakenFor - a.forsakenFor);
  if (!oldest) return;
  log.warn({ room: oldest.roomId }, "an empty class makes way for another");
  await Promise.race([oldest.giveWay(), sleep(PATIENCE_MS)]);
}
