import { createHash, randomBytes, randomInt } from "node:crypto";
import { CODE_ALPHABET } from "../shared/wire/code.ts";

/** A secret that opens something: 256 random bits, 43 characters of base64url. Shown once, never stored. */
export const newKey = (): string => randomBytes(32).toString("base64url");

/** What is stored of a key: its SHA-256, hexadecimal. Keys are random, so no salt or slow hash is needed. */
export const hashKey = (key: string): string => createHash("sha256").update(key).digest("hex");

/** Symbols that people read out and type. */
export const randomCode = (length: number): string =>
  Array.from({ length }, () => CODE_ALPHABET[randomInt(CODE_ALPHABET.length)]).join("");
