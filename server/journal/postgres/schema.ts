import type { ClientBase } from "pg";
import { JournalError } from "../store.ts";

/**
 * Numbered migrations: the n-th brings the database from schema n - 1 to n. Never edit one that was released; add another.
 * Everything lives in a PostgreSQL schema of its own, so that the database may be shared with other programs.
 */
const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE fire_together.host (
    hash       text   PRIMARY KEY,
    created_at bigint NOT NULL
  );
  CREATE TABLE fire_together.session (
    number     bigint  PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    id         text    NOT NULL UNIQUE,
    code       text    NOT NULL,
    host_hash  text    NOT NULL,
    stage_hash text    NOT NULL,
    created_at bigint  NOT NULL,
    ended_at   bigint,
    seats      integer,
    rounds     integer,
    header     text    NOT NULL
  );
  CREATE INDEX session_of_host ON fire_together.session (host_hash, created_at);
  CREATE INDEX session_of_code ON fire_together.session (code);
  CREATE UNIQUE INDEX running_session_of_code ON fire_together.session (code) WHERE ended_at IS NULL;
  CREATE TABLE fire_together.line (
    session bigint  NOT NULL REFERENCES fire_together.session (number) ON DELETE CASCADE,
    seq     integer NOT NULL,
    text    text    NOT NULL,
    PRIMARY KEY (session, seq)
  );
  CREATE TABLE fire_together.seat (
    session  bigint  NOT NULL REFERENCES fire_together.session (number) ON DELETE CASCADE,
    seat     integer NOT NULL,
    key_hash text    NOT NULL,
    PRIMARY KEY (session, seat)
  );
  CREATE TABLE fire_together.checkpoint (
    session bigint  PRIMARY KEY REFERENCES fire_together.session (number) ON DELETE CASCADE,
    seq     integer NOT NULL,
    hash    text    NOT NULL,
    data    text    NOT NULL
  );
  `,
  `
  CREATE TABLE fire_together.remote (
    session  bigint NOT NULL REFERENCES fire_together.session (number) ON DELETE CASCADE,
    key_hash text   NOT NULL,
    PRIMARY KEY (session, key_hash)
  );
  `,
  `
  DROP TABLE fire_together.remote;
  CREATE TABLE fire_together.admission (
    session bigint PRIMARY KEY REFERENCES fire_together.session (number) ON DELETE CASCADE,
    data    text   NOT NULL
  );
  `,
  `
  CREATE TABLE fire_together.secret (
    name  text PRIMARY KEY,
    value text NOT NULL
  );
  `,
  `
  ALTER TABLE fire_together.session ADD COLUMN epoch integer NOT NULL DEFAULT 0;
  `,
  `
  ALTER TABLE fire_together.session
    ADD COLUMN title      text    NOT NULL DEFAULT '',
    ADD COLUMN kept       boolean NOT NULL DEFAULT false,
    ADD COLUMN bytes      bigint,
    ADD COLUMN share_hash text;
  CREATE UNIQUE INDEX session_of_share ON fire_together.session (share_hash) WHERE share_hash IS NOT NULL;
  CREATE INDEX session_to_expire ON fire_together.session (ended_at) WHERE NOT kept;
  UPDATE fire_together.session SET bytes = octet_length(header) + 1 +
    (SELECT coalesce(sum(octet_length(text) + 1), 0) FROM fire_together.line WHERE line.session = session.number)
  WHERE ended_at IS NOT NULL;
  CREATE TABLE fire_together.note (
    session bigint PRIMARY KEY REFERENCES fire_together.session (number) ON DELETE CASCADE,
    text    text   NOT NULL
  );
  CREATE TABLE fire_together.imported (
    session bigint  PRIMARY KEY REFERENCES fire_together.session (number) ON DELETE CASCADE,
    at      bigint  NOT NULL,
    origin  text    NOT NULL,
    file    bytea   NOT NULL
  );
  `,
];

export const SCHEMA_VERSION = MIGRATIONS.length;

/** Any number, the same for all who migrate: they take turns. */
const LOCK = 0x46697265;

/**
 * Brings the database to the present schema, in one transaction; processes that start at the same time take turns.
 * @throws JournalError "newer" when a newer version has been here; the database is then left as it is
 */
export async function migrate(client: ClientBase): Promise<void> {
  await client.query("BEGIN");
  await client.query("SELECT pg_advisory_xact_lock($1)", [LOCK]);
  await client.query("CREATE SCHEMA IF NOT EXISTS fire_together");
  await client.query("CREATE TABLE IF NOT EXISTS fire_together.schema_version (version integer NOT NULL)");
  const { rows } = await client.query<{ version: number }>("SELECT version FROM fire_together.schema_version");
  const version = rows[0]?.version ?? 0;
  if (version > SCHEMA_VERSION) {
    await client.query("ROLLBACK");
    throw new JournalError(
      "newer",
      `The database was written by a newer Fire Together (schema ${version}; this one knows ${SCHEMA_VERSION}). ` +
        "Start that version, or set DATABASE_URL to another database. It was left as it is.",
    );
  }
  for (const migration of MIGRATIONS.slice(version)) await client.query(migration);
  await client.query("DELETE FROM fire_together.schema_version");
  await client.query("INSERT INTO fire_together.schema_version (version) VALUES ($1)", [SCHEMA_VERSION]);
  await client.query("COMMIT");
}
