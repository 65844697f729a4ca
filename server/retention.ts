import type { SessionSummary } from "../shared/wire/shelf.ts";
import type { JournalStore } from "./journal/store.ts";
import { log } from "./log.ts";

const DAY_MS = 86_400_000;
const EACH_MS = 3_600_000;

/** When a session will be deleted, epoch ms; null when never: it runs, is kept, or everything is. @param days 0: for ever */
export function expiryOf({ endedAt, kept, imported }: SessionSummary, days: number): number | null {
  if (endedAt === null || kept || days === 0) return null;
  return (imported?.at ?? endedAt) + days * DAY_MS;
}

/**
 * Deletes what has had its time, one session after the other, so that no class waits for it. Processes that share a journal
 * may do so at once: what one has deleted is gone for the other.
 * @returns how many
 */
export async function purge(journal: JournalStore, days: number, now = Date.now()): Promise<number> {
  if (days === 0) return 0;
  const before = now - days * DAY_MS;
  const ids = await journal.expired(before);
  for (const id of ids) await journal.remove(id, before);
  if (ids.length > 0) log.info({ sessions: ids.length, days }, "deleted sessions that had had their time");
  return ids.length;
}

/** Purges now, and every hour. What fails is tried again an hour later. @returns ends it */
export function purgeHourly(journal: JournalStore, days: number): () => Promise<void> {
  let running = Promise.resolve();
  const run = (): void => {
    running = purge(journal, days).then(
      () => undefined,
      (error: unknown) => log.warn({ error }, "sessions that had had their time could not be deleted"),
    );
  };
  run();
  const timer = setInterval(run, EACH_MS).unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}
