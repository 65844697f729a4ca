/**
 * Makes a zip of recordings and their tables: a folder each, with what the columns mean in this class. A session after the other,
 * so that no more than one is held unpacked.
 */
import { Zip, ZipDeflate, ZipPassThrough } from "fflate";
import { unpack } from "../../shared/recording/bytes.ts";
import { readRecording, UnreadableRecording } from "../../shared/recording/recording.ts";
import { tablesOf } from "../../shared/recording/tables.ts";
import type { FromExport, ToExport } from "./export-messages.ts";

const pieces: Uint8Array<ArrayBuffer>[] = [];
const zip = new Zip((error, piece) => {
  if (error) throw error;
  pieces.push(new Uint8Array(piece));
});

const post = (message: FromExport): void => postMessage(message);

function put(name: string, bytes: Uint8Array, packed = false): void {
  const file = packed ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 });
  zip.add(file);
  file.push(bytes, true);
}

async function add(folder: string, file: Uint8Array<ArrayBuffer>): Promise<void> {
  put(`${folder}/recording.ndjson.gz`, file, true);
  try {
    const { text } = await unpack(file);
    for (const table of tablesOf(readRecording(text)))
      put(`${folder}/${table.name}`, new TextEncoder().encode(table.text));
    post({ kind: "added" });
  } catch (error) {
    post({ kind: "added", without: error instanceof UnreadableRecording ? error.reason : "senseless" });
  }
}

let before: Promise<void> = Promise.resolve();
addEventListener("message", ({ data }: MessageEvent<ToExport>) => {
  before = before.then(async () => {
    if (data.kind === "add") return add(data.folder, data.file);
    zip.end();
    post({ kind: "zip", zip: new Blob(pieces, { type: "application/zip" }) });
  });
});
