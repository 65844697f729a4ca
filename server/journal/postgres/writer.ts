import type { Pool, PoolClient } from "pg";
import { type Claim, JournalError } from "../store.ts";
import { isRefusal, journalError } from "./faults.ts";
import { type Append, append, appended, reads, type Statement, spelt } from "./statements.ts";

/** Something to be written: lines, which go together with others', or a statement. */
export type Write = { readonly append: Append } | { readonly statement: Statement };

interface Waiting {
  readonly write: Write;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

const NOTHING: Append = { claim: { sessionId: "", epoch: 0 }, records: [] };

/** Most writes of one transaction, so that the first of a flood does not wait for the last. */
const MAX_BATCH = 1000;

/**
 * Writes in the order in which it was asked to. Whatever has queued up while one transaction was on its way goes into
 * the next: fifty rooms that each append 25 times a second share a few hundred commits.
 */
export class Writer {
  readonly #pool: Pool;
  #queue: Waiting[] = [];
  #running: Promise<void> | undefined;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  /** @returns once it is committed @throws JournalError */
  write(write: Write): Promise<void> {
    const done = new Promise<void>((resolve, reject) => {
      this.#queue.push({ write, resolve, reject });
    });
    this.#running ??= this.#run();
    return done;
  }

  /** Waits until everything asked so far was written or refused. */
  async settled(): Promise<void> {
    // Its own failure is told to whoever asked for it.
    if (this.#running !== undefined) await this.write({ append: NOTHING }).catch(() => {});
  }

  async #run(): Promise<void> {
    // Those who ask within the same turn go together.
    await Promise.resolve();
    while (this.#queue.length > 0) await this.#writeAll(this.#queue.splice(0, MAX_BATCH));
    this.#running = undefined;
  }

  /** In one transaction; when something of it is refused, each again in its own, so that only the guilty one is. */
  async #writeAll(batch: readonly Waiting[]): Promise<void> {
    try {
      await this.#transaction(statements(batch.map(({ write }) => write)));
      for (const { resolve } of batch) resolve();
    } catch (error) {
      if (isRefusal(error) && batch.length > 1) {
        for (const one of batch) await this.#writeAll([one]);
      } else if (await this.#isThere(batch, error)) {
        for (const { resolve } of batch) resolve();
      } else {
        for (const { reject } of batch) reject(journalError(error));
      }
    }
  }

  /** Whether a refused append is there already: its commit was made, but the answer did not arrive. */
  async #isThere(batch: readonly Waiting[], error: unknown): Promise<boolean> {
    const [only] = batch;
    if (batch.length !== 1 || !only || !("append" in only.write) || journalError(error).fault !== "conflict")
      return false;
    const { text, values, touches } = appended(only.write.append);
    const found = await this.#pool.query(text, [...values]).catch(() => undefined);
    return found?.rowCount === touches;
  }

  async #transaction(all: readonly Statement[]): Promise<void> {
    if (all.length === 0) return;
    const client = await this.#pool.connect();
    try {
      if (all.length > 1) await client.query("BEGIN");
      for (const statement of all) {
        const { rowCount } = await client.query(statement.text, [...statement.values]);
        const { touches, claims = [] } = statement;
        if (touches !== undefined && rowCount !== touches) throw await notOwned(client, claims);
      }
      if (all.length > 1) await client.query("COMMIT");
      client.release();
    } catch (error) {
      await giveBack(client, error);
      throw error;
    }
  }
}

/** Why fewer rows were touched than should have been; what needs no claim lacked its session. */
async function notOwned(client: PoolClient, claims: readonly Claim[]): Promise<JournalError> {
  const ids = new Set(claims.map(({ sessionId }) => spelt(sessionId)));
  const { rowCount } = await client.query(reads.there, [[...ids]]);
  if (ids.size > 0 && rowCount === ids.size)
    return new JournalError("overtaken", "Another process has claimed the session.");
  return new JournalError("no-such-session", "The journal has no such session.");
}

/** A connection on which something was refused is good for more; of any other it is not known. */
async function giveBack(client: PoolClient, error: unknown): Promise<void> {
  if (!isRefusal(error)) return client.release(true);
  await client.query("ROLLBACK").then(
    () => client.release(),
    () => client.release(true),
  );
}

/** The statements of a batch, lines that follow each other in one. */
function statements(writes: readonly Write[]): Statement[] {
  const all: Statement[] = [];
  let lines: Append[] = [];
  const flush = (): void => {
    if (lines.length > 0) all.push(append(lines));
    lines = [];
  };
  for (const write of writes) {
    if ("append" in write) {
      if (write.append.records.length > 0) lines.push(write.append);
    } else {
      flush();
      all.push(write.statement);
    }
  }
  flush();
  return all;
}
