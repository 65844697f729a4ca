import { spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPostgresJournal } from "../../server/journal/postgres/postgres.ts";
import { SCHEMA_VERSION } from "../../server/journal/postgres/schema.ts";
import type { JournalStore } from "../../server/journal/store.ts";
import { journalContract } from "../journal/contract.ts";
import { type Engine, needing, newDatabase, query, startPostgres } from "./engines.ts";
import { openInFolder, SERVER } from "./folder-journal.ts";

const [name, skip] = needing("PostgreSQL", "postgresql");

describe.skipIf(skip)(name, () => {
  let postgres: Engine;
  beforeAll(async () => {
    postgres = await startPostgres();
    process.env[SERVER] = postgres.url;
  });
  afterAll(() => postgres?.remove());

  journalContract({ name: "it", open: openInFolder, appender: resolve(import.meta.dirname, "appender.ts") });

  const one = { sessionId: "one", epoch: 0 };
  const row = { id: "one", code: "KRM4T7", hostHash: "h", stageHash: "s", createdAt: 1, header: "{}" };
  const opened: JournalStore[] = [];
  const open = async (url: string, patienceMs = 1000): Promise<JournalStore> => {
    const journal = await openPostgresJournal({ url, patienceMs });
    opened.push(journal);
    return journal;
  };
  afterAll(() => Promise.all(opened.map((journal) => journal.close())));

  test("processes that start at the same time make the tables once", async () => {
    const url = await newDatabase(postgres);
    await Promise.all(Array.from({ length: 5 }, () => open(url)));
    expect(await query(url, "SELECT version FROM fire_together.schema_version")).toEqual([{ version: SCHEMA_VERSION }]);
  });

  test("a database of a newer version is refused and left as it is", async () => {
    const url = await newDatabase(postgres);
    await (await open(url)).close();
    await query(url, "UPDATE fire_together.schema_version SET version = 99");
    await expect(open(url)).rejects.toMatchObject({ fault: "newer", message: expect.stringContaining("schema 99") });
    expect(await query(url, "SELECT version FROM fire_together.schema_version")).toEqual([{ version: 99 }]);
  });

  test("other programs' tables in the same database are left alone", async () => {
    const url = await newDatabase(postgres);
    await query(url, "CREATE TABLE session (recipe text)");
    await (await open(url)).openSession(row);
    expect(await query(url, "SELECT * FROM public.session")).toEqual([]);
  });

  test.each([
    ["nobody listens", "postgres://fire:hush@127.0.0.1:1/fire", /127\.0\.0\.1:1\/fire.*ECONNREFUSED/],
    ["there is no such database", "/nothing", /nothing.*does not exist/],
    ["there is no such user", "stranger", /stranger.*does not exist/],
  ])("where %s, the message says so and no password", async (_, at, says) => {
    const url = at.startsWith("postgres:")
      ? at
      : at.startsWith("/")
        ? postgres.url.replace(/\/postgres$/, at)
        : postgres.url.replace("//fire@", `//${at}:hush@`);
    const refused = await open(url).catch((error: Error) => error);
    expect(refused).toMatchObject({ name: "JournalError", message: expect.stringMatching(says) });
    expect((refused as Error).message).not.toContain("hush");
  });

  test("a frozen database makes calls fail in time, and what it did nonetheless is known when asked again", async () => {
    const journal = await open(await newDatabase(postgres));
    await journal.openSession(row);
    postgres.signal("SIGSTOP");
    const began = performance.now();
    const records = [{ seq: 1, line: "a" }];
    const [write, read] = await Promise.allSettled([journal.append(one, records), journal.isHost("h")]);
    expect(performance.now() - began).toBeLessThan(4000);
    expect([write.status, read.status]).toEqual(["rejected", "rejected"]);
    postgres.signal("SIGCONT");
    await journal.append(one, records);
    await journal.append(one, [{ seq: 2, line: "b" }]);
    expect((await journal.read("one"))?.lines).toEqual(["a", "b"]);
  });

  test("a process that froze in the middle of its writing holds up nobody who takes over, and writes no more", async () => {
    const url = await newDatabase(postgres, "frozen");
    const script = [resolve(import.meta.dirname, "appender.ts"), "frozen"];
    const frozen = spawn(process.execPath, script, { stdio: ["ignore", "pipe", "ignore"] });
    await once(frozen.stdout, "data");
    frozen.stdout.resume();
    frozen.kill("SIGSTOP");
    const journal = await open(url, 5000);
    const claim = await journal.claim("killed");
    const { lines, lastSeq } = (await journal.read("killed"))!;
    frozen.kill("SIGCONT");
    expect(await once(frozen, "exit")).not.toEqual([0, null]);
    await journal.append(claim, [{ seq: lastSeq + 1, line: "[mine]" }]);
    expect((await journal.read("killed"))!.lines).toEqual([...lines, "[mine]"]);
  });

  test("after a restart of the database the journal goes on, and keeps what was acknowledged", async () => {
    const journal = await open(await newDatabase(postgres));
    await journal.openSession(row);
    await journal.append(one, [{ seq: 1, line: "a" }]);
    await postgres.kill();
    await expect(journal.append(one, [{ seq: 2, line: "b" }])).rejects.toMatchObject({ fault: "failed" });
    await expect(journal.isHost("h")).rejects.toMatchObject({ fault: "failed" });
    await postgres.start();
    await journal.append(one, [{ seq: 2, line: "b" }]);
    expect((await journal.read("one"))?.lines).toEqual(["a", "b"]);
  });

  test("a journal whose database is away closes all the same", async () => {
    const journal = await openPostgresJournal({ url: await newDatabase(postgres), patienceMs: 500 });
    await journal.openSession(row);
    postgres.signal("SIGSTOP");
    await journal.close();
    postgres.signal("SIGCONT");
  });
});
