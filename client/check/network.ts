import { addresses, greet } from "./ask.ts";
import { figures, found } from "./findings.ts";
import { holdLine, type LineFigures } from "./line.ts";

/** What a check finds out about the way to the server. */

/** A first verdict on the socket comes after so long, ms; the rest of the time it may still be lost. */
const QUICK_MS = 10_000;
/** Within this the shortest delay that a class uses takes a tap (half of it is the way there); beyond the second none does, ms. */
const SWIFT_MS = 200;
const SLOWEST_MS = 700;
/** More often lost than this in a minute is no accident. */
const FEW_DROPS = 2;
/** Beyond this a wall clock spoils certificates, s, and beyond this no beat can be kept, ms a minute. */
const WRONG_S = 120;
const DRIFTING_MS = 100;

export async function lookAtServer(): Promise<void> {
  const began = performance.now();
  const greeting = await greet(location.origin);
  if (greeting === "ours") found("server", "serverOurs", { ms: Math.max(1, Math.round(performance.now() - began)) });
  else found("server", greeting === "portal" ? "serverPortal" : "serverSilent");
}

const isLocal = (url: string): boolean => /^https?:\/\/(localhost|127\.|\[::1\])/.test(url);

/** Every address under which phones may look for the server; a secure page may not try insecure ones. */
export async function lookAtAddresses(): Promise<void> {
  const told = await addresses().catch(() => []);
  const origins = [...new Set(told.map((url) => new URL(url).origin))].filter((origin) => !isLocal(origin));
  const tried = origins.filter((origin) => location.protocol === "http:" || origin.startsWith("https:"));
  if (origins.length === 0 && isLocal(location.origin)) return found("addresses", "addressesLonely");
  if (tried.length === 0) return found("addresses", "addressesGood", { reached: location.host });
  const answers = await Promise.all(tried.map(greet));
  const list = (ours: boolean): string =>
    tried
      .filter((_, i) => (answers[i] === "ours") === ours)
      .map((origin) => new URL(origin).host)
      .join(", ");
  const [reached, missed] = [list(true), list(false)];
  if (!missed) found("addresses", "addressesGood", { reached });
  else if (reached) found("addresses", "addressesSome", { reached, missed });
  else found("addresses", "addressesNone", { missed, port: portOf(location.host) });
}

export const portOf = (host: string): string =>
  /:(\d+)$/.exec(host)?.[1] ?? (location.protocol === "https:" ? "443" : "80");

/**
 * Holds a socket, and says what that means while it does.
 * @param busy     whether the page keeps answers waiting itself
 * @param onFirst  called once something is known of it (and again)
 */
export async function lookAtLine(holdMs: number, busy: () => boolean, onFirst: () => void): Promise<void> {
  await holdLine({
    holdMs,
    busy,
    onFigures(line) {
      figures.value = line;
      if (1000 * line.heldS < Math.min(QUICK_MS, holdMs / 2)) return;
      judge(line, false);
      onFirst();
    },
    onBlocked(serverAnswers) {
      found("socket", serverAnswers ? "blocked" : "socketSilent", { host: location.host });
      found("roundTrip", "roundTripNone");
      found("clock", "clockNone");
      onFirst();
    },
  });
  if (figures.peek()) judge(figures.peek()!, true);
}

function judge({ heldS, drops, p50, p95, offsetS, skew }: LineFigures, over: boolean): void {
  const held = { seconds: heldS, drops, host: location.host };
  if (drops === 0) found("socket", over ? "socketHeld" : "socketQuick", held);
  else found("socket", drops <= FEW_DROPS ? "socketDropped" : "socketUnsteady", held);
  const trips = { p50, p95 };
  if (p95 <= SWIFT_MS) found("roundTrip", "roundTripGood", trips);
  else found("roundTrip", p95 <= SLOWEST_MS ? "roundTripFair" : "roundTripPoor", trips);
  if (Math.abs(skew) > DRIFTING_MS) found("clock", "clockDrifts", { skew });
  else if (Math.abs(offsetS) > WRONG_S) found("clock", "clockOff", { offset: offsetS });
  else found("clock", "clockGood", { offset: offsetS, skew });
}
