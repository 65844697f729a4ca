import type { Status } from "../../client/net/classroom.ts";
import type { Refusal, TapFeedback } from "../../shared/wire/answers.ts";

/**
 * The connection of a phone's page as it is (client/net/enter-class.ts), in a process of its own: what a browser has and
 * Node lacks is stood in for here. Its parent (phones.ts) puts it to sleep by SIGSTOP: sockets stay, nobody answers.
 */

export type Order = { readonly do: "tap" } | { readonly do: "wake" };
/** What the page knows, said at every change. */
export interface Report {
  readonly status: Status;
  readonly refusal: Refusal | undefined;
  readonly seat: number | undefined;
  readonly taps: readonly TapFeedback[];
  readonly sent: number;
  readonly paused: boolean | undefined;
  readonly phase: string | undefined;
}

const [origin = "", code = ""] = process.argv.slice(2);
const kept = new Map<string, string>();
const page = new EventTarget();
const door = new EventTarget();
const stand = (name: string, value: unknown): void => {
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
};
stand("location", new URL(origin));
stand("localStorage", {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value),
});
stand("document", Object.assign(page, { hidden: false }));
stand("addEventListener", door.addEventListener.bind(door));
stand("removeEventListener", door.removeEventListener.bind(door));

const { fetch } = globalThis;
stand("fetch", (path: string, init?: RequestInit) => fetch(new URL(path, origin), init));

// Only now: the SDK looks for a window's events when it is loaded.
const { effect } = await import("@preact/signals");
const { enterClass } = await import("../../client/net/enter-class.ts");
const classroom = enterClass(code, { student: {} });
const taps: TapFeedback[] = [];
let sent = 0;

const report = (): void => {
  const { status, refusal, welcome, shared } = classroom;
  const now: Report = {
    ...{ status: status.value, refusal: refusal.value, seat: welcome.value?.seat, taps, sent },
    ...{ paused: shared.value?.paused, phase: shared.value?.phase },
  };
  process.send?.(now);
};
effect(() => {
  const { value } = classroom.feedback;
  if (value) taps.push(value);
});
effect(report);
effect(() => {
  void classroom.feedback.value;
  report();
});

process.on("message", (order: Order) => {
  if (order.do === "tap") {
    sent++;
    classroom.tap(performance.now());
    report();
  } else page.dispatchEvent(new Event("visibilitychange"));
});
process.on("disconnect", () => process.exit());
