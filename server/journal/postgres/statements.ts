import type { Claim, EndSummary, JournalRecord, SessionRow, StoredCheckpoint } from "../store.ts";

/** A statement, and the rows that it must touch: fewer mean that it is not the sessions' owner who asks, or that there is none. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
  readonly touches?: number;
  readonly claims?: readonly Claim[];
}

/** PostgreSQL's text holds every character but NUL; that one is spelt, and so is what it is spelt with. */
export const spelt = (text: string): string => text.replaceAll("\x01", "\x011").replaceAll("\0", "\x010");
export const unspelt = (text: string): string => text.replaceAll("\x010", "\0").replaceAll("\x011", "\x01");

export const openSession = (row: Omit<SessionRow, "endedAt">): Statement => ({
  text: `INSERT INTO fire_together.session (id, code, host_hash, stage_hash, created_at, header)
         VALUES ($1, $2, $3, $4, $5, $6)`,
  values: [spelt(row.id), row.code, row.hostHash, row.stageHash, row.createdAt, spelt(row.header)],
});

/** The number of the session that a claim is for, held until the transaction ends so that nobody else claims it meanwhile. */
const OWNED = "SELECT number FROM fire_together.session WHERE id = $1 AND epoch = $2 FOR SHARE";
const claimed = (claim: Claim): readonly unknown[] => [spelt(claim.sessionId), claim.epoch];

/** What is written under a claim, into one row. */
const owned = (claim: Claim, text: string, values: readonly unknown[]): Statement => ({
  text,
  values: [...claimed(claim), ...values],
  touches: 1,
  claims: [claim],
});

export const claim = (sessionId: string): Statement => ({
  text: "UPDATE fire_together.session SET epoch = epoch + 1 WHERE id = $1 RETURNING epoch",
  values: [spelt(sessionId)],
});

/** Lines for any sessions, in one go. */
export interface Append {
  readonly claim: Claim;
  readonly records: readonly JournalRecord[];
}

const columns = (appends: readonly Append[]): readonly unknown[] => [
  appends.map(({ claim }) => spelt(claim.sessionId)),
  appends.map(({ claim }) => claim.epoch),
  appends.flatMap(({ records }, i) => records.map(() => i + 1)),
  appends.flatMap(({ records }) => records.map(({ seq }) => seq)),
  appends.flatMap(({ records }) => records.map(({ line }) => spelt(line))),
];
/** The columns as tables: claims (their place is `at`), and lines, each with the place of its claim. */
const CLAIM = "unnest($1::text[], $2::integer[]) WITH ORDINALITY AS claim (id, epoch, at)";
const LINE = "unnest($3::integer[], $4::integer[], $5::text[]) AS line (at, seq, text)";
const count = (appends: readonly Append[]): number => appends.reduce((sum, { records }) => sum + records.length, 0);

export const append = (appends: readonly Append[]): Statement => ({
  text: `WITH owned AS (
           SELECT claim.at, session.number FROM ${CLAIM}
           JOIN fire_together.session ON session.id = claim.id AND session.epoch = claim.epoch FOR SHARE OF session
         )
         INSERT INTO fire_together.line (session, seq, text)
         SELECT owned.number, line.seq, line.text FROM ${LINE} JOIN owned ON owned.at = line.at`,
  values: columns(appends),
  touches: count(appends),
  claims: appends.map(({ claim }) => claim),
});

/** Finds as many rows as the append has records when every one of them is there already, word for word. */
export const appended = (one: Append): Statement => ({
  text: `SELECT 1 FROM ${CLAIM} JOIN ${LINE} ON line.at = claim.at
         JOIN fire_together.session ON session.id = claim.id AND session.epoch = claim.epoch
         JOIN fire_together.line AS kept ON kept.session = session.number AND kept.seq = line.seq AND kept.text = line.text`,
  values: columns([one]),
  touches: count([one]),
});

export const checkpoint = (claim: Claim, { seq, hash, data }: StoredCheckpoint): Statement =>
  owned(
    claim,
    `WITH owned AS (${OWNED})
     INSERT INTO fire_together.checkpoint (session, seq, hash, data) SELECT number, $3, $4, $5 FROM owned
     ON CONFLICT (session) DO UPDATE SET seq = excluded.seq, hash = excluded.hash, data = excluded.data`,
    [seq, hash, spelt(data)],
  );

export const seat = (claim: Claim, number: number, keyHash: string): Statement =>
  owned(
    claim,
    `WITH owned AS (${OWNED})
     INSERT INTO fire_together.seat (session, seat, key_hash) SELECT number, $3, $4 FROM owned
     ON CONFLICT (session, seat) DO UPDATE SET key_hash = excluded.key_hash`,
    [number, keyHash],
  );

export const keepAdmission = (claim: Claim, data: string): Statement =>
  owned(
    claim,
    `WITH owned AS (${OWNED})
     INSERT INTO fire_together.admission (session, data) SELECT number, $3 FROM owned
     ON CONFLICT (session) DO UPDATE SET data = excluded.data`,
    [spelt(data)],
  );

export const end = (claim: Claim, endedAt: number, { seats, rounds }: EndSummary): Statement =>
  owned(
    claim,
    `WITH owned AS (${OWNED}),
     closed AS (
       UPDATE fire_together.session SET ended_at = $3, seats = $4, rounds = $5, bytes = octet_length(header) + 1 +
         (SELECT coalesce(sum(octet_length(text) + 1), 0) FROM fire_together.line WHERE line.session = session.number)
       WHERE number IN (SELECT number FROM owned) AND ended_at IS NULL
     ),
     forgotten AS (DELETE FROM fire_together.checkpoint WHERE session IN (SELECT number FROM owned)),
     gone AS (DELETE FROM fire_together.admission WHERE session IN (SELECT number FROM owned))
     SELECT number FROM owned`,
    [endedAt, seats, rounds],
  );

export const registerHost = (hash: string, now: number): Statement => ({
  text: "INSERT INTO fire_together.host (hash, created_at) VALUES ($1, $2) ON CONFLICT DO NOTHING",
  values: [hash, now],
});

/** Leaves the secret as it is where somebody made it before. */
export const makeSecret = (name: string, value: string): Statement => ({
  text: "INSERT INTO fire_together.secret (name, value) VALUES ($1, $2) ON CONFLICT DO NOTHING",
  values: [name, value],
});

/** Asks for rows. */
export const reads = {
  there: "SELECT 1 FROM fire_together.session WHERE id = ANY($1)",
  session: "SELECT * FROM fire_together.session WHERE id = $1",
  lines: "SELECT seq, text FROM fire_together.line WHERE session = $1 ORDER BY seq",
  admission: "SELECT data FROM fire_together.admission WHERE session = $1",
  seats: "SELECT seat, key_hash FROM fire_together.seat WHERE session = $1 ORDER BY seat",
  checkpoint: "SELECT seq, hash, data FROM fire_together.checkpoint WHERE session = $1",
  unended: "SELECT * FROM fire_together.session WHERE ended_at IS NULL ORDER BY created_at, number",
  running: "SELECT * FROM fire_together.session WHERE code = $1 AND ended_at IS NULL",
  isHost: "SELECT 1 FROM fire_together.host WHERE hash = $1",
  codeTaken: `SELECT 1 FROM fire_together.session
              WHERE code = $1 AND (ended_at IS NULL OR ended_at >= $2 OR created_at >= $2) LIMIT 1`,
  secret: "SELECT value FROM fire_together.secret WHERE name = $1",
} as const;

/** A session as the database gives it: 64-bit numbers come as text. */
export interface SessionOfDatabase {
  readonly number: string;
  readonly id: string;
  readonly code: string;
  readonly host_hash: string;
  readonly stage_hash: string;
  readonly created_at: string;
  readonly ended_at: string | null;
  readonly seats: string | number | null;
  readonly rounds: number | null;
  readonly header: string;
}

export const sessionRow = (row: SessionOfDatabase): SessionRow => ({
  id: unspelt(row.id),
  code: row.code,
  hostHash: row.host_hash,
  stageHash: row.stage_hash,
  createdAt: Number(row.created_at),
  endedAt: row.ended_at === null ? null : Number(row.ended_at),
  header: unspelt(row.header),
});
