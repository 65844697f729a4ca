import { timingSafeEqual } from "node:crypto";
import { readUnpacked, unpack } from "../../shared/recording/bytes.ts";
import type { Recording } from "../../shared/recording/recording.ts";
import { digestOf, fits, unsealed } from "../../shared/recording/seal.ts";
import type { Origin } from "../../shared/wire/shelf.ts";
import { signatureOf } from "./export.ts";

export interface Verdict {
  readonly origin: Origin;
  readonly recording: Recording;
}

/**
 * Reads a recording's file, gzipped or plain, and says where it comes from. What it holds may still be damaged: then
 * `recording.damage` says how.
 * @param key  the server's; without one nothing counts as signed
 * @throws UnreadableRecording for what is none
 */
export async function verifyRecording(bytes: Uint8Array<ArrayBuffer>, key: string | undefined): Promise<Verdict> {
  const unpacked = await unpack(bytes);
  return { recording: readUnpacked(unpacked), origin: originOf(unpacked.text, key) };
}

/** Where a recording comes from, as far as the footer of its text tells. */
export function originOf(text: string, key: string | undefined): Origin {
  const { body, footer } = unsealed(text);
  if (footer && !fits(body, footer)) return "forged-or-edited";
  if (footer?.hmac === undefined || key === undefined) return "unsigned";
  const ours = Buffer.from(signatureOf(digestOf(body), key), "hex");
  return timingSafeEqual(ours, Buffer.from(footer.hmac, "hex")) ? "signed" : "unsigned";
}
