import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { type Request, type Response, Router } from "express";
import type { JournalStore, StoredSession } from "../journal/store.ts";
import { hostOf } from "./host.ts";
import { refuse } from "./refuse.ts";

const compress = promisify(gzip);

type Handler = (req: Request<{ id: string }>, res: Response, hostHash: string) => Promise<void>;

/** A host's shelf: past and running sessions, their recordings, and deleting them. */
export function sessionRoutes(journal: JournalStore): Router {
  /** Only for holders of a host key. */
  const forHost = (handle: Handler) => async (req: Request<{ id: string }>, res: Response) => {
    const host = await hostOf(req, journal);
    if (host === undefined) return refuse(res, 401, "not-allowed");
    await handle(req, res, host.hash);
  };

  const list: Handler = async (_req, res, hostHash) => {
    res.json(await journal.list(hostHash));
  };

  const recording: Handler = async (req, res, hostHash) => {
    const session = await journal.read(req.params.id);
    // Another host's session does not exist for this one.
    if (session?.row.hostHash !== hostHash) return refuse(res, 404, "no-such-session");
    const text = recordingText(session);
    res.set({ "Content-Type": "application/x-ndjson; charset=utf-8", Vary: "Accept-Encoding" });
    res.set("Content-Disposition", `attachment; filename="${fileName(session)}"`);
    if (!req.acceptsEncodings("gzip")) res.send(Buffer.from(text));
    else res.set("Content-Encoding", "gzip").send(await compress(text));
  };

  const remove: Handler = async (req, res, hostHash) => {
    const session = (await journal.list(hostHash)).find((one) => one.id === req.params.id);
    if (session === undefined) return refuse(res, 404, "no-such-session");
    if (session.endedAt === null) return refuse(res, 409, "not-now");
    await journal.remove(session.id);
    res.status(204).end();
  };

  const router = Router();
  router.get("/", forHost(list));
  router.get("/:id/recording", forHost(recording));
  router.delete("/:id", forHost(remove));
  return router;
}

/** The recording as it is kept and passed on: the header's line, then a line each record. */
const recordingText = ({ row, lines }: StoredSession): string => `${[row.header, ...lines].join("\n")}\n`;

const fileName = ({ row }: StoredSession): string =>
  `fire-together-${row.code.replace(/\W/g, "")}-${new Date(row.createdAt).toISOString().slice(0, 10)}.ndjson`;
