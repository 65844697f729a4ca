import { type Request, type Response, Router } from "express";
import { z } from "zod";
import type { SessionSummary, Shelved } from "../../shared/wire/shelf.ts";
import { MOST_TITLE_TYPED, normaliseTitle } from "../../shared/wire/title.ts";
import type { JournalStore } from "../journal/store.ts";
import { hashKey, newKey } from "../keys.ts";
import { expiryOf } from "../retention.ts";
import { hostOf } from "./host.ts";
import { importing } from "./imports.ts";
import { noteRoutes } from "./notes.ts";
import { sendRecording } from "./recording-file.ts";
import { refuse } from "./refuse.ts";

/** What is done with a session of the host's own. */
export type SessionHandler = (
  req: Request<{ id: string }>,
  res: Response,
  session: SessionSummary,
) => Promise<void> | void;

const descriptionRequest = z.strictObject({
  title: z.string().max(MOST_TITLE_TYPED).transform(normaliseTitle).exactOptional(),
  kept: z.boolean().exactOptional(),
});

export interface SessionRoutesOptions {
  readonly journal: JournalStore;
  /** Days that a session stays, unless it is kept; 0: for ever. */
  readonly retentionDays: number;
}

/** A host's shelf: past and running sessions, what they are called and who may see them, their recordings, deleting them. */
export function sessionRoutes({ journal, retentionDays }: SessionRoutesOptions): Router {
  /** Only for holders of a host key; another host's session does not exist for this one. */
  const forOwn = (handle: SessionHandler) => async (req: Request<{ id: string }>, res: Response) => {
    const host = await hostOf(req, journal);
    if (host === undefined) return refuse(res, 401, "not-allowed");
    const session = (await journal.list(host.hash)).find(({ id }) => id === req.params.id);
    if (session === undefined) return refuse(res, 404, "no-such-session");
    await handle(req, res, session);
  };
  /** Only once the class is over. */
  const forEnded = (handle: SessionHandler) =>
    forOwn((req, res, session) => (session.endedAt === null ? refuse(res, 409, "not-now") : handle(req, res, session)));

  const describe: SessionHandler = async (req, res, { id, title, kept }) => {
    const asked = descriptionRequest.safeParse(req.body);
    if (!asked.success) return refuse(res, 400, "malformed");
    await journal.describe(id, asked.data);
    res.json({ title, kept, ...asked.data });
  };
  const recording: SessionHandler = async (req, res, { id }) => {
    const session = await journal.read(id);
    if (session === undefined) refuse(res, 404, "no-such-session");
    else await sendRecording(journal, session, req, res);
  };
  const share: SessionHandler = async (_req, res, { id }) => {
    const key = newKey();
    await journal.share(id, hashKey(key));
    res.status(201).json({ key });
  };
  const revoke: SessionHandler = async (_req, res, { id }) => {
    await journal.share(id, null);
    res.status(204).end();
  };
  const remove: SessionHandler = async (_req, res, { id }) => {
    await journal.remove(id);
    res.status(204).end();
  };

  const router = Router();
  router.get("/", async (req, res) => {
    const host = await hostOf(req, journal);
    if (host === undefined) return refuse(res, 401, "not-allowed");
    const shelf = await journal.list(host.hash);
    res.json(shelf.map((session): Shelved => ({ ...session, expiresAt: expiryOf(session, retentionDays) })));
  });
  router.post("/import", importing(journal));
  router.patch("/:id", forOwn(describe));
  router.delete("/:id", forEnded(remove));
  router.get("/:id/recording", forOwn(recording));
  router.post("/:id/share", forEnded(share));
  router.delete("/:id/share", forOwn(revoke));
  noteRoutes(router, journal, forOwn);
  return router;
}
