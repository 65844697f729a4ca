import { type Client, Protocol } from "@colyseus/core";
import { sentBytes } from "../metrics.ts";

/** What a patch with nothing in it may have after its code: "to the structure number …", and the root's number. */
const TO_STRUCTURE = 255;
const EMPTY_PATCH_BYTES = 3;

const isEmptyPatch = (bytes: Uint8Array): boolean =>
  bytes[0] === Protocol.ROOM_STATE_PATCH &&
  (bytes.length === 1 || (bytes.length <= EMPTY_PATCH_BYTES && bytes[1] === TO_STRUCTURE));

const KINDS: Readonly<Record<number, keyof typeof sentBytes>> = {
  [Protocol.ROOM_STATE]: "state",
  [Protocol.ROOM_STATE_PATCH]: "patch",
  [Protocol.ROOM_DATA]: "message",
  [Protocol.ROOM_DATA_BYTES]: "message",
};

/**
 * Counts what a client is sent. Colyseus (0.18.17) sends every client a frame for each patch, also when all that changed
 * is behind a view the client does not have. For a class of forty that is 150 system calls a second and as many needless
 * wake-ups of a phone's radio; here they are left out.
 */
export function watchFrames(client: Client): void {
  const { raw } = client;
  client.raw = (bytes, ...rest) => {
    if (isEmptyPatch(bytes)) return;
    sentBytes[KINDS[bytes[0] ?? 0] ?? "other"].inc(bytes.length);
    raw.call(client, bytes, ...rest);
  };
}
