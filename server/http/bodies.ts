import express, { type RequestHandler } from "express";
import { MAX_BODY_BYTES } from "../../shared/wire/limits.ts";
import { refuse } from "./refuse.ts";

const parse = express.json({ limit: MAX_BODY_BYTES, inflate: false, type: () => true });

/** The two requests that may be larger: their routes read them, each within a limit of its own, once they know whose they are. */
const LARGER = [
  ["POST", /^\/api\/sessions\/import$/],
  ["PUT", /^\/api\/sessions\/[^/]+\/notes$/],
] as const;

/**
 * Reads every request's body, within MAX_BODY_BYTES, before anybody else can: Colyseus's own reader has no limit, and
 * uses `req.body` when it is there. What is no JSON is refused unread, which also keeps other sites' forms out.
 */
export const readBody: RequestHandler = (req, res, next) => {
  if (LARGER.some(([method, path]) => req.method === method && path.test(req.path))) return next();
  const length = Number(req.headers["content-length"] ?? 0);
  if (length > MAX_BODY_BYTES) return refuse(res, 413, "malformed");
  const empty = length === 0 && req.headers["transfer-encoding"] === undefined;
  if (!empty && !req.is("application/json")) return refuse(res, 415, "malformed");
  parse(req, res, next);
};
