import type { Request } from "express";
import type { JournalStore } from "../journal/store.ts";
import { hashKey } from "../keys.ts";

const BEARER = /^Bearer ([\w-]{43})$/;

/** A teacher, known by nothing but a key. */
export interface Host {
  readonly hash: string;
  readonly key: string;
}

/** The key that a request carries, if it has the form of one. */
export const keyOf = (req: Request): string | undefined => BEARER.exec(req.headers.authorization ?? "")?.[1];

/** The host whose key a request carries; undefined when it carries none, or one that we never issued. */
export async function hostOf(req: Request, journal: JournalStore): Promise<Host | undefined> {
  const key = keyOf(req);
  if (key === undefined) return undefined;
  const hash = hashKey(key);
  return (await journal.isHost(hash)) ? { hash, key } : undefined;
}
