import { setTimeout as sleep } from "node:timers/promises";
import { Pool } from "pg";
import { newKey } from "../../keys.ts";
import { log } from "../../log.ts";
import { JournalError, type JournalStore } from "../store.ts";
import { journalError, openingError } from "./faults.ts";
import { migrate } from "./schema.ts";
import { shelfOn } from "./shelf.ts";
import * as sql from "./statements.ts";
import { type Write, Writer } from "./writer.ts";

export interface PostgresOptions {
  /** `postgres://user:password@host:port/database` */
  readonly url: string;
  /** Longest that the database may take for one thing, ms; beyond it, it counts as lost. */
  readonly patienceMs?: number;
}

/** Connections of one process: one writes, the others read. */
const CONNECTIONS = 6;
const PATIENCE_MS = 5000;
/** A process that froze or was cut off in the middle of a transaction holds what it locked for so long, ms. */
const SILENCE_MS = 2000;

/**
 * Opens the journal kept in a PostgreSQL database, and makes its tables at first. A database that is slow, restarts or
 * is lost makes calls fail within the patience; nothing here keeps trying, whoever asked does.
 * @throws JournalError when the database cannot be reached, is not ours to use, or was written by a newer version
 */
export async function openPostgresJournal({ url, patienceMs = PATIENCE_MS }: PostgresOptions): Promise<JournalStore> {
  const pool = new Pool({
    connectionString: url,
    max: CONNECTIONS,
    application_name: "fire-together",
    connectionTimeoutMillis: patienceMs,
    query_timeout: patienceMs,
    idle_in_transaction_session_timeout: SILENCE_MS,
    keepAlive: true,
  });
  // A connection that breaks while nobody uses it is replaced by the next call. (Its error carries all of the connection.)
  pool.on("error", ({ message }) => log.warn({ reason: message }, "a connection to the database broke"));
  try {
    const client = await pool.connect();
    await migrate(client).finally(() => client.release(true));
  } catch (error) {
    await pool.end();
    throw openingError(error, url);
  }
  return journalOn(pool, patienceMs);
}

const noSuchSession = (): JournalError => new JournalError("no-such-session", "The journal has no such session.");

function journalOn(pool: Pool, patienceMs: number): JournalStore {
  const writer = new Writer(pool);
  let closed: Promise<void> | undefined;

  async function write(what: Write): Promise<void> {
    if (closed) throw new JournalError("closed", "The journal is closed.");
    await writer.write(what);
  }
  const run = (statement: sql.Statement): Promise<void> => write({ statement });
  /** Rows of the database, which sees every write that was asked for before. */
  async function rows<T extends object>(text: string, values: readonly unknown[]): Promise<T[]> {
    if (closed) throw new JournalError("closed", "The journal is closed.");
    await writer.settled();
    try {
      return (await pool.query<T>(text, [...values])).rows;
    } catch (error) {
      throw journalError(error);
    }
  }
  async function numberOf(sessionId: string): Promise<string> {
    const [found] = await rows<sql.SessionOfDatabase>(sql.reads.session, [sql.spelt(sessionId)]);
    if (!found) throw noSuchSession();
    return found.number;
  }

  return {
    ...shelfOn({ run, rows, numberOf }),
    openSession: (row) => run(sql.openSession(row)),
    async claim(sessionId) {
      const { text, values } = sql.claim(sessionId);
      const [claimed] = await rows<{ epoch: number }>(text, values);
      if (!claimed) throw noSuchSession();
      return { sessionId, epoch: claimed.epoch };
    },
    append: (claim, records) => write({ append: { claim, records: [...records] } }),
    checkpoint: (claim, checkpoint) => run(sql.checkpoint(claim, checkpoint)),
    async newestCheckpoint(sessionId) {
      type Found = { seq: number; hash: string; data: string };
      const [found] = await rows<Found>(sql.reads.checkpoint, [await numberOf(sessionId)]);
      return found && { ...found, data: sql.unspelt(found.data) };
    },
    seat: (claim, seat, keyHash) => run(sql.seat(claim, seat, keyHash)),
    keepAdmission: (claim, data) => run(sql.keepAdmission(claim, data)),
    async admission(sessionId) {
      const [found] = await rows<{ data: string }>(sql.reads.admission, [await numberOf(sessionId)]);
      return found && sql.unspelt(found.data);
    },
    async seats(sessionId) {
      const found = await rows<{ seat: number; key_hash: string }>(sql.reads.seats, [await numberOf(sessionId)]);
      return found.map(({ seat, key_hash }) => ({ seat, keyHash: key_hash }));
    },
    end: (claim, endedAt, summary) => run(sql.end(claim, endedAt, summary)),
    async read(sessionId) {
      const [row] = await rows<sql.SessionOfDatabase>(sql.reads.session, [sql.spelt(sessionId)]);
      if (!row) return undefined;
      const lines = await rows<{ seq: number; text: string }>(sql.reads.lines, [row.number]);
      return {
        row: sql.sessionRow(row),
        lines: lines.map(({ text }) => sql.unspelt(text)),
        lastSeq: lines.at(-1)?.seq ?? 0,
      };
    },
    unended: async () => (await rows<sql.SessionOfDatabase>(sql.reads.unended, [])).map(sql.sessionRow),
    async running(code) {
      const [row] = await rows<sql.SessionOfDatabase>(sql.reads.running, [code]);
      return row && sql.sessionRow(row);
    },
    isHost: async (hostHash) => (await rows(sql.reads.isHost, [hostHash])).length > 0,
    registerHost: (hostHash) => run(sql.registerHost(hostHash, Date.now())),
    codeTaken: async (code, sinceMs) => (await rows(sql.reads.codeTaken, [code, sinceMs])).length > 0,
    async secret(name) {
      await run(sql.makeSecret(name, newKey()));
      const [found] = await rows<{ value: string }>(sql.reads.secret, [name]);
      return found!.value;
    },
    close: () => {
      // A database that is lost does not say goodbye.
      closed ??= writer.settled().then(() => Promise.race([pool.end(), sleep(patienceMs, undefined, { ref: false })]));
      return closed;
    },
  };
}
