import { Worker } from "node:worker_threads";
import { unpack } from "../../shared/recording/bytes.ts";
import {
  LONGEST_HEADER,
  readHeader,
  type UnreadableReason,
  UnreadableRecording,
} from "../../shared/recording/recording.ts";
import type { Origin } from "../../shared/wire/shelf.ts";
import type { EndSummary } from "../journal/store.ts";

/** What is known of a recording's file from elsewhere. */
export interface Inspected extends EndSummary {
  readonly origin: Origin;
  /** When its class began, as it says, epoch ms; not a number where it says nothing that is a time. */
  readonly startedAt: number;
  readonly lengthMs: number;
  /** Of its text. */
  readonly bytes: number;
  /** The recording packed anew: what is passed on later unpacks to what was read now, and to no more. */
  readonly file: Uint8Array<ArrayBuffer>;
}

/** What the thread answers. */
export type Inspection = Inspected | { readonly refused: UnreadableReason };

/** As much of a file as its first line may take, with something to spare, bytes. */
const BEGINNING = 1.25 * LONGEST_HEADER;

/** Most memory that reading a file may take, MB (four times what the largest class needs), and the longest time, ms. */
const MOST_MEMORY_MB = 256;
const PATIENCE_MS = 8000;

/**
 * Reads a recording's file in a thread of its own, which ends with it: no class waits for it, and whatever the file is made
 * to cost, it costs no more than the thread may have.
 * @param key the server's, by which it knows its own signature
 * @throws UnreadableRecording
 */
export async function inspectFile(bytes: Uint8Array<ArrayBuffer>, key: string): Promise<Inspected> {
  await glance(bytes);
  const thread = new Worker(new URL("./inspection-thread.ts", import.meta.url), {
    workerData: { bytes, key },
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
    execArgv: [],
  });
  const answer = await new Promise<Inspection>((resolve) => {
    const tooMuch = (): void => resolve({ refused: "too-large" });
    const timer = setTimeout(tooMuch, PATIENCE_MS);
    thread.once("message", resolve);
    thread.once("error", tooMuch);
    thread.once("exit", () => clearTimeout(timer));
  });
  await thread.terminate();
  if ("refused" in answer) throw new UnreadableRecording(answer.refused, "refused");
  return answer;
}

/** Refuses what is no recording by its beginning, before a thread is worth its while. @throws UnreadableRecording */
async function glance(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const { text } = await unpack(bytes.subarray(0, BEGINNING));
  const end = text.indexOf("\n");
  readHeader(end < 0 ? text : text.slice(0, end));
}
