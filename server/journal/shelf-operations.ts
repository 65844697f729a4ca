import type { DatabaseSync } from "node:sqlite";
import type { Origin } from "../../shared/wire/shelf.ts";
import type { Shelf } from "./shelf.ts";

type ShelfOperations = {
  readonly [K in Exclude<keyof Shelf, "remove">]: (...args: Parameters<Shelf[K]>) => Awaited<ReturnType<Shelf[K]>>;
};

/** The instant from which a session's days count: when it came here as a file, or ended. */
const SINCE = "coalesce((SELECT at FROM imported WHERE imported.session = session.number), ended_at)";
/** Nothing came here before it ended, so that the index on the end does most of the work. */
export const EXPIRED = `kept = 0 AND ended_at < ?1 AND ${SINCE} < ?1`;

/** What becomes of sessions afterwards, on an open database. @param numberOf a session's row, by its id */
export function shelfOperations(db: DatabaseSync, numberOf: (id: string) => number): ShelfOperations {
  const sql = {
    list: db.prepare(
      `SELECT id, code, title, created_at, ended_at, rounds, bytes, kept, share_hash IS NOT NULL AS shared, at, origin,
              coalesce(seats, (SELECT count(*) FROM seat WHERE seat.session = session.number)) AS seats
       FROM session LEFT JOIN imported ON imported.session = session.number
       WHERE host_hash = ? ORDER BY created_at DESC, number DESC`,
    ),
    describe: db.prepare("UPDATE session SET title = coalesce(?, title), kept = coalesce(?, kept) WHERE number = ?"),
    share: db.prepare("UPDATE session SET share_hash = ? WHERE number = ?"),
    shared: db.prepare("SELECT id FROM session WHERE share_hash = ?"),
    keepNotes: db.prepare("INSERT OR REPLACE INTO note (session, text) VALUES (?, ?)"),
    notes: db.prepare("SELECT text FROM note WHERE session = ?"),
    open: db.prepare(
      `INSERT INTO session (id, code, host_hash, stage_hash, header, title, created_at, ended_at, seats, rounds, bytes)
       VALUES (?, '', ?, '', '', ?, ?, ?, ?, ?, ?)`,
    ),
    import: db.prepare("INSERT INTO imported (session, at, origin, file) VALUES (?, ?, ?, ?)"),
    imported: db.prepare("SELECT file, origin FROM imported WHERE session = ?"),
    expired: db.prepare(`SELECT id FROM session WHERE ${EXPIRED} ORDER BY ended_at`),
  };
  return {
    list: (hostHash) =>
      sql.list.all(hostHash).map((row) => ({
        id: String(row.id),
        code: String(row.code),
        title: String(row.title),
        createdAt: Number(row.created_at),
        endedAt: row.ended_at === null ? null : Number(row.ended_at),
        seats: Number(row.seats),
        rounds: Number(row.rounds ?? 0),
        bytes: row.bytes === null ? null : Number(row.bytes),
        kept: row.kept === 1,
        shared: row.shared === 1,
        imported: row.at === null ? null : { at: Number(row.at), origin: String(row.origin) as Origin },
      })),
    describe(sessionId, { title, kept }) {
      sql.describe.run(title ?? null, kept === undefined ? null : Number(kept), numberOf(sessionId));
    },
    share(sessionId, keyHash) {
      sql.share.run(keyHash, numberOf(sessionId));
    },
    shared: (keyHash) => sql.shared.get(keyHash)?.id?.toString(),
    keepNotes(sessionId, text) {
      sql.keepNotes.run(numberOf(sessionId), text);
    },
    notes: (sessionId) => sql.notes.get(numberOf(sessionId))?.text?.toString(),
    importSession({ id, hostHash, title, createdAt, endedAt, seats, rounds, bytes, imported }, file) {
      sql.open.run(id, hostHash, title, createdAt, endedAt, seats, rounds, bytes);
      sql.import.run(numberOf(id), imported.at, imported.origin, file);
    },
    imported(sessionId) {
      const { file, origin } = sql.imported.get(numberOf(sessionId)) ?? {};
      return file instanceof Uint8Array ? { file: new Uint8Array(file), origin: origin as Origin } : undefined;
    },
    expired: (before) => sql.expired.all(before).map(({ id }) => String(id)),
  };
}
