import { LANGUAGES } from "../../shared/locales/locale.ts";
import { AT_REST } from "../play/rest.ts";
import { remember, remembered } from "../ui/remember.ts";
import { found } from "./findings.ts";
import type { DrawingSpeed } from "./rehearsal.ts";

/** What a check finds out about the device itself, without the network. */

/** Below these the projector's smallest words (1/36 of the height) have too few points to be letters: under 20 px. */
const FEWEST_LINES = 720;
/** A window that has less of the screen's height wastes it. */
const FULL_SHARE = 0.85;
const NARROWEST = 320;
/** A picture takes at most half of what sixty a second leave; below twelve a second spikes jump. */
const SWIFT = { ms: 8, fps: 40 };
const SLOWEST_FPS = 12;
/** A computer that is busy with something else for a second is not slow: what was poor is drawn once more, after so long, ms. */
const BREATH_MS = 1500;

export function lookAtScreen(phone: boolean): void {
  const ratio = phone ? 1 : devicePixelRatio || 1;
  const lines = Math.round(screen.height * ratio);
  // Not numbers: no language puts separators into a screen's size.
  const size = { width: String(Math.round(screen.width * ratio)), height: String(lines) };
  const part = innerHeight / screen.height;
  if (phone) found("screen", innerWidth >= NARROWEST ? "phoneScreenGood" : "phoneScreenSmall", size);
  else if (lines < FEWEST_LINES) found("screen", "screenSmall", size);
  else if (part < FULL_SHARE) found("screen", "screenPart", { ...size, percent: Math.round(100 * part) });
  else found("screen", "screenGood", size);
}

/** Fetches the projector's picture. @returns draws it for a second */
export async function projectorPicture(): Promise<() => Promise<void>> {
  const { drawingSpeed } = await import("./rehearsal.ts");
  const isSwift = ({ ms, fps }: DrawingSpeed): boolean => ms <= SWIFT.ms && fps >= SWIFT.fps;
  return async () => {
    let seen = await drawingSpeed();
    if (!isSwift(seen)) {
      await new Promise((breathed) => setTimeout(breathed, BREATH_MS));
      const again = await drawingSpeed();
      if (isSwift(again) || again.fps > seen.fps) seen = again;
    }
    const { renderer, fps, ms } = seen;
    const slots = { renderer: renderer === "webgl" ? "WebGL" : "Canvas", fps, ms };
    if (isSwift(seen)) found("drawing", "drawingGood", slots);
    else found("drawing", fps >= SLOWEST_FPS ? "drawingFair" : "drawingSlow", slots);
  };
}

/** Fetches a phone's own picture. @returns draws it for a second, in the middle of a tap */
export async function phonePicture(): Promise<() => Promise<void>> {
  const { drawSynapse } = await import("../scenes/view-model/synapse-canvas.ts");
  return async () => {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [2 * innerWidth, innerHeight];
    const context = canvas.getContext("2d")!;
    context.scale(2, 2);
    let frames = 0;
    const began = performance.now();
    await new Promise<void>((done) => {
      requestAnimationFrame(function draw(now) {
        if (now - began > 1000) return done();
        const tapped = { tapAt: now - (now % 500), answeredAt: now - (now % 500), spiked: true, calcium: 120 };
        drawSynapse(context, innerWidth, innerHeight / 2, { ...AT_REST, ...tapped }, now, false);
        frames++;
        requestAnimationFrame(draw);
      });
    });
    found("drawing", frames >= SLOWEST_FPS ? "phoneDrawingGood" : "phoneDrawingFair", { fps: frames });
  };
}

export function lookAtVibration(): void {
  found("vibration", "vibrate" in navigator ? "vibrationGood" : "vibrationNone");
}

export async function lookAtWakeLock(): Promise<void> {
  if (!isSecureContext || !("wakeLock" in navigator)) return found("awake", "awakeInsecure");
  try {
    await (await navigator.wakeLock.request("screen")).release();
    found("awake", "awakeGood");
  } catch {
    found("awake", "awakeRefused");
  }
}

export function lookAtStorage(): void {
  const key = "fire-together.check";
  remember(key, "yes");
  const works = remembered(key) === "yes";
  found("storage", works ? "storageGood" : "storageNone");
  if (works) localStorage.removeItem(key);
}

export function lookAtLanguage(): void {
  const wanted = navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase());
  const ours = LANGUAGES.some((tag) => wanted.includes(tag.slice(0, 2)));
  if (ours) found("language", "languageGood");
  else found("language", "languageOther", { wanted: navigator.languages.join(", ") });
}
