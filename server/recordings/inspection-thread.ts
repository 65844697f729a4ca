/** The thread in which one recording's file from elsewhere is read. */
import { parentPort, workerData } from "node:worker_threads";
import { readUnpacked, unpack } from "../../shared/recording/bytes.ts";
import { UnreadableRecording } from "../../shared/recording/recording.ts";
import { packed } from "./export.ts";
import type { Inspection } from "./inspection.ts";
import { shelfFacts } from "./shelf-facts.ts";
import { originOf } from "./verify.ts";

const { bytes, key } = workerData as { readonly bytes: Uint8Array<ArrayBuffer>; readonly key: string };

async function inspect(): Promise<Inspection> {
  try {
    const unpacked = await unpack(bytes);
    const recording = readUnpacked(unpacked);
    const { text } = unpacked;
    return {
      ...shelfFacts(recording),
      origin: originOf(text, key),
      startedAt: Date.parse(recording.header.startedAt),
      bytes: Buffer.byteLength(text),
      file: new Uint8Array(await packed(text)),
    };
  } catch (error) {
    if (error instanceof UnreadableRecording) return { refused: error.reason };
    throw error;
  }
}

const answer = await inspect();
parentPort?.postMessage(answer);
