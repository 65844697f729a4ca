import { signal } from "@preact/signals";
import type { Device } from "../../shared/wire/check.ts";
import { findAddress } from "../stage/address.ts";
import { found, measuring } from "./findings.ts";
import { lookAtAddresses, lookAtLine, lookAtServer } from "./network.ts";
import {
  lookAtLanguage,
  lookAtScreen,
  lookAtStorage,
  lookAtVibration,
  lookAtWakeLock,
  phonePicture,
  projectorPicture,
} from "./own-device.ts";
import { pairUp } from "./pair.ts";
import { lookAtSound } from "./sound.ts";

/**
 * What the address says behind its #: the code that a teacher's page shows, which makes this one the phone's
 * (`/check#KRM4T7XB`), and another time for the socket, s (`#hold=3`).
 */
const parts = location.hash.slice(1).split("&");
const held = Number(parts.find((part) => part.startsWith("hold="))?.slice(5));
const code = parts.find((part) => part !== "" && !part.includes("="));

export const device: Device = code === undefined ? "teacher" : "phone";
/** How long the socket is held, s. */
export const HOLD_S = held > 0 ? held : 60;
/** Seconds of that which are left. */
export const left = signal(HOLD_S);
/** Whether a phone has been waited for long enough. */
export const waited = signal(false);

/** A picture that takes longer is told when it is there; the check does not wait for it, ms. */
const PICTURE_PATIENCE_MS = 15_000;

/** Everything at once; the picture's second comes when the socket is known to work, and no round trip counts in it. */
export async function runCheck(): Promise<void> {
  const phone = device === "phone";
  void pairUp(device, code);
  if (!phone) void findAddress();
  lookAtScreen(phone);
  lookAtLanguage();
  lookAtStorage();
  lookAtSound();
  if (phone) lookAtVibration();
  let drawn: Promise<void> | undefined;
  let drawing = false;
  // Fetched while the network is still there: it may be lost by the time it is needed.
  const picture = phone ? phonePicture() : projectorPicture();
  const draw = async (): Promise<void> => {
    drawing = true;
    const late = new Promise<void>((over) => setTimeout(over, PICTURE_PATIENCE_MS));
    await Promise.race([picture.then((look) => look()).catch(() => found("drawing", "drawingNone")), late]);
    drawing = false;
  };
  const drawOnce = (): Promise<void> => {
    drawn ??= draw();
    return drawn;
  };
  const began = performance.now();
  const clock = setInterval(() => {
    left.value = Math.max(0, Math.ceil(HOLD_S - (performance.now() - began) / 1000));
  }, 250);
  await Promise.all([
    ...[lookAtServer(), lookAtWakeLock(), phone ? undefined : lookAtAddresses()],
    lookAtLine(
      1000 * HOLD_S,
      () => drawing,
      () => void drawOnce(),
    ),
  ]);
  await drawOnce();
  clearInterval(clock);
  left.value = 0;
  measuring.value = false;
  waited.value = true;
}
