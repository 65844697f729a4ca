import { type RequestHandler, Router } from "express";
import { z } from "zod";
import { normaliseCode, PHRASE_LENGTH, RESUME_LENGTH } from "../../shared/wire/code.ts";
import type { JournalStore } from "../journal/store.ts";
import { hashKey, newKey } from "../keys.ts";
import type { Classes } from "./classes-port.ts";
import { type Host, hostOf } from "./host.ts";
import { refuse } from "./refuse.ts";
import { RETRY_AFTER_S, type Throttle } from "./throttle.ts";

export interface ClassRoutesOptions {
  readonly classes: Classes;
  readonly journal: JournalStore;
  readonly throttle: Throttle;
  /** Whether there is room for a class besides those that are being opened. */
  readonly hasRoom: (opening: number) => boolean;
}

/** Nothing to say about a class yet; what is said by mistake is refused rather than ignored. */
const openRequest = z.strictObject({}).optional();

/** A code or phrase as a person typed it, made one. */
const typed = (length: number) =>
  z
    .string()
    .max(64)
    .transform((text, context): string => {
      const code = normaliseCode(text, length);
      if (code === undefined) context.addIssue("not a code");
      return code ?? "";
    });
const exchangeRequest = z.union([
  z.strictObject({ resume: typed(RESUME_LENGTH) }),
  z.strictObject({ phrase: typed(PHRASE_LENGTH) }),
]);

/** Opening a class, looking one up, and going on in one from elsewhere. */
export function classRoutes({ classes, journal, throttle, hasRoom }: ClassRoutesOptions): Router {
  const newHost = async (): Promise<Host> => {
    const key = newKey();
    const hash = hashKey(key);
    await journal.registerHost(hash);
    return { hash, key };
  };

  let opening = 0;
  const open: RequestHandler = async (req, res) => {
    if (!openRequest.safeParse(req.body).success) return refuse(res, 400, "malformed");
    const known = await hostOf(req, journal);
    if (known === undefined && req.headers.authorization !== undefined) return refuse(res, 401, "not-allowed");
    if (!hasRoom(opening)) await classes.makeWay();
    if (!hasRoom(opening)) return refuse(res, 503, "full");
    opening++;
    try {
      const host = known ?? (await newHost());
      const { code, classId, stageKey } = await classes.open({ hostHash: host.hash });
      res.status(201).json({ code, classId, hostKey: host.key, stageKey });
    } finally {
      opening--;
    }
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

  const exchange: RequestHandler<{ code: string }> = async (req, res) => {
    const said = exchangeRequest.safeParse(req.body);
    if (!said.success) return refuse(res, 400, "malformed");
    const code = normaliseCode(req.params.code);
    const open = code !== undefined && (await classes.isOpen(code));
    const key = open ? await classes.exchange(code, said.data) : undefined;
    if (key) return void res.json(key);
    if (throttle.fail(req.ip ?? "")) return refuse(res, open ? 403 : 404, open ? "not-allowed" : "no-such-class");
    res.set("Retry-After", String(RETRY_AFTER_S));
    refuse(res, 429, open ? "not-allowed" : "no-such-class");
  };

  const router = Router();
  router.post("/", open);
  router.post("/:code/keys", exchange);
  router.get("/:code", lookUp);
  return router;
}
