import { createHmac } from "node:crypto";
import { once } from "node:events";
import { constants, createGzip } from "node:zlib";
import { isKeyframe } from "../../shared/recording/lines.ts";
import { type Migration, migrationFrom } from "../../shared/recording/migrations.ts";
import { sealed } from "../../shared/recording/seal.ts";
import type { SessionHeader } from "../../shared/session/header.ts";
import type { JournalStore, StoredSession } from "../journal/store.ts";

/** The key with which the servers of a journal sign its recordings. */
export const recordingKey = (journal: Pick<JournalStore, "secret">): Promise<string> => journal.secret("recordings");

/** The signature of a recording's digest, hexadecimal. */
export const signatureOf = (digest: Uint8Array, key: string): string =>
  createHmac("sha256", Buffer.from(key, "base64url")).update(digest).digest("hex");

/**
 * The recording of a class as it is kept and passed on: header, records, and a footer that this server signs. Of a class
 * that still runs it is what there is so far.
 */
export function recordingText({ row, lines }: Pick<StoredSession, "row" | "lines">, key: string): string {
  const header = JSON.parse(row.header) as SessionHeader;
  const migration: Pick<Migration, "header" | "line"> = migrationFrom(header.format);
  const written = [JSON.stringify(migration.header({ ...header })), ...lines.map(migration.line)];
  return sealed(`${written.join("\n")}\n`, (digest) => signatureOf(digest, key));
}

/** The same, gzipped, and flushed after each keyframe: a file that was cut opens up to the last of them before the cut. */
export async function exportRecording(session: Pick<StoredSession, "row" | "lines">, key: string): Promise<Buffer> {
  return packed(recordingText(session, key));
}

/** A recording's text, gzipped and flushed after each keyframe. */
export async function packed(text: string): Promise<Buffer> {
  const gzip = createGzip();
  const pieces: Buffer[] = [];
  gzip.on("data", (piece: Buffer) => pieces.push(piece));
  for (const part of partsOf(text)) {
    gzip.write(part);
    await new Promise<void>((flushed) => gzip.flush(constants.Z_SYNC_FLUSH, () => flushed()));
  }
  gzip.end();
  await once(gzip, "end");
  return Buffer.concat(pieces);
}

/** Up to and including each keyframe, and what comes after the last. */
function* partsOf(text: string): Generator<string> {
  let from = 0;
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf("\n", at) + 1 || text.length;
    if (isKeyframe(text.slice(at, Math.min(end, at + 32)))) {
      yield text.slice(from, end);
      from = end;
    }
    at = end;
  }
  if (from < text.length) yield text.slice(from);
}
