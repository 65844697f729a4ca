import { TICK_MS } from "../shared/session/events.ts";

/** Most rooms that tick one after the other: together they take some 5 ms, which is how long the last of them waits. */
const TOGETHER = 25;

interface Group {
  readonly ticks: Set<() => void>;
  readonly timer: NodeJS.Timeout;
}

/**
 * Ticks for all rooms of a process, a few rooms a timer: a timer a room would wake the process at as many moments, and
 * what rooms of one moment write goes to the journal together.
 */
const groups: Group[] = [];

/**
 * Calls back once a tick (40 ms) from now on; nothing that it throws may reach the other rooms of its group.
 * @returns a way to stop it
 */
export function everyTick(tick: () => void): () => void {
  const group = groups.find(({ ticks }) => ticks.size < TOGETHER) ?? openGroup();
  group.ticks.add(tick);
  return () => {
    group.ticks.delete(tick);
    if (group.ticks.size === 0) closeGroup(group);
  };
}

function openGroup(): Group {
  const ticks = new Set<() => void>();
  const timer = setInterval(() => {
    for (const tick of ticks) tick();
  }, TICK_MS);
  const group = { ticks, timer };
  groups.push(group);
  return group;
}

function closeGroup(group: Group): void {
  clearInterval(group.timer);
  const at = groups.indexOf(group);
  if (at >= 0) groups.splice(at, 1);
}
