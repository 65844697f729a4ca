import { createHash, randomBytes } from "node:crypto";

/** A secret that opens something: 256 random bits, 43 characters of base64url. Shown once, never stored. */
export const newKey = (): string => randomBytes(32).toString("base64url");

/** What is stored of a key: its SHA-256, hexadecimal. Keys are random, so no salt or slow hash is needed. */
export const hashKey = (key: string): string => createHash("sha256").update(key).digest("hex");
