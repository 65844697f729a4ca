import { setTimeout as sleep } from "node:timers/promises";
import { type RequestHandler, Router } from "express";
import { log } from "../log.ts";
import { METRICS_TYPE, metricsText } from "../metrics.ts";
import { refuse } from "./refuse.ts";

/** Longest that journal and Redis may take to say that they are there, ms. */
const PATIENCE_MS = 2000;

/** For those who watch over the server: a supervisor, a proxy, Prometheus. */
export function watching(ready: () => Promise<unknown>): Router {
  const readyz: RequestHandler = async (_req, res) => {
    const patience = new AbortController();
    const late = sleep(PATIENCE_MS, "late", { signal: patience.signal }).catch(() => "early");
    try {
      const first = await Promise.race([ready(), late]);
      if (first === "late") throw new Error(`no answer within ${PATIENCE_MS} ms`);
      res.json({ ok: true });
    } catch (error) {
      log.warn({ error }, "not ready");
      refuse(res, 503, "unreachable");
    } finally {
      patience.abort();
    }
  };

  const router = Router();
  router.use(["/healthz", "/readyz", "/metrics"], (_req, res, next) => {
    res.set("Cache-Control", "no-store");
    next();
  });
  // That anything is answered at all is what is asked.
  router.get("/healthz", (_req, res) => {
    res.json({ ok: true });
  });
  router.get("/readyz", readyz);
  router.get("/metrics", async (_req, res) => {
    res.set("Content-Type", METRICS_TYPE).send(await metricsText());
  });
  return router;
}
