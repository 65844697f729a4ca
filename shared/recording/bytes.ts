import {
  LONGEST_HEADER,
  MOST_RECORDS,
  type Recording,
  readHeader,
  readRecording,
  tooMany,
  UnreadableRecording,
} from "./recording.ts";

/** Largest recording that is read, bytes of text: some ten times a class of 45 minutes and 60 students. */
export const MOST_BYTES = 16 * 1024 * 1024;

/** A recording's text, and whether the file was cut or damaged before its end. */
export interface Unpacked {
  readonly text: string;
  readonly cut: boolean;
}

/**
 * Reads a recording's file, gzipped or plain.
 * @throws UnreadableRecording
 */
export const openRecording = async (bytes: Uint8Array<ArrayBuffer>): Promise<Recording> =>
  readUnpacked(await unpack(bytes));

/** Reads what was unpacked. @throws UnreadableRecording */
export function readUnpacked({ text, cut }: Unpacked): Recording {
  const recording = readRecording(text);
  return cut ? { ...recording, damage: recording.damage ?? "the file was cut or damaged" } : recording;
}

/**
 * A recording's text from its bytes, gzipped or plain. Of a gzip file that was cut or damaged it gives what stands before
 * the break. What is no recording, or larger than any, is refused as soon as that shows, whatever a few bytes unfold to.
 * @throws UnreadableRecording
 */
export async function unpack(bytes: Uint8Array<ArrayBuffer>): Promise<Unpacked> {
  const gate = new Gate();
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) {
    gate.pass(bytes);
    return { text: gate.end(), cut: false };
  }
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip")).getReader();
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) gate.pass(read.value);
    return { text: gate.end(), cut: false };
  } catch (error) {
    if (error instanceof UnreadableRecording) throw error;
    return { text: gate.end(), cut: true };
  } finally {
    reader.cancel().catch(() => undefined);
  }
}

/** Lets a recording's bytes pass while they may still be one. */
class Gate {
  readonly #decoder = new TextDecoder();
  #text = "";
  #length = 0;
  #records = 0;
  #opened = false;

  /** @throws UnreadableRecording */
  pass(bytes: Uint8Array): void {
    this.#length += bytes.length;
    if (this.#length > MOST_BYTES) throw tooLarge();
    for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) this.#records++;
    if (this.#records > MOST_RECORDS) throw tooMany();
    this.#text += this.#decoder.decode(bytes, { stream: true });
    if (!this.#opened) this.#open();
  }

  end(): string {
    return this.#text + this.#decoder.decode();
  }

  /** Looks at the first line once it is there. */
  #open(): void {
    const end = this.#text.indexOf("\n");
    if (end < 0 && this.#text.length <= LONGEST_HEADER) return;
    readHeader(end < 0 ? this.#text : this.#text.slice(0, end));
    this.#opened = true;
  }
}

const tooLarge = (): UnreadableRecording =>
  new UnreadableRecording("too-large", `more than ${MOST_BYTES / 1024 / 1024} MB of text: no class is as long`);
