import { Counter, collectDefaultMetrics, Gauge, Registry } from "prom-client";
import type { Refusal, TapFeedback } from "../shared/wire/answers.ts";
import { Histogram } from "./histogram.ts";

/**
 * What the server tells a monitoring system (GET /metrics, Prometheus's text form). One set a process, like the log;
 * counts alone: no code, no seat, no name. Every series is there from the start, at zero, so that a rate has a beginning.
 */
const registry = new Registry();
collectDefaultMetrics({ register: registry });

/** What is looked at when somebody asks, rather than kept. */
export interface Census {
  readonly rooms: number;
  /** Open connections by what they are. */
  readonly connections: { readonly student: number; readonly stage: number; readonly host: number };
  /** Taken seats. */
  readonly seats: { readonly student: number; readonly bot: number };
  /** Age of the oldest record that waits for the journal, s. */
  readonly journalWaiting: number;
}

let takeCensus = (): Census => ({
  rooms: 0,
  connections: { student: 0, stage: 0, host: 0 },
  seats: { student: 0, bot: 0 },
  journalWaiting: 0,
});

/** Says who counts from now on. */
export function countWith(take: () => Census): void {
  takeCensus = take;
}

const gauge = (name: string, help: string, labelNames: readonly string[] = []): Gauge =>
  new Gauge({ name, help, labelNames, registers: [registry] });
const rooms = gauge("fire_together_rooms", "Classes open in this process.");
const connections = gauge("fire_together_connections", "Open connections in classes, by role.", ["role"]);
const seats = gauge("fire_together_seats", "Taken seats in classes: students who are here, and bots.", ["kind"]);
const waiting = gauge(
  "fire_together_journal_waiting_seconds",
  "Age of the oldest record that is not in the journal yet.",
);

/** Time inside a room's tick: model, journal hand-over, projection, patch, sends. s */
export const tickTime = new Histogram(
  "fire_together_tick_seconds",
  "Time inside a room's tick: model, journal hand-over, projection, patch, sends.",
  [0.0002, 0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.04, 0.1, 0.25, 1, 5],
);

/** From a record's making to its commit, the oldest of each batch. s */
export const journalLag = new Histogram(
  "fire_together_journal_lag_seconds",
  "From a record's making to its commit, for the oldest of each batch.",
  [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 60],
);

/** Counts for each of a known set of label values: plain numbers, of which Prometheus's counter is made when it is asked for. */
function counters<K extends string>(
  name: string,
  help: string,
  label: string,
  values: readonly K[],
): Record<K, number> {
  const counts = Object.fromEntries(values.map((value) => [value, 0])) as Record<K, number>;
  new Counter({
    name,
    help,
    labelNames: [label],
    registers: [registry],
    collect() {
      this.reset();
      for (const value of values) this.inc({ [label]: value }, counts[value]);
    },
  });
  return counts;
}

/** Payload sent over WebSockets, by kind of frame. bytes */
export const sentBytes = counters(
  "fire_together_sent_bytes_total",
  "Payload sent over WebSockets: whole states, their patches, pulses and answers (messages), all else (other).",
  "kind",
  ["state", "patch", "message", "other"],
);

/** Joins that were refused, by reason. */
export const rejectedJoins = counters("fire_together_rejected_joins_total", "Joins that were refused.", "reason", [
  "full",
  "locked",
  "removed",
  "needs-card",
  "malformed",
  "no-such-class",
  "not-allowed",
  "too-many",
  "unreachable",
] satisfies Refusal[]);

/** Taps of students by what became of them. */
export const taps = counters("fire_together_taps_total", "Taps of students, by what became of them.", "fate", [
  "fired",
  "resting",
  "lost",
  "too-fast",
] satisfies TapFeedback["fate"][]);

/** Faults that stayed in their class. */
export const faults = counters(
  "fire_together_contained_faults_total",
  "Faults of the program that stayed in their class, which was paused, by where they came to light.",
  "where",
  ["message", "join", "leave", "timer", "promise", "tick", "state"],
);
/** Where something went wrong that stayed in its class. */
export type Where = keyof typeof faults;

const counter = (name: string, help: string): Counter => new Counter({ name, help, registers: [registry] });

/** Students who came back to their seat. */
export const reconnects = counter("fire_together_reconnects_total", "Students who came back to their seat.");

/** Batches that the journal did not take; each is tried again. */
export const journalFailures = counter(
  "fire_together_journal_failures_total",
  "Batches of records that the journal did not take; each is tried again.",
);

/** Times that the event loop stood still for more than a second. */
export const stalls = counter(
  "fire_together_stalls_total",
  "Times that this process stood still for more than a second.",
);

/** Everything at this moment, in the text form whose type `METRICS_TYPE` names. */
export async function metricsText(): Promise<string> {
  const census = takeCensus();
  rooms.set(census.rooms);
  waiting.set(census.journalWaiting);
  for (const [role, count] of Object.entries(census.connections)) connections.set({ role }, count);
  for (const [kind, count] of Object.entries(census.seats)) seats.set({ kind }, count);
  return `${await registry.metrics()}\n${tickTime.text()}${journalLag.text()}`;
}

export const METRICS_TYPE = registry.contentType;
