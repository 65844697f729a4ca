import { matchMaker } from "@colyseus/core";
import { readRecording } from "../../shared/recording/recording.ts";
import type { SessionHeader } from "../../shared/session/header.ts";
import type { JournalStore, SessionRow } from "../journal/store.ts";
import { log } from "../log.ts";
import { shelfFacts } from "../recordings/shelf-facts.ts";
import type { ClassroomOptions } from "./classroom.ts";
import { CANNOT_RESUME } from "./recovery.ts";

/** A class that was opened longer ago than this has gone home, ms: half a day. */
const FORGOTTEN_MS = 43_200_000;

const isForgotten = ({ createdAt }: SessionRow): boolean => Date.now() - createdAt > FORGOTTEN_MS;

/**
 * A class that broke off is opened again here, under its code. One that cannot go on ends where its journal ends: its
 * recording is whole up to there and can be watched.
 * @throws when it could not be opened for other reasons; it may be tried again
 */
export async function goOn(journal: JournalStore, session: SessionRow): Promise<void> {
  const { id, code, hostHash, stageHash, header } = session;
  if (isForgotten(session)) return close(journal, session, "it was opened too long ago");
  const written = JSON.parse(header) as SessionHeader;
  const options: ClassroomOptions = { code, classId: id, hostHash, stageHash, header: written, goesOn: true };
  try {
    await matchMaker.handleCreateRoom("classroom", options);
  } catch (error) {
    // Colyseus makes an error of its own of whatever a room throws, and keeps this number.
    if ((error as { code?: unknown }).code !== CANNOT_RESUME) throw error;
    await close(journal, session, (error as Error).message);
  }
}

/** Every class that broke off, when this is the only process. */
export async function goOnWithAll(journal: JournalStore): Promise<void> {
  for (const session of await journal.unended()) {
    await goOn(journal, session).catch((error: unknown) => {
      log.error({ error, room: session.code }, "a class that broke off could not be opened again");
    });
  }
}

/** Ends what nobody will come back to; the rest waits for the first who does. */
export async function endForgotten(journal: JournalStore): Promise<void> {
  for (const session of await journal.unended()) {
    const listed = await matchMaker.getRoomById(session.code);
    if (isForgotten(session) && !listed) await close(journal, session, "it was opened too long ago");
  }
}

async function close(journal: JournalStore, { id, code, createdAt }: SessionRow, reason: string): Promise<void> {
  log.warn({ room: code, reason }, "a class that broke off cannot go on");
  const stored = await journal.read(id);
  const { lengthMs, seats, rounds } = shelfFacts(
    readRecording([stored?.row.header ?? "", ...(stored?.lines ?? [])].join("\n")),
  );
  // Its last sign of life, not the moment in which that was found.
  const endedAt = Math.min(Date.now(), createdAt + lengthMs);
  await journal.end(await journal.claim(id), endedAt, { seats, rounds });
}
