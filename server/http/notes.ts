import express, { type RequestHandler, type Response, type Router } from "express";
import { MAX_NOTES_BYTES } from "../../shared/wire/limits.ts";
import type { JournalStore } from "../journal/store.ts";
import { refuse } from "./refuse.ts";
import type { SessionHandler } from "./sessions.ts";

const readText = express.text({ limit: MAX_NOTES_BYTES, inflate: false, type: () => true });

/** Notes on a session: JSON that the replay page makes something of. Here it is text, of a limited size. */
export function noteRoutes(
  router: Router,
  journal: JournalStore,
  forOwn: (handle: SessionHandler) => RequestHandler<{ id: string }>,
): void {
  const read: SessionHandler = async (_req, res, { id }) => sendNotes(await journal.notes(id), res);

  const write: SessionHandler = async (req, res, { id }) => {
    if (!req.is("application/json")) return refuse(res, 415, "malformed");
    await new Promise<void>((done, fail) => {
      readText(req, res, (error?: unknown) => (error ? fail(error as Error) : done()));
    });
    const text: unknown = req.body;
    if (typeof text !== "string" || !isJson(text)) return refuse(res, 400, "malformed");
    await journal.keepNotes(id, text);
    res.status(204).end();
  };

  router.get("/:id/notes", forOwn(read));
  router.put("/:id/notes", forOwn(write));
}

/** Answers with notes; where there are none, with nothing (204): a class without notes is nothing to complain of. */
export function sendNotes(text: string | undefined, res: Response): void {
  if (text === undefined) res.status(204).end();
  else res.type("json").send(text);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
