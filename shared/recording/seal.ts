import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { utf8 } from "./crc.ts";

/** The last line of a recording: how much there is before it, and its digest, so that what was cut or changed is noticed. */
export interface Footer {
  /** Lines between the header and this one. */
  readonly records: number;
  /** SHA-256 of all before this line, its newlines included: 64 hexadecimal digits. */
  readonly sha256: string;
  /** HMAC-SHA256 of the digest's 32 bytes by the key of the server that wrote it; hexadecimal, absent where nobody signed. */
  readonly hmac?: string;
}

/** Characters that are hashed in one go. */
const PIECE = 65_536;

/** SHA-256 of a text's UTF-8. */
export function digestOf(text: string): Uint8Array {
  const hash = sha256.create();
  for (let at = 0, end = 0; at < text.length; at = end) {
    end = at + PIECE;
    // Both halves of a symbol go together.
    if ((text.charCodeAt(end - 1) & 0xfc00) === 0xd800) end++;
    hash.update(utf8(text.slice(at, end)));
  }
  return hash.digest();
}

const recordsOf = (text: string): number => {
  let lines = -1;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines++;
  return lines;
};

/**
 * A recording's text with its footer.
 * @param text  header and records, a newline after each
 * @param sign  gives the hexadecimal HMAC of a digest
 */
export function sealed(text: string, sign?: (digest: Uint8Array) => string): string {
  const digest = digestOf(text);
  const footer: Footer = {
    records: recordsOf(text),
    sha256: bytesToHex(digest),
    ...(sign && { hmac: sign(digest) }),
  };
  return `${text}${JSON.stringify(footer)}\n`;
}

const HEX = /^[0-9a-f]{64}$/;

/** A recording's text taken apart: what comes before its footer, and that, where it has one as its last line. */
export function unsealed(text: string): { readonly body: string; readonly footer: Footer | undefined } {
  const at = text.lastIndexOf("\n", text.length - 2) + 1;
  if (at === 0 || text[at] !== "{") return { body: text, footer: undefined };
  try {
    const { records, sha256, hmac } = JSON.parse(text.slice(at)) as Record<keyof Footer, unknown>;
    const signed = typeof hmac === "string" && HEX.test(hmac);
    if (!Number.isInteger(records) || typeof sha256 !== "string" || !HEX.test(sha256)) throw new SyntaxError();
    if (hmac !== undefined && !signed) throw new SyntaxError();
    const footer = { records: records as number, sha256, ...(signed && { hmac }) };
    return { body: text.slice(0, at), footer };
  } catch {
    return { body: text, footer: undefined };
  }
}

/** Whether what stands before a footer is what it was made for. */
export const fits = (body: string, footer: Footer): boolean =>
  recordsOf(body) === footer.records && bytesToHex(digestOf(body)) === footer.sha256;
