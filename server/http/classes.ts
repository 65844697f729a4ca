import { type Request, type RequestHandler, Router } from "express";
import { z } from "zod";
import { normaliseCode } from "../../shared/wire/code.ts";
import type { JournalStore } from "../journal/store.ts";
import { hashKey, newKey } from "../keys.ts";
import type { Classes } from "./classes-port.ts";
import { hostOf } from "./host.ts";
import { refuse } from "./refuse.ts";
import { RETRY_AFTER_S, type Throttle } from "./throttle.ts";

export interface ClassRoutesOptions {
  readonly classes: Classes;
  readonly journal: JournalStore;
  readonly throttle: Throttle;
  /** Whether this server has room for one more class. */
  readonly hasRoom: () => boolean;
}

/** Nothing to say about a class yet; what is said by mistake is refused rather than ignored. */
const openRequest = z.strictObject({}).optional();

interface Host {
  readonly hash: string;
  /** What the host is to keep. */
  readonly key: string;
}

/** Opening a class and looking one up. */
export function classRoutes({ classes, journal, throttle, hasRoom }: ClassRoutesOptions): Router {
  /** Who opens the class: the holder of a key we issued, or a newcomer, who gets one. Undefined: a key we never issued. */
  const hostFor = async (req: Request): Promise<Host | undefined> => {
    const { authorization } = req.headers;
    if (authorization !== undefined) {
      const hash = await hostOf(req, journal);
      return hash === undefined ? undefined : { hash, key: authorization.slice("Bearer ".length) };
    }
    const key = newKey();
    const hash = hashKey(key);
    await journal.registerHost(hash);
    return { hash, key };
  };

  const open: RequestHandler = async (req, res) => {
    if (!openRequest.safeParse(req.body).success) return refuse(res, 400, "malformed");
    if (!hasRoom()) return refuse(res, 503, "full");
    const host = await hostFor(req);
    if (host === undefined) return refuse(res, 401, "not-allowed");
    const { code, classId, stageKey } = await classes.open({ hostHash: host.hash });
    res.status(201).json({ code, classId, hostKey: host.key, stageKey });
  };

  const lookUp: RequestHandler<{ code: string }> = async (req, res) => {
    const code = normaliseCode(req.params.code);
    if (code !== undefined && (await classes.isOpen(code))) res.json({ open: true });
    else if (throttle.fail(req.ip ?? "")) refuse(res, 404, "no-such-class");
    else {
      res.set("Retry-After", String(RETRY_AFTER_S));
      refuse(res, 429, "no-such-class");
    }
  };

  const router = Router();
  router.post("/", open);
  router.get("/:code", lookUp);
  return router;
}
