import type { RequestListener } from "node:http";
import { Router } from "express";
import { normaliseCode } from "../../shared/wire/code.ts";
import { rejectedJoins } from "../metrics.ts";
import type { Classes } from "./classes-port.ts";
import { RETRY_AFTER_S, type Throttle } from "./throttle.ts";

export interface MatchmakingOptions {
  /** Colyseus's own handler of POST /matchmake/METHOD/ROOM. */
  readonly handler: RequestListener;
  readonly classes: Classes;
  readonly throttle: Throttle;
}

/**
 * The way to Colyseus's matchmaker, behind our headers, limits and throttle: joining by a code that does not exist is
 * a guess like looking it up.
 */
export function matchmaking({ handler, classes, throttle }: MatchmakingOptions): Router {
  const router = Router();
  router.post("/matchmake/joinById/:code", async (req, res, next) => {
    const code = normaliseCode(req.params.code);
    if (code !== undefined && (await classes.isOpen(code))) return next();
    rejectedJoins["no-such-class"]++;
    // Wrong, malformed and ended codes get one answer. `code` and `error` are what the SDK makes an error of.
    const status = throttle.fail(req.ip ?? "") ? 404 : 429;
    if (status === 429) res.set("Retry-After", String(RETRY_AFTER_S));
    res.status(status).json({ code: status, error: "no-such-class" });
  });
  router.post("/matchmake/:method/:room", (req, res) => {
    // Colyseus believes these headers of anybody; what express made of them is true.
    delete req.headers["x-forwarded-for"];
    delete req.headers["x-client-ip"];
    req.headers["x-real-ip"] = req.ip ?? "";
    handler(req, res);
  });
  return router;
}
