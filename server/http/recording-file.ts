import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import type { Request, Response } from "express";
import type { JournalStore, StoredSession } from "../journal/store.ts";
import { exportRecording, recordingKey } from "../recordings/export.ts";

const expand = promisify(gunzip);

/** What asks for the file itself, gzipped, rather than for its text in a compressed answer. */
const FILE = "application/gzip";
const TEXT = "application/x-ndjson; charset=utf-8";

/**
 * Answers with a session's recording: as text, or as the file that one keeps, for whoever accepts `application/gzip` first.
 * A class of this server's is signed; a file from elsewhere goes out byte for byte, with what is known of its origin.
 */
export async function sendRecording(
  journal: JournalStore,
  session: StoredSession,
  req: Request,
  res: Response,
): Promise<void> {
  const imported = await journal.imported(session.row.id);
  const packed = imported ? Buffer.from(imported.file) : await exportRecording(session, await recordingKey(journal));
  res.set("Recording-Origin", imported?.origin ?? "signed");
  const asFile = req.accepts(["application/x-ndjson", FILE]) === FILE;
  const name = `${fileName(session)}.ndjson${asFile ? ".gz" : ""}`;
  res.set({ Vary: "Accept, Accept-Encoding", "Content-Disposition": `attachment; filename="${name}"` });
  res.set("Content-Type", asFile ? FILE : TEXT);
  if (asFile) res.send(packed);
  else if (req.acceptsEncodings("gzip")) res.set("Content-Encoding", "gzip").send(packed);
  else res.send(await expand(packed));
}

/** Without a class code for one that was held elsewhere. */
const fileName = ({ row }: StoredSession): string =>
  ["fire-together", row.code.replace(/\W/g, ""), new Date(row.createdAt).toISOString().slice(0, 10)]
    .filter((part) => part !== "")
    .join("-");
