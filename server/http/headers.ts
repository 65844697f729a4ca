import type { IncomingMessage } from "node:http";
import type { RequestHandler } from "express";
import helmet from "helmet";

/** A host with its port, and nothing that could end a header's directive. */
const HOST = /^[\w.-]+(:\d+)?$|^\[[\da-f:.]+\](:\d+)?$/i;

/** Safari before 2022 does not count WebSockets of the same host as 'self'. */
const sockets = (req: IncomingMessage): string => {
  const { host = "" } = req.headers;
  return HOST.test(host) ? `ws://${host} wss://${host}` : "'self'";
};

/**
 * Security headers of every answer. All a page needs comes from this server: no inline script or style, no CDN.
 * Left out, because a class runs on plain http in a LAN: HSTS, upgrade-insecure-requests, and the two headers that
 * browsers only heed (and complain about) without https.
 *
 * @param urls this server's addresses: the page /check tries them all, no other page may
 * @param live pages come from Vite, which adds its styles to the page while one edits
 */
export const securityHeaders = (live: boolean, urls: () => readonly string[]): RequestHandler =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        "default-src": ["'self'"],
        "script-src": ["'self'"],
        "style-src": live ? ["'self'", "'unsafe-inline'"] : ["'self'"],
        "img-src": ["'self'", "data:", "blob:"],
        "font-src": ["'self'", "data:"],
        "connect-src": [
          "'self'",
          sockets,
          (req) => (/^\/check\/?($|\?)/.test(req.url ?? "") ? urls().join(" ") : "'self'"),
        ],
        "worker-src": ["'self'"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'self'"],
      },
    },
    strictTransportSecurity: false,
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
  });
