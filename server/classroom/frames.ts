import { type Client, Protocol } from "@colyseus/core";
import { sentBytes } from "../metrics.ts";

/** A patch's code, and the two bytes that say "to the root" when nothing follows. */
const EMPTY_PATCH_BYTES = 3;

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
    if (bytes[0] === Protocol.ROOM_STATE_PATCH && bytes.length <= EMPTY_PATCH_BYTES) return;
    sentBytes[KINDS[bytes[0] ?? 0] ?? "other"].inc(bytes.length);
    raw.call(client, bytes, ...rest);
  };
}
