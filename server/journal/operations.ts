import type { DatabaseSync, SQLOutputValue } from "node:sqlite";
import { newKey } from "../keys.ts";
import { journalError } from "./schema.ts";
import { EXPIRED, shelfOperations } from "./shelf-operations.ts";
import { type Claim, JournalError, type JournalRecord, type JournalStore, type SessionRow } from "./store.ts";

/** What the worker can be asked for: the port without its life cycle. */
export type Asked = Exclude<keyof JournalStore, "close">;
export type Operations = {
  readonly [K in Asked]: (...args: Parameters<JournalStore[K]>) => Awaited<ReturnType<JournalStore[K]>>;
};
export interface OpenOperations {
  readonly operations: Operations;
  /** Forgets what was learnt inside a transaction that did not happen. */
  rolledBack(): void;
}

/** Operations that change nothing: they need no transaction. */
export const READS: ReadonlySet<Asked> = new Set([
  "seats",
  "admission",
  "list",
  "read",
  "newestCheckpoint",
  "unended",
  "running",
  "isHost",
  "codeTaken",
  "shared",
  "notes",
  "imported",
  "expired",
]);

type Row = Record<string, SQLOutputValue>;

const sessionRow = (row: Row): SessionRow => ({
  id: String(row.id),
  code: String(row.code),
  hostHash: String(row.host_hash),
  stageHash: String(row.stage_hash),
  createdAt: Number(row.created_at),
  endedAt: row.ended_at === null ? null : Number(row.ended_at),
  header: String(row.header),
});

/** The port's operations on an open database, synchronous and without transactions: those are the worker's. */
export function createOperations(db: DatabaseSync): OpenOperations {
  const sql = {
    open: db.prepare(
      "INSERT INTO session (id, code, host_hash, stage_hash, created_at, header) VALUES (?, ?, ?, ?, ?, ?)",
    ),
    known: db.prepare("SELECT number, epoch FROM session WHERE id = ?"),
    claim: db.prepare("UPDATE session SET epoch = epoch + 1 WHERE number = ? RETURNING epoch"),
    append: db.prepare("INSERT INTO line (session, seq, text) VALUES (?, ?, ?)"),
    appended: db.prepare("SELECT 1 FROM line WHERE session = ? AND seq = ? AND text = ?"),
    seat: db.prepare(
      "INSERT INTO seat (session, seat, key_hash) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET key_hash = excluded.key_hash",
    ),
    seats: db.prepare("SELECT seat, key_hash FROM seat WHERE session = ? ORDER BY seat"),
    keepAdmission: db.prepare("INSERT OR REPLACE INTO admission (session, data) VALUES (?, ?)"),
    admission: db.prepare("SELECT data FROM admission WHERE session = ?"),
    forgetAdmission: db.prepare("DELETE FROM admission WHERE session = ?"),
    checkpoint: db.prepare("INSERT OR REPLACE INTO checkpoint (session, seq, hash, data) VALUES (?, ?, ?, ?)"),
    newestCheckpoint: db.prepare("SELECT seq, hash, data FROM checkpoint WHERE session = ?"),
    forgetCheckpoint: db.prepare("DELETE FROM checkpoint WHERE session = ?"),
    end: db.prepare(
      `UPDATE session SET ended_at = ?, seats = ?, rounds = ?, bytes = octet_length(header) + 1 +
         (SELECT coalesce(sum(octet_length(text) + 1), 0) FROM line WHERE line.session = session.number)
       WHERE number = ? AND ended_at IS NULL`,
    ),
    session: db.prepare("SELECT * FROM session WHERE id = ?"),
    lines: db.prepare("SELECT seq, text FROM line WHERE session = ? ORDER BY seq"),
    unended: db.prepare("SELECT * FROM session WHERE ended_at IS NULL ORDER BY created_at, number"),
    running: db.prepare("SELECT * FROM session WHERE code = ? AND ended_at IS NULL"),
    remove: db.prepare("DELETE FROM session WHERE id = ?"),
    removeExpired: db.prepare(`DELETE FROM session WHERE id = ?2 AND ${EXPIRED}`),
    isHost: db.prepare("SELECT 1 FROM host WHERE hash = ?"),
    registerHost: db.prepare("INSERT INTO host (hash, created_at) VALUES (?, ?) ON CONFLICT DO NOTHING"),
    codeTaken: db.prepare(
      "SELECT 1 FROM session WHERE code = ?1 AND (ended_at IS NULL OR ended_at >= ?2 OR created_at >= ?2) LIMIT 1",
    ),
    makeSecret: db.prepare("INSERT INTO secret (name, value) VALUES (?, ?) ON CONFLICT DO NOTHING"),
    secret: db.prepare("SELECT value FROM secret WHERE name = ?"),
  };

  /** Row numbers and epochs of sessions seen before: a look-up an append is a quarter of its cost. */
  const known = new Map<string, { readonly number: number; readonly epoch: number }>();
  const find = (id: string) => {
    const found = sql.known.get(id);
    if (!found) throw new JournalError("no-such-session", "The journal has no such session.");
    const row = { number: Number(found.number), epoch: Number(found.epoch) };
    known.set(id, row);
    return row;
  };
  const numberOf = (id: string): number => (known.get(id) ?? find(id)).number;
  /** @throws JournalError when the claim is not the newest */
  const owned = ({ sessionId, epoch }: Claim): number => {
    const row = known.get(sessionId) ?? find(sessionId);
    if (row.epoch !== epoch) throw new JournalError("overtaken", "Another process has claimed the session.");
    return row.number;
  };

  const operations: Operations = {
    ...shelfOperations(db, numberOf),
    openSession(row) {
      sql.open.run(row.id, row.code, row.hostHash, row.stageHash, row.createdAt, row.header);
    },
    claim(sessionId) {
      const number = numberOf(sessionId);
      const epoch = Number(sql.claim.get(number)?.epoch);
      known.set(sessionId, { number, epoch });
      return { sessionId, epoch };
    },
    append(claim, records) {
      const session = owned(claim);
      const isThere = ({ seq, line }: JournalRecord): boolean => sql.appended.get(session, seq, line) !== undefined;
      for (const [i, { seq, line }] of records.entries()) {
        try {
          sql.append.run(session, seq, line);
        } catch (error) {
          if (i > 0 || journalError(error, "").fault !== "conflict" || !records.every(isThere)) throw error;
          return;
        }
      }
    },
    checkpoint(claim, { seq, hash, data }) {
      sql.checkpoint.run(owned(claim), seq, hash, data);
    },
    newestCheckpoint(sessionId) {
      const row = sql.newestCheckpoint.get(numberOf(sessionId));
      return row && { seq: Number(row.seq), hash: String(row.hash), data: String(row.data) };
    },
    seat(claim, seat, keyHash) {
      sql.seat.run(owned(claim), seat, keyHash);
    },
    keepAdmission(claim, data) {
      sql.keepAdmission.run(owned(claim), data);
    },
    admission: (sessionId) => sql.admission.get(numberOf(sessionId))?.data?.toString(),
    seats: (sessionId) =>
      sql.seats.all(numberOf(sessionId)).map((row) => ({ seat: Number(row.seat), keyHash: String(row.key_hash) })),
    end(claim, endedAt, summary) {
      const session = owned(claim);
      sql.end.run(endedAt, summary.seats, summary.rounds, session);
      sql.forgetCheckpoint.run(session);
      sql.forgetAdmission.run(session);
    },
    read(sessionId) {
      const row = sql.session.get(sessionId);
      if (row === undefined) return undefined;
      const lines = sql.lines.all(Number(row.number));
      const lastSeq = Number(lines.at(-1)?.seq ?? 0);
      return { row: sessionRow(row), lines: lines.map(({ text }) => String(text)), lastSeq };
    },
    unended: () => sql.unended.all().map(sessionRow),
    running(code) {
      const row = sql.running.get(code);
      return row && sessionRow(row);
    },
    remove(sessionId, expiredBefore) {
      known.delete(sessionId);
      if (expiredBefore === undefined) sql.remove.run(sessionId);
      else sql.removeExpired.run(expiredBefore, sessionId);
    },
    isHost: (hostHash) => sql.isHost.get(hostHash) !== undefined,
    registerHost(hostHash) {
      sql.registerHost.run(hostHash, Date.now());
    },
    codeTaken: (code, sinceMs) => sql.codeTaken.get(code, sinceMs) !== undefined,
    secret(name) {
      sql.makeSecret.run(name, newKey());
      return String(sql.secret.get(name)?.value);
    },
  };
  return { operations, rolledBack: () => known.clear() };
}
