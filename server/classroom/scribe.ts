import { encodeEvent, encodeHash } from "../../shared/recording/lines.ts";
import type { SessionEvent } from "../../shared/session/events.ts";
import type { JournalStore } from "../journal/store.ts";
import { journalFailures, journalLag } from "../metrics.ts";

/** Ticks between tries after the journal failed: two seconds. */
const RETRY_TICKS = 50;

/**
 * Writes a session's records to the journal in order, one batch a tick, and knows what is safely down. A journal that
 * fails stops no class: records wait and are tried again, and nothing is acknowledged meanwhile.
 */
export class Scribe {
  /** Number of the last record that is committed; records count from 1. */
  committed: number;
  /** Whether the last batch was written. */
  healthy = true;
  readonly #journal: JournalStore;
  readonly #sessionId: string;
  readonly #report: (error: unknown) => void;
  #written: number;
  #batch: { seq: number; line: string }[] = [];
  /** When the first of the batch, and of the one on its way, was made, ms. */
  #batchSince: number | undefined;
  #flightSince: number | undefined;
  #inFlight: Promise<void> | undefined;
  #rest = 0;

  /** @param written  records that the journal has already */
  constructor(journal: JournalStore, sessionId: string, report: (error: unknown) => void, written = 0) {
    this.#journal = journal;
    this.#sessionId = sessionId;
    this.#report = report;
    this.#written = written;
    this.committed = written;
  }

  /** How long the oldest record has waited to be safe, ms. */
  get waiting(): number {
    const since = this.#flightSince ?? this.#batchSince;
    return since === undefined ? 0 : performance.now() - since;
  }

  /** @returns the record's number: it is safe once `committed` reaches it */
  event(tick: number, event: SessionEvent): number {
    return this.#line(encodeEvent(tick, event));
  }

  hash(tick: number, hash: string): void {
    this.#line(encodeHash(tick, hash));
  }

  /** Keeps an exact state, after the records that it has seen. One that cannot be kept is missed by nobody: the next one comes. */
  checkpoint(hash: string, data: string): void {
    this.#journal.checkpoint(this.#sessionId, { seq: this.#written, hash, data }).catch(this.#report);
  }

  /** Hands what has gathered to the journal, unless a batch is still on its way. Once a tick. */
  flush(): void {
    if (this.#rest > 0) {
      this.#rest--;
      return;
    }
    if (this.#inFlight || this.#batch.length === 0) return;
    this.#flightSince = this.#batchSince ?? performance.now();
    this.#batchSince = undefined;
    this.#inFlight = this.#write(this.#batch, this.#flightSince);
    this.#batch = [];
  }

  /** Writes all that is left. @throws JournalError when it cannot */
  async close(): Promise<void> {
    await this.#inFlight;
    await this.#journal.append(this.#sessionId, this.#batch);
    this.#batch = [];
  }

  async #write(batch: { seq: number; line: string }[], since: number): Promise<void> {
    try {
      await this.#journal.append(this.#sessionId, batch);
      this.committed = batch.at(-1)!.seq;
      this.healthy = true;
      journalLag.observe((performance.now() - since) / 1000);
    } catch (error) {
      this.#batch = [...batch, ...this.#batch];
      this.#batchSince = since;
      journalFailures.inc();
      this.#rest = RETRY_TICKS;
      this.healthy = false;
      this.#report(error);
    } finally {
      this.#inFlight = undefined;
      this.#flightSince = undefined;
    }
  }

  #line(line: string): number {
    this.#written++;
    this.#batchSince ??= performance.now();
    this.#batch.push({ seq: this.#written, line });
    return this.#written;
  }
}
