import type { RequestListener } from "node:http";
import express, { type Express, type RequestHandler } from "express";
import type { JournalStore } from "../journal/store.ts";
import { readBody } from "./bodies.ts";
import { checkRoutes, type ShortMemory } from "./checks.ts";
import { classRoutes } from "./classes.ts";
import type { Classes } from "./classes-port.ts";
import { securityHeaders } from "./headers.ts";
import { matchmaking } from "./matchmaking.ts";
import { nothingHere, thrown } from "./missing.ts";
import { openApi } from "./openapi.ts";
import { familiarOrigin } from "./origins.ts";
import { PAGE_NAMES, PAGES, type PageSource } from "./pages.ts";
import { refuse } from "./refuse.ts";
import { securityTxt } from "./security-txt.ts";
import { sessionRoutes } from "./sessions.ts";
import { sharedRoutes } from "./shared.ts";
import { Throttle } from "./throttle.ts";
import { watching } from "./watching.ts";

export interface AppOptions {
  readonly journal: JournalStore;
  readonly classes: Classes;
  readonly pages: PageSource;
  /** Colyseus's handler of POST /matchmake. */
  readonly matchmaker: RequestListener;
  readonly publicUrl: string | undefined;
  /** Whom to tell of a weakness. */
  readonly securityContact: string | undefined;
  /** Days that a session stays, unless it is kept; 0: for ever. */
  readonly retentionDays: number;
  /** Addresses of this server, the one to show first. */
  readonly urls: () => readonly string[];
  /** Whether there is room for a class besides those that are being opened. */
  readonly hasRoom: (opening: number) => boolean;
  /** Resolves when a class opened now would be safe. */
  readonly ready: () => Promise<unknown>;
  readonly memory: ShortMemory;
}

/** Everything the server answers over HTTP. Headers, origin and body are settled before any route. */
export function createApp(options: AppOptions): Express {
  const { journal, classes, pages } = options;
  const throttle = new Throttle();
  const app = express();
  // A reverse proxy on this machine may say whom it speaks for; nobody else may.
  app.set("trust proxy", "loopback");
  app.set("query parser", false);
  app.set("etag", false);
  app.use(securityHeaders(pages.live, options.urls));
  app.use(onlyOurPages(options.publicUrl));
  app.use(readBody);

  app.use(matchmaking({ handler: options.matchmaker, classes, throttle }));
  app.use("/api", (_req, res, next) => {
    res.set("Cache-Control", "no-store");
    next();
  });
  app.get("/api", (_req, res) => {
    res.json(openApi);
  });
  app.use("/api/classes", classRoutes({ classes, journal, throttle, hasRoom: options.hasRoom }));
  app.use("/api/sessions", sessionRoutes({ journal, retentionDays: options.retentionDays }));
  app.use("/api/shared", sharedRoutes(journal, throttle));
  app.get("/api/address", (_req, res) => {
    res.json({ urls: options.urls() });
  });
  app.use("/api/checks", checkRoutes(options.memory, throttle));
  app.get("/api/hello", (_req, res) => {
    // Read by the page /check from each of this server's addresses; it says nothing that is not on every page.
    res.set("Access-Control-Allow-Origin", "*").json({ here: "fire-together" });
  });
  app.use(watching(options.ready));
  app.get("/.well-known/security.txt", securityTxt(options.securityContact));

  for (const name of PAGE_NAMES) app.get(PAGES[name], pages.page(name));
  app.use(pages.assets);
  app.use(nothingHere);
  app.use(thrown);
  return app;
}

/** Other sites' pages may link to us, but change nothing here in a visitor's name. */
const onlyOurPages =
  (publicUrl: string | undefined): RequestHandler =>
  (req, res, next) => {
    const reading = req.method === "GET" || req.method === "HEAD";
    if (reading || familiarOrigin(req.headers.origin, req.headers.host, publicUrl)) next();
    else refuse(res, 403, "not-allowed");
  };
