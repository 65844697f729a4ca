import type { RequestHandler } from "express";

/** How long what it says may be believed, ms: it is written anew with each answer. */
const VALID_MS = 30 * 86_400_000;

/**
 * `/.well-known/security.txt` (RFC 9116): whom to tell of a weakness of this server. Without such an address there is none.
 * @param contact an address as RFC 9116 wants it: `mailto:` or `https:`
 */
export const securityTxt =
  (contact: string | undefined): RequestHandler =>
  (_req, res, next) => {
    if (contact === undefined) return next();
    const expires = new Date(Date.now() + VALID_MS).toISOString();
    res.set("Cache-Control", "no-cache").type("text/plain");
    res.send(`Contact: ${contact}\nExpires: ${expires}\nPreferred-Languages: en, pt, es\n`);
  };
