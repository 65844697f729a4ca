import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openSqliteJournal } from "../../server/journal/sqlite.ts";
import type { JournalStore } from "../../server/journal/store.ts";
import { log } from "../../server/log.ts";
import { purge, purgeHourly } from "../../server/retention.ts";

const DAY = 86_400_000;
log.level = "silent";

let folder: string;
let journal: JournalStore;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "fire-together-retention-"));
  journal = await openSqliteJournal({ file: join(folder, "journal.sqlite") });
  for (const [id, ended] of [
    ["old", 1],
    ["kept", 1],
    ["young", 3 * DAY],
    ["runs", undefined],
  ] as const) {
    await journal.openSession({ id, code: id, hostHash: "h", stageHash: "s", createdAt: 0, header: "{}" });
    if (ended !== undefined) await journal.end({ sessionId: id, epoch: 0 }, ended, { seats: 0, rounds: 0 });
  }
  await journal.describe("kept", { kept: true });
});
afterEach(async () => {
  await journal.close();
  await rm(folder, { recursive: true });
});
const left = async () => (await journal.list("h")).map(({ id }) => id).sort();

test("a session goes after its days, neither earlier nor when it is kept or runs", async () => {
  expect(await purge(journal, 2, 2 * DAY + 1)).toBe(0);
  expect(await Promise.all([purge(journal, 2, 2 * DAY + 2), purge(journal, 2, 2 * DAY + 2)])).toContain(1);
  expect(await left()).toEqual(["kept", "runs", "young"]);
});

test("with no days, all stay for ever; else a server begins with deleting", async () => {
  await purgeHourly(journal, 0)();
  expect(await left()).toHaveLength(4);
  await purgeHourly(journal, 30)();
  expect(await left()).toEqual(["kept", "runs"]);
});
