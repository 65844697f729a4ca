import type { DatabaseSync } from "node:sqlite";
import { JournalError } from "./store.ts";

/** Numbered migrations: the n-th brings a file from schema n - 1 to n. Never edit one that was released; add another. */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE host (
    hash       TEXT PRIMARY KEY,
    created_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE session (
    number     INTEGER PRIMARY KEY,
    id         TEXT NOT NULL UNIQUE,
    code       TEXT NOT NULL,
    host_hash  TEXT NOT NULL,
    stage_hash TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    ended_at   INTEGER,
    seats      INTEGER,
    rounds     INTEGER,
    header     TEXT NOT NULL
  ) STRICT;
  CREATE INDEX session_of_host ON session (host_hash, created_at);
  CREATE INDEX session_of_code ON session (code);
  CREATE TABLE line (
    session INTEGER NOT NULL REFERENCES session (number) ON DELETE CASCADE,
    seq     INTEGER NOT NULL,
    text    TEXT NOT NULL,
    PRIMARY KEY (session, seq)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE seat (
    session  INTEGER NOT NULL REFERENCES session (number) ON DELETE CASCADE,
    seat     INTEGER NOT NULL,
    key_hash TEXT NOT NULL,
    PRIMARY KEY (session, seat)
  ) STRICT, WITHOUT ROWID;
  `,
  `
  CREATE TABLE checkpoint (
    session INTEGER PRIMARY KEY REFERENCES session (number) ON DELETE CASCADE,
    seq     INTEGER NOT NULL,
    hash    TEXT NOT NULL,
    data    TEXT NOT NULL
  ) STRICT;
  `,
  `
  CREATE UNIQUE INDEX running_session_of_code ON session (code) WHERE ended_at IS NULL;
  `,
  `
  CREATE TABLE remote (
    session  INTEGER NOT NULL REFERENCES session (number) ON DELETE CASCADE,
    key_hash TEXT NOT NULL,
    PRIMARY KEY (session, key_hash)
  ) STRICT, WITHOUT ROWID;
  `,
  `
  DROP TABLE remote;
  CREATE TABLE admission (
    session INTEGER PRIMARY KEY REFERENCES session (number) ON DELETE CASCADE,
    data    TEXT NOT NULL
  ) STRICT;
  `,
  `
  CREATE TABLE secret (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  `,
  `
  ALTER TABLE session ADD COLUMN epoch INTEGER NOT NULL DEFAULT 0;
  `,
  `
  ALTER TABLE session ADD COLUMN title TEXT NOT NULL DEFAULT '';
  ALTER TABLE session ADD COLUMN kept INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE session ADD COLUMN bytes INTEGER;
  ALTER TABLE session ADD COLUMN share_hash TEXT;
  CREATE UNIQUE INDEX session_of_share ON session (share_hash) WHERE share_hash IS NOT NULL;
  CREATE INDEX session_to_expire ON session (ended_at) WHERE kept = 0;
  UPDATE session SET bytes = octet_length(header) + 1 +
    (SELECT coalesce(sum(octet_length(text) + 1), 0) FROM line WHERE line.session = session.number)
  WHERE ended_at IS NOT NULL;
  CREATE TABLE note (
    session INTEGER PRIMARY KEY REFERENCES session (number) ON DELETE CASCADE,
    text    TEXT NOT NULL
  ) STRICT;
  CREATE TABLE imported (
    session INTEGER PRIMARY KEY REFERENCES session (number) ON DELETE CASCADE,
    at      INTEGER NOT NULL,
    origin  TEXT NOT NULL,
    file    BLOB NOT NULL
  ) STRICT;
  `,
];

export const SCHEMA_VERSION = MIGRATIONS.length;

/** Schema of the file: 0 for an empty one. */
function versionOf(db: DatabaseSync, file: string): number {
  const tables = db.prepare("SELECT count(*) AS n FROM sqlite_master WHERE type = 'table'").get()?.n;
  if (tables === 0) return 0;
  const ours = db.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'schema_version'").get();
  const version = ours && db.prepare("SELECT version FROM schema_version").get()?.version;
  if (typeof version === "number") return version;
  throw new JournalError("corrupt", `${file} is a database, but not one of Fire Together's. ${LEFT_ALONE}`);
}

const LEFT_ALONE = "It was left as it is: move it away, or set DATA_DIR to another folder.";

/** Looks at the file without changing it: throws when it is damaged, foreign or from a newer version. */
export function inspect(db: DatabaseSync, file: string): number {
  const version = versionOf(db, file);
  if (version > SCHEMA_VERSION) {
    throw new JournalError(
      "newer",
      `${file} was written by a newer Fire Together (schema ${version}; this one knows ${SCHEMA_VERSION}). ` +
        "Start that version, or set DATA_DIR to another folder. The file was left as it is.",
    );
  }
  const verdict = db.prepare("PRAGMA quick_check(1)").get()?.quick_check;
  if (verdict !== "ok") {
    throw new JournalError("corrupt", `${file} is damaged (${String(verdict)}). ${LEFT_ALONE}`);
  }
  return version;
}

/** Brings the file to the present schema, one transaction a step. */
export function migrate(db: DatabaseSync, from: number): void {
  for (let version = from; version < SCHEMA_VERSION; version++) {
    db.exec("BEGIN IMMEDIATE");
    db.exec(MIGRATIONS[version] ?? "");
    db.exec("CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL) STRICT");
    db.exec("DELETE FROM schema_version");
    db.prepare("INSERT INTO schema_version (version) VALUES (?)").run(version + 1);
    db.exec("COMMIT");
  }
}

/** SQLite's primary result codes that people can do something about (sqlite.org/rescode.html). */
const FAULTS = {
  5: "locked",
  6: "locked",
  8: "read-only",
  10: "read-only",
  11: "corrupt",
  13: "disk-full",
  14: "read-only",
  19: "conflict",
  26: "corrupt",
} as const;

/** Any thrown value as a JournalError. */
export function journalError(error: unknown, file: string): JournalError {
  if (error instanceof JournalError) return error;
  const { errcode, message } = error as { errcode?: number; message?: string };
  const fault = FAULTS[((errcode ?? 0) & 0xff) as keyof typeof FAULTS] ?? "failed";
  const text = message ?? String(error);
  switch (fault) {
    case "locked":
      return new JournalError(
        fault,
        `${file} is in use by another process: stop it, or set DATA_DIR to another folder.`,
      );
    case "corrupt":
      return new JournalError(fault, `${file} is damaged (${text}). ${LEFT_ALONE}`);
    case "read-only":
      return new JournalError(
        fault,
        `${file} cannot be written (${text}): look at its disk and folder, or set DATA_DIR to another one.`,
      );
    default:
      return new JournalError(fault, text);
  }
}
