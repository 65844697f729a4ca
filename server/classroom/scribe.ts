import { setTimeout as sleep } from "node:timers/promises";
import { RecordWriter } from "../../shared/recording/record-writer.ts";
import type { SessionEvent } from "../../shared/session/events.ts";
import type { Session } from "../../shared/session/session.ts";
import {
  type Claim,
  type EndSummary,
  JournalError,
  type JournalFault,
  type JournalRecord,
  type JournalStore,
} from "../journal/store.ts";
import { journalFailures, journalLag } from "../metrics.ts";
import type { Resumed } from "./recovery.ts";

/** Ticks between tries after the journal failed: two seconds. */
const RETRY_TICKS = 50;
/** The same when a class closes and ticks no more, ms. */
const RETRY_MS = 500;
/** A journal that has not taken a record in this time is shown as failing, ms. */
const SLOW_MS = 2000;

/** What the journal says to whoever is not a session's owner any more. */
const TAKEN: ReadonlySet<JournalFault> = new Set(["overtaken", "conflict"]);

/** Records that are written in one go. */
interface Batch {
  readonly records: JournalRecord[];
  /** When the first of them was made, ms. */
  readonly since: number;
}

/**
 * Writes a session's records to the journal in order, one batch a tick, and knows what is safely down. A journal that
 * fails stops no class: records wait and are tried again, and nothing is acknowledged meanwhile.
 */
export class Scribe {
  /** Number of the last record that is committed; records count from 1. */
  committed: number;
  readonly #journal: JournalStore;
  readonly #claim: Claim;
  readonly #report: (error: unknown) => void;
  #written: number;
  readonly #writer: RecordWriter;
  /** What has gathered since. */
  #next: Batch | undefined;
  /** What is on its way, or failed and is tried again as it is: it may have arrived, and only its answer not. */
  #current: Batch | undefined;
  #inFlight: Promise<void> | undefined;
  /** Why the last try failed. */
  #failure: unknown;
  #rest = 0;

  /** @param before  what the journal has of it, when it goes on: how many records, and the maker of the next ones */
  constructor(
    journal: JournalStore,
    claim: Claim,
    report: (error: unknown) => void,
    { written, writer }: Pick<Resumed, "written" | "writer"> = { written: 0, writer: new RecordWriter() },
  ) {
    this.#journal = journal;
    this.#claim = claim;
    this.#report = report;
    this.#written = written;
    this.#writer = writer;
    this.committed = written;
  }

  /** How long the oldest record has waited to be safe, ms. */
  get waiting(): number {
    const since = (this.#current ?? this.#next)?.since;
    return since === undefined ? 0 : performance.now() - since;
  }

  /** Whether the journal keeps up. */
  get healthy(): boolean {
    return this.#failure === undefined && this.waiting < SLOW_MS;
  }

  /** Whether somebody else writes this session: what is on its way is not ours to write any more. */
  get overtaken(): boolean {
    return this.#failure instanceof JournalError && TAKEN.has(this.#failure.fault);
  }

  /** @returns the record's number: it is safe once `committed` reaches it */
  event(tick: number, event: SessionEvent): number {
    return this.#line(this.#writer.event(tick, event));
  }

  /** The checksum of the state as it stands between two ticks. */
  hash(session: Session): void {
    this.#line(this.#writer.hash(session));
  }

  /** Checksum and keyframe, where they are due after a tick. */
  prove(session: Session): void {
    for (const line of this.#writer.due(session)) this.#line(line);
  }

  /** Keeps an exact state, after the records that it has seen. One that cannot be kept is missed by nobody: the next one comes. */
  checkpoint(hash: string, data: string): Promise<void> {
    return this.#journal.checkpoint(this.#claim, { seq: this.#written, hash, data }).catch(this.#report);
  }

  /** Hands what has gathered to the journal, unless a batch is still on its way. Once a tick. */
  flush(): void {
    if (this.#rest > 0) this.#rest--;
    else this.#send();
  }

  /**
   * Writes all that is left, and keeps trying.
   * @param patienceMs how long
   * @throws JournalError when it could not
   */
  async close(patienceMs: number): Promise<void> {
    const give = performance.now() + patienceMs;
    for (;;) {
      await this.#inFlight;
      if (!this.#current && !this.#next) return;
      if (this.#failure !== undefined) {
        if (this.overtaken || performance.now() > give) throw this.#failure;
        await sleep(RETRY_MS);
      }
      this.#send();
    }
  }

  /** Closes the session, once all of it is written. @throws JournalError when it could not */
  async end(summary: EndSummary, patienceMs: number): Promise<void> {
    const give = performance.now() + patienceMs;
    const endedAt = Date.now();
    await this.close(patienceMs);
    for (;;) {
      try {
        return await this.#journal.end(this.#claim, endedAt, summary);
      } catch (error) {
        if (performance.now() > give) throw error;
        await sleep(RETRY_MS);
      }
    }
  }

  #send(): void {
    if (this.#inFlight) return;
    this.#current ??= this.#next;
    if (this.#current === this.#next) this.#next = undefined;
    if (this.#current) this.#inFlight = this.#write(this.#current);
  }

  async #write({ records, since }: Batch): Promise<void> {
    try {
      await this.#journal.append(this.#claim, records);
      this.committed = records.at(-1)!.seq;
      this.#current = undefined;
      this.#failure = undefined;
      journalLag.observe((performance.now() - since) / 1000);
    } catch (error) {
      // Said once, however often it is tried.
      if (this.#failure === undefined) this.#report(error);
      this.#failure = error;
      this.#rest = RETRY_TICKS;
      journalFailures.inc();
    } finally {
      this.#inFlight = undefined;
    }
  }

  #line(line: string): number {
    this.#written++;
    this.#next ??= { records: [], since: performance.now() };
    this.#next.records.push({ seq: this.#written, line });
    return this.#written;
  }
}
