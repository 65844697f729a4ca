import { randomUUID } from "node:crypto";
import express, { type Request, type RequestHandler, type Response } from "express";
import { UnreadableRecording } from "../../shared/recording/recording.ts";
import { MAX_IMPORT_BYTES, MAX_IMPORTED } from "../../shared/wire/limits.ts";
import { normaliseTitle } from "../../shared/wire/title.ts";
import type { ImportedRow } from "../journal/shelf.ts";
import type { JournalStore } from "../journal/store.ts";
import { recordingKey } from "../recordings/export.ts";
import { type Inspected, inspectFile } from "../recordings/inspection.ts";
import { hostOf } from "./host.ts";
import { refuse } from "./refuse.ts";

const readFile = express.raw({ limit: MAX_IMPORT_BYTES, inflate: false, type: () => true });

/** Files on their way at once, whosever they are; beyond it one has to wait, so that memory stays what it is. */
const MOST_AT_ONCE = 8;

/** Puts recordings from elsewhere on a host's shelf: checked one after the other, kept as data, never run. */
export function importing(journal: JournalStore): RequestHandler {
  let waiting = 0;
  let before: Promise<unknown> = Promise.resolve();
  /** After all others, whatever became of them. */
  const inTurn = (act: () => Promise<void>): Promise<void> => {
    const mine = before.then(act, act);
    before = mine;
    return mine;
  };

  async function put(hostHash: string, req: Request, res: Response): Promise<void> {
    const shelf = await journal.list(hostHash);
    if (shelf.filter(({ imported }) => imported !== null).length >= MAX_IMPORTED) return refuse(res, 409, "shelf-full");
    try {
      const found = await inspectFile(new Uint8Array(req.body as Buffer), await recordingKey(journal));
      const row = rowOf(found, hostHash, titleOf(req));
      await journal.importSession(row, found.file);
      res.status(201).json({ id: row.id, title: row.title, origin: row.imported.origin });
    } catch (error) {
      if (!(error instanceof UnreadableRecording)) throw error;
      refuse(res, error.reason === "too-large" ? 413 : 422, error.reason);
    }
  }

  return async (req, res) => {
    const host = await hostOf(req, journal);
    if (host === undefined) return refuse(res, 401, "not-allowed");
    if (Number(req.headers["content-length"] ?? 0) > MAX_IMPORT_BYTES) return refuse(res, 413, "too-large");
    if (waiting >= MOST_AT_ONCE) {
      res.set("Retry-After", "5");
      return refuse(res, 503, "unreachable");
    }
    waiting++;
    try {
      await new Promise<void>((done, fail) => {
        readFile(req, res, (error?: unknown) => (error ? fail(error as Error) : done()));
      });
      if (!Buffer.isBuffer(req.body)) return refuse(res, 422, "not-a-recording");
      await inTurn(() => put(host.hash, req, res));
    } finally {
      waiting--;
    }
  };
}

/** A class that says that it ends tomorrow ended now; its days on the shelf count from now anyway. */
function rowOf(found: Inspected, hostHash: string, title: string): ImportedRow {
  const { startedAt, lengthMs, seats, rounds, bytes, origin } = found;
  const now = Date.now();
  const endedAt = Math.min(now, (startedAt > 0 ? startedAt : now) + lengthMs);
  const of = { id: randomUUID(), hostHash, title, createdAt: endedAt - lengthMs, endedAt };
  return { ...of, seats, rounds, bytes, imported: { at: now, origin } };
}

/** What its file is called, without the ending. */
function titleOf(req: Request): string {
  try {
    const name = decodeURIComponent(req.get("X-File-Name") ?? "");
    return normaliseTitle(name.replace(/(\.nd)?(\.?json)?(\.gz)?$/i, ""));
  } catch {
    return "";
  }
}
