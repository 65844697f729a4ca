import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { MIGRATIONS, SCHEMA_VERSION } from "../../server/journal/schema.ts";
import { openSqliteJournal } from "../../server/journal/sqlite.ts";
import type { JournalStore } from "../../server/journal/store.ts";
import { journalContract } from "./contract.ts";

journalContract({
  name: "SQLite",
  open: (folder) => openSqliteJournal({ file: join(folder, "fire-together.sqlite") }),
  appender: resolve(import.meta.dirname, "appender.ts"),
});

describe("the SQLite file", () => {
  let folder: string;
  let file: string;
  const opened: JournalStore[] = [];
  const open = async (maxPages?: number): Promise<JournalStore> => {
    const journal = await openSqliteJournal({ file, ...(maxPages ? { maxPages } : {}) });
    opened.push(journal);
    return journal;
  };
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "fire-together-sqlite-"));
    file = join(folder, "deep", "down", "fire-together.sqlite");
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((journal) => journal.close()));
    await rm(folder, { recursive: true });
  });
  const one = { sessionId: "one", epoch: 0 };
  const session = { id: "one", code: "KRM4T7", hostHash: "h", stageHash: "s", createdAt: 1, header: "{}" };

  test("is made at first start, with its folder, and names its schema", async () => {
    await (await open()).close();
    const db = new DatabaseSync(file);
    expect(db.prepare("SELECT version FROM schema_version").all()).toEqual([{ version: SCHEMA_VERSION }]);
    expect(db.prepare("PRAGMA journal_mode").get()).toEqual({ journal_mode: "wal" });
    db.close();
  });

  test("of an older version is brought up to date, with the size of what had ended", async () => {
    await (await open()).close();
    await rm(file);
    const db = new DatabaseSync(file);
    const before = 6;
    for (const migration of MIGRATIONS.slice(0, before)) db.exec(migration);
    db.exec(`CREATE TABLE schema_version (version INTEGER NOT NULL) STRICT; INSERT INTO schema_version VALUES (${before});
      INSERT INTO session (id, code, host_hash, stage_hash, created_at, ended_at, header) VALUES ('old', 'C', 'h', 's', 1, 2, '{}');
      INSERT INTO session (id, code, host_hash, stage_hash, created_at, ended_at, header) VALUES ('runs', 'D', 'h', 's', 1, NULL, '{}');
      INSERT INTO line (session, seq, text) VALUES (1, 1, '[1]'), (1, 2, 'ç'), (2, 1, '[1]');`);
    db.close();
    const shelf = await (await open()).list("h");
    expect(shelf.map(({ id, title, kept, bytes }) => [id, title, kept, bytes])).toEqual([
      ["runs", "", false, null],
      ["old", "", false, 3 + 4 + 3],
    ]);
  });

  test("of a newer version is refused and left as it is", async () => {
    await (await open()).close();
    const db = new DatabaseSync(file);
    db.exec("UPDATE schema_version SET version = 99");
    db.close();
    const before = await readFile(file);
    await expect(open()).rejects.toMatchObject({ fault: "newer", message: expect.stringContaining("schema 99") });
    expect(await readFile(file)).toEqual(before);
  });

  test("that is damaged is refused and left as it is", async () => {
    const journal = await open();
    await journal.openSession(session);
    const records = Array.from({ length: 3000 }, (_, seq) => ({ seq, line: `line ${seq} of many` }));
    await journal.append(one, records);
    await journal.close();
    const whole = await readFile(file);
    const damaged = Buffer.from(whole);
    damaged.fill(0x5a, 8192, damaged.length - 4096);
    for (const bytes of [damaged, Buffer.from("this is no database at all, but a long enough text".repeat(90))]) {
      await writeFile(file, bytes);
      await expect(open()).rejects.toMatchObject({
        fault: "corrupt",
        message: expect.stringContaining("left as it is"),
      });
      expect((await readFile(file)).equals(bytes)).toBe(true);
    }
  });

  test("of another program is refused and left as it is", async () => {
    await (await open()).close();
    await rm(file);
    const db = new DatabaseSync(file);
    db.exec("CREATE TABLE recipe (name TEXT)");
    db.close();
    await expect(open()).rejects.toMatchObject({ fault: "corrupt", message: expect.stringContaining("not one of") });
  });

  test("that another server holds is refused with advice", async () => {
    await open();
    await expect(open()).rejects.toMatchObject({
      fault: "locked",
      message: expect.stringContaining("another process"),
    });
  });

  test("whose folder cannot be made is refused with advice", async () => {
    await writeFile(join(folder, "deep"), "a file where a folder should be");
    await expect(open()).rejects.toMatchObject({ fault: "read-only" });
  });

  test("on a full disk refuses what does not fit, and goes on when there is room again", async () => {
    const journal = await open(60);
    await journal.openSession(session);
    await journal.append(one, [{ seq: 1, line: "kept" }]);
    const big = { seq: 2, line: "x".repeat(400_000) };
    await expect(journal.append(one, [big])).rejects.toMatchObject({ name: "JournalError", fault: "disk-full" });
    await journal.append(one, [{ seq: 2, line: "kept, too" }]);
    expect((await journal.read("one"))?.lines).toEqual(["kept", "kept, too"]);
  });

  test("holds nothing of a session that was deleted", async () => {
    const journal = await open();
    await journal.openSession(session);
    await journal.append(one, [{ seq: 1, line: "a secret of the class" }]);
    await journal.end(one, 2, { seats: 1, rounds: 1 });
    await journal.remove("one");
    await journal.close();
    expect((await readFile(file)).includes("a secret of the class")).toBe(false);
  });
});
