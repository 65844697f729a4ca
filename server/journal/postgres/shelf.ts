import type { Origin } from "../../../shared/wire/shelf.ts";
import type { Shelf } from "../shelf.ts";
import { type SessionOfDatabase, type Statement, spelt, unspelt } from "./statements.ts";

/** What the shelf needs of the journal that it belongs to. */
export interface Database {
  run(statement: Statement): Promise<void>;
  rows<T extends object>(text: string, values: readonly unknown[]): Promise<T[]>;
  /** @throws JournalError when there is no such session */
  numberOf(sessionId: string): Promise<string>;
}

interface Listed extends Omit<SessionOfDatabase, "header" | "host_hash" | "stage_hash" | "number"> {
  readonly title: string;
  readonly bytes: string | null;
  readonly kept: boolean;
  readonly shared: boolean;
  readonly at: string | null;
  readonly origin: Origin;
}

const LIST = `SELECT id, code, title, created_at, ended_at, rounds, bytes, kept, share_hash IS NOT NULL AS shared, at, origin,
    coalesce(seats, (SELECT count(*) FROM fire_together.seat WHERE seat.session = session.number)) AS seats
  FROM fire_together.session LEFT JOIN fire_together.imported ON imported.session = session.number
  WHERE host_hash = $1 ORDER BY created_at DESC, number DESC`;
/** The instant from which a session's days count: when it came here as a file, or ended. */
const SINCE = "coalesce((SELECT at FROM fire_together.imported WHERE imported.session = session.number), ended_at)";
/** Nothing came here before it ended, so that the index on the end does most of the work. */
const EXPIRED = `NOT kept AND ended_at < $1 AND ${SINCE} < $1`;

/** What becomes of sessions afterwards. */
export function shelfOn({ run, rows, numberOf }: Database): Shelf {
  return {
    list: async (hostHash) => (await rows<Listed>(LIST, [hostHash])).map(summary),
    describe: (sessionId, { title, kept }) =>
      run({
        text: `UPDATE fire_together.session SET title = coalesce($2, title), kept = coalesce($3, kept) WHERE id = $1`,
        values: [spelt(sessionId), title === undefined ? null : spelt(title), kept],
        touches: 1,
      }),
    share: (sessionId, keyHash) =>
      run({
        text: "UPDATE fire_together.session SET share_hash = $2 WHERE id = $1",
        values: [spelt(sessionId), keyHash],
        touches: 1,
      }),
    async shared(keyHash) {
      const [found] = await rows<{ id: string }>("SELECT id FROM fire_together.session WHERE share_hash = $1", [
        keyHash,
      ]);
      return found && unspelt(found.id);
    },
    keepNotes: (sessionId, text) =>
      run({
        text: `INSERT INTO fire_together.note (session, text)
               SELECT number, $2 FROM fire_together.session WHERE id = $1
               ON CONFLICT (session) DO UPDATE SET text = excluded.text`,
        values: [spelt(sessionId), spelt(text)],
        touches: 1,
      }),
    async notes(sessionId) {
      const text = "SELECT text FROM fire_together.note WHERE session = $1";
      const [found] = await rows<{ text: string }>(text, [await numberOf(sessionId)]);
      return found && unspelt(found.text);
    },
    importSession: ({ id, hostHash, title, createdAt, endedAt, seats, rounds, bytes, imported }, file) =>
      run({
        text: `WITH this AS (
                 INSERT INTO fire_together.session
                   (id, code, host_hash, stage_hash, header, title, created_at, ended_at, seats, rounds, bytes)
                 VALUES ($1, '', $2, '', '', $3, $4, $5, $6, $7, $8) RETURNING number
               )
               INSERT INTO fire_together.imported (session, at, origin, file) SELECT number, $9, $10, $11 FROM this`,
        values: [
          ...[spelt(id), hostHash, spelt(title), createdAt, endedAt, seats, rounds, bytes],
          ...[imported.at, imported.origin, Buffer.from(file)],
        ],
      }),
    async imported(sessionId) {
      const text = "SELECT file, origin FROM fire_together.imported WHERE session = $1";
      const [found] = await rows<{ file: Buffer; origin: Origin }>(text, [await numberOf(sessionId)]);
      return found && { file: new Uint8Array(found.file), origin: found.origin };
    },
    async expired(before) {
      const text = `SELECT id FROM fire_together.session WHERE ${EXPIRED} ORDER BY ended_at`;
      return (await rows<{ id: string }>(text, [before])).map(({ id }) => unspelt(id));
    },
    remove: (sessionId, expiredBefore) =>
      run(
        expiredBefore === undefined
          ? { text: "DELETE FROM fire_together.session WHERE id = $1", values: [spelt(sessionId)] }
          : {
              text: `DELETE FROM fire_together.session WHERE id = $2 AND ${EXPIRED}`,
              values: [expiredBefore, spelt(sessionId)],
            },
      ),
  };
}

const summary = (row: Listed): Awaited<ReturnType<Shelf["list"]>>[number] => ({
  id: unspelt(row.id),
  code: row.code,
  title: unspelt(row.title),
  createdAt: Number(row.created_at),
  endedAt: row.ended_at === null ? null : Number(row.ended_at),
  seats: Number(row.seats),
  rounds: row.rounds ?? 0,
  bytes: row.bytes === null ? null : Number(row.bytes),
  kept: row.kept,
  shared: row.shared,
  imported: row.at === null ? null : { at: Number(row.at), origin: row.origin },
});
