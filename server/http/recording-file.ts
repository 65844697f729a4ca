import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import type { Request, Response } from "express";
import type { JournalStore, StoredSession } from "../journal/store.ts";

const compress = promisify(gzip);
const expand = promisify(gunzip);

/** What asks for the file itself, gzipped, rather than for its text in a compressed answer. */
const FILE = "application/gzip";
const TEXT = "application/x-ndjson; charset=utf-8";

/** Answers with a session's recording: as text, or as the file that one keeps, for whoever accepts `application/gzip` first. */
export async function sendRecording(
  journal: JournalStore,
  session: StoredSession,
  req: Request,
  res: Response,
): Promise<void> {
  const packed = Buffer.from((await journal.importedFile(session.row.id)) ?? (await compress(recordingText(session))));
  const asFile = req.accepts(["application/x-ndjson", FILE]) === FILE;
  const name = `${fileName(session)}.ndjson${asFile ? ".gz" : ""}`;
  res.set({ Vary: "Accept, Accept-Encoding", "Content-Disposition": `attachment; filename="${name}"` });
  res.set("Content-Type", asFile ? FILE : TEXT);
  if (asFile) res.send(packed);
  else if (req.acceptsEncodings("gzip")) res.set("Content-Encoding", "gzip").send(packed);
  else res.send(await expand(packed));
}

/** The recording as it is kept and passed on: the header's line, then a line each record. */
const recordingText = ({ row, lines }: StoredSession): string => `${[row.header, ...lines].join("\n")}\n`;

/** Without a class code for one that was held elsewhere. */
const fileName = ({ row }: StoredSession): string =>
  ["fire-together", row.code.replace(/\W/g, ""), new Date(row.createdAt).toISOString().slice(0, 10)]
    .filter((part) => part !== "")
    .join("-");
