import { type RequestHandler, Router } from "express";
import { z } from "zod";
import { CHECK_IDS, type CheckPair, type CheckReport, DEVICES, VERDICTS } from "../../shared/wire/check.ts";
import { normaliseCode } from "../../shared/wire/code.ts";
import { randomCode } from "../keys.ts";
import { refuse } from "./refuse.ts";
import { RETRY_AFTER_S, type Throttle } from "./throttle.ts";

/** Keeps short texts for a while, where every process that serves the same address reads them. */
export interface ShortMemory {
  keep(key: string, text: string, seconds: number): Promise<unknown>;
  read(key: string): Promise<string | undefined>;
}

/** Two devices know of each other for so long after the last word of either, s. Then nothing is left of it. */
const KEPT_S = 300;
/** Checks that are begun within that time; beyond it 503. With a few hundred bytes each they stay below a megabyte. */
const MOST = 1000;
const CODE_LENGTH = 8;

const count = (most: number) => z.number().min(0).max(most);
const report = z.strictObject({
  done: z.boolean(),
  verdicts: z.partialRecord(z.enum(CHECK_IDS), z.enum(VERDICTS)),
  p50: count(100_000).optional(),
  p95: count(100_000).optional(),
  heldS: count(3600).optional(),
  drops: count(10_000).optional(),
});

const keyOf = (code: string, what: string): string => `fire-together:check:${code}:${what}`;

/**
 * The page /check on two devices: one begins and gets a code, each says how its check goes and hears how the other's
 * does. In memory, for minutes.
 */
export function checkRoutes(memory: ShortMemory, throttle: Throttle): Router {
  let begun: number[] = [];

  const begin: RequestHandler = async (_req, res) => {
    const now = performance.now();
    begun = begun.filter((at) => now - at < 1000 * KEPT_S);
    if (begun.length >= MOST) return refuse(res, 503, "full");
    begun.push(now);
    const code = randomCode(CODE_LENGTH);
    await memory.keep(keyOf(code, "open"), "yes", KEPT_S);
    res.status(201).json({ code });
  };

  const tell: RequestHandler<{ code: string; device: string }> = async (req, res) => {
    const device = DEVICES.find((one) => one === req.params.device);
    const told = report.safeParse(req.body);
    if (device === undefined || !told.success) return refuse(res, 400, "malformed");
    const code = normaliseCode(req.params.code, CODE_LENGTH);
    if (code === undefined || (await memory.read(keyOf(code, "open"))) === undefined) {
      if (throttle.fail(req.ip ?? "")) return refuse(res, 404, "no-such-class");
      res.set("Retry-After", String(RETRY_AFTER_S));
      return refuse(res, 429, "no-such-class");
    }
    await Promise.all([
      memory.keep(keyOf(code, "open"), "yes", KEPT_S),
      memory.keep(keyOf(code, device), JSON.stringify(told.data), KEPT_S),
    ]);
    const pair: CheckPair = {};
    for (const one of DEVICES) {
      const kept = await memory.read(keyOf(code, one));
      if (kept !== undefined) Object.assign(pair, { [one]: JSON.parse(kept) as CheckReport });
    }
    res.json(pair);
  };

  const router = Router();
  router.post("/", begin);
  router.put("/:code/:device", tell);
  return router;
}
