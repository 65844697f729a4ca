import type { ErrorRequestHandler, Request, RequestHandler, Response } from "express";
import { JournalError } from "../journal/store.ts";
import { log } from "../log.ts";
import { Unavailable } from "./classes-port.ts";
import { PATHS } from "./openapi.ts";
import { refuse } from "./refuse.ts";

/** Methods that each path of the API knows; what names no parameter goes first. */
const KNOWN = Object.entries(PATHS)
  .sort(([a], [b]) => Number(a.includes("{")) - Number(b.includes("{")))
  .map(([path, operations]) => ({
    path: new RegExp(`^${path.replace(/\{\w+\}/g, "[^/]+")}/?$`),
    allow: Object.keys(operations).flatMap((method) => (method === "get" ? ["GET", "HEAD"] : method.toUpperCase())),
  }));

const NOTHING_HERE = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Fire Together</title>
<main>
<h1>Fire Together</h1>
<p>There is nothing here. <a href="/">Fire Together</a></p>
<p lang="pt-BR">Não há nada aqui. <a href="/">Fire Together</a></p>
<p lang="es">Aquí no hay nada. <a href="/">Fire Together</a></p>
</main>
`;

/** What is neither a page nor part of the API: JSON for programs, a way home for people. */
export const nothingHere: RequestHandler = (req, res) => {
  const allow = KNOWN.find(({ path }) => path.test(req.path))?.allow;
  if (allow !== undefined && !allow.includes(req.method)) {
    res.set("Allow", allow.join(", "));
    return refuse(res, 405, "malformed");
  }
  if (/^\/(api|matchmake)(\/|$)/.test(req.path)) return refuseMissing(req, res);
  res.status(404);
  if (req.accepts(["html", "json"]) === "html") res.type("html").send(NOTHING_HERE);
  else refuse(res, 404, "no-such-session");
};

const refuseMissing = (req: Request, res: Response): void =>
  refuse(res, 404, /^\/(api\/classes|matchmake)(\/|$)/.test(req.path) ? "no-such-class" : "no-such-session");

/** What was thrown on the way: the sender's fault by its status, ours with a line in the log and no details. */
export const thrown: ErrorRequestHandler = (error: unknown, req, res, next) => {
  if (res.headersSent) return next(error);
  const status = statusOf(error);
  // A path that cannot be decoded names nothing that exists.
  if (error instanceof URIError || (status === 400 && /%/.test(req.path))) return refuseMissing(req, res);
  if (status !== undefined && status < 500) return refuse(res, status, "malformed");
  log.error({ error, method: req.method, route: req.baseUrl }, "a request failed");
  const mayPass = error instanceof JournalError || error instanceof Unavailable;
  if (mayPass) refuse(res, 503, "not-safe");
  else refuse(res, 500, "unreachable");
};

function statusOf(error: unknown): number | undefined {
  const status: unknown = typeof error === "object" && error !== null && "status" in error ? error.status : undefined;
  return typeof status === "number" && status >= 400 ? status : undefined;
}
