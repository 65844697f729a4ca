import { type Request, type Response, Router } from "express";
import type { JournalStore } from "../journal/store.ts";
import { hashKey } from "../keys.ts";
import { keyOf } from "./host.ts";
import { sendNotes } from "./notes.ts";
import { sendRecording } from "./recording-file.ts";
import { refuse } from "./refuse.ts";
import { RETRY_AFTER_S, type Throttle } from "./throttle.ts";

/** A recording for whoever has its link: reading alone. Keys that open nothing are guesses, and slowed down like codes. */
export function sharedRoutes(journal: JournalStore, throttle: Throttle): Router {
  type Handler = (id: string, req: Request, res: Response) => Promise<void>;
  const forGuest = (handle: Handler) => async (req: Request, res: Response) => {
    const key = keyOf(req);
    const id = key === undefined ? undefined : await journal.shared(hashKey(key));
    if (id !== undefined) return handle(id, req, res);
    if (throttle.fail(req.ip ?? "")) return refuse(res, 404, "no-such-share");
    res.set("Retry-After", String(RETRY_AFTER_S));
    refuse(res, 429, "no-such-share");
  };

  const router = Router();
  router.get(
    "/",
    forGuest(async (id, req, res) => {
      const session = await journal.read(id);
      if (session === undefined) refuse(res, 404, "no-such-share");
      else await sendRecording(journal, session, req, res);
    }),
  );
  router.get(
    "/notes",
    forGuest(async (id, _req, res) => sendNotes(await journal.notes(id), res)),
  );
  return router;
}
