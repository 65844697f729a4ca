import { UnreadableRecording } from "./recording.ts";

/** Largest recording that is read, bytes of text: some sixteen times a class of 45 minutes and 60 students. */
export const MOST_BYTES = 16 * 1024 * 1024;

/** A recording's text, and whether the file was cut or damaged before its end. */
export interface Unpacked {
  readonly text: string;
  readonly cut: boolean;
}

/**
 * A recording's text from its bytes, gzipped or plain. Of a gzip file that was cut or damaged it gives what stands before
 * the break. It never holds more than `MOST_BYTES` of text, whatever a few bytes unfold to.
 * @throws UnreadableRecording ("too-large")
 */
export async function unpack(bytes: Uint8Array<ArrayBuffer>): Promise<Unpacked> {
  if (bytes.length > MOST_BYTES) throw tooLarge();
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return { text: new TextDecoder().decode(bytes), cut: false };
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip")).getReader();
  const decoder = new TextDecoder();
  let text = "";
  let length = 0;
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      length += read.value.length;
      if (length > MOST_BYTES) throw tooLarge();
      text += decoder.decode(read.value, { stream: true });
    }
    return { text, cut: false };
  } catch (error) {
    if (error instanceof UnreadableRecording) throw error;
    return { text, cut: true };
  } finally {
    reader.cancel().catch(() => undefined);
  }
}

const tooLarge = (): UnreadableRecording =>
  new UnreadableRecording("too-large", `more than ${MOST_BYTES / 1024 / 1024} MB of text: no class is as long`);
