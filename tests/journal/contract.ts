import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Claim, JournalRecord, JournalStore, SessionRow } from "../../server/journal/store.ts";
import { shelfPromises } from "./shelf-contract.ts";

/** A journal under test: how to open it in a folder, here and in a process of its own. */
export interface JournalUnderTest {
  readonly name: string;
  open(folder: string): Promise<JournalStore>;
  /** Script that opens the journal in the folder of its argument and appends until it is killed (see appending.ts). */
  readonly appender: string;
}

/** Lines of each append in appending.ts. */
const BATCH = 4;

/** Each session has a code of its own: no two that run may share one. */
const session = (id: string, more: Partial<SessionRow> = {}): Omit<SessionRow, "endedAt"> => ({
  id,
  code: `CODE ${id}`,
  hostHash: "host",
  stageHash: "stage",
  createdAt: 1000,
  header: `{"id":"${id}"}`,
  ...more,
});

/** What whoever opened a session writes it by. */
const by = (sessionId: string): Claim => ({ sessionId, epoch: 0 });

const records = (from: number, to: number): JournalRecord[] =>
  Array.from({ length: to - from + 1 }, (_, i) => ({ seq: from + i, line: `[${from + i},"ç 🧠"]` }));

/** What every journal promises. */
export function journalContract({ name, open, appender }: JournalUnderTest): void {
  describe(`${name} keeps the journal's promises`, () => {
    let folder: string;
    let journal: JournalStore;
    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), "fire-together-journal-"));
      journal = await open(folder);
    });
    afterEach(async () => {
      await journal.close();
      await rm(folder, { recursive: true });
    });

    const reopen = async (): Promise<void> => {
      await journal.close();
      journal = await open(folder);
    };
    const lines = async (id: string): Promise<string[] | undefined> => (await journal.read(id))?.lines;

    test("a session comes back as it was written, in order, after reopening", async () => {
      await journal.openSession(session("one"));
      await journal.append(by("one"), records(3, 5));
      await journal.append(by("one"), records(1, 2));
      await journal.append(by("one"), []);
      await reopen();
      expect(await journal.read("one")).toEqual({
        row: { ...session("one"), endedAt: null },
        lines: records(1, 5).map((record) => record.line),
        lastSeq: 5,
      });
      expect(await journal.read("other")).toBeUndefined();
    });

    test("the newest checkpoint is kept until the session ends", async () => {
      await journal.openSession(session("one"));
      expect(await journal.newestCheckpoint("one")).toBeUndefined();
      await journal.checkpoint(by("one"), { seq: 3, hash: "aa", data: "first" });
      await journal.checkpoint(by("one"), { seq: 7, hash: "bb", data: "second" });
      await reopen();
      expect(await journal.newestCheckpoint("one")).toEqual({ seq: 7, hash: "bb", data: "second" });
      await journal.end(by("one"), 2000, { seats: 1, rounds: 1 });
      expect(await journal.newestCheckpoint("one")).toBeUndefined();
    });

    test("a taken seq is refused and nothing of that call is kept", async () => {
      await journal.openSession(session("one"));
      await journal.append(by("one"), records(1, 3));
      await expect(journal.append(by("one"), records(3, 6))).rejects.toMatchObject({ fault: "conflict" });
      expect(await lines("one")).toHaveLength(3);
    });

    test("the same append again is as if it had been heard the first time", async () => {
      await journal.openSession(session("one"));
      await journal.append(by("one"), records(1, 3));
      await journal.append(by("one"), records(1, 3));
      await Promise.all([journal.append(by("one"), records(4, 5)), journal.append(by("one"), records(4, 5))]);
      expect(await lines("one")).toHaveLength(5);
      const other = [{ seq: 1, line: "[1]" }, ...records(2, 3)];
      await expect(journal.append(by("one"), other)).rejects.toMatchObject({ fault: "conflict" });
      await expect(journal.append(by("one"), records(5, 6))).rejects.toMatchObject({ fault: "conflict" });
      await expect(journal.append(by("one"), records(0, 1))).rejects.toMatchObject({ fault: "conflict" });
      expect(await lines("one")).toEqual(records(1, 5).map((record) => record.line));
    });

    test("whoever claims a session is the only one who writes it; those before are told so and change nothing", async () => {
      await journal.openSession(session("one"));
      await journal.append(by("one"), records(1, 2));
      await journal.checkpoint(by("one"), { seq: 2, hash: "aa", data: "good" });
      const first = await journal.claim("one");
      await journal.append(first, records(3, 4));
      await reopen();
      const second = await journal.claim("one");
      await journal.openSession(session("two"));
      for (const old of [by("one"), first]) {
        // With numbers that are free, and word for word as it was: that they fit is no excuse.
        const late = [
          () => journal.append(old, records(5, 6)),
          () => journal.append(old, records(3, 4)),
          () => journal.checkpoint(old, { seq: 9, hash: "bb", data: "stale" }),
          () => journal.seat(old, 0, "stale"),
          () => journal.keepAdmission(old, "stale"),
          () => journal.end(old, 2000, { seats: 0, rounds: 0 }),
        ];
        const beside = journal.append(by("two"), []);
        for (const fate of await Promise.allSettled(late.map((write) => write()))) {
          expect(fate).toMatchObject({ status: "rejected", reason: { name: "JournalError", fault: "overtaken" } });
        }
        await beside;
      }
      await journal.append(by("two"), records(1, 1));
      await journal.append(second, records(5, 5));
      expect(await lines("one")).toEqual(records(1, 5).map(({ line }) => line));
      expect(await journal.newestCheckpoint("one")).toMatchObject({ data: "good" });
      expect(await journal.seats("one")).toEqual([]);
      expect(await journal.admission("one")).toBeUndefined();
      expect(await journal.running("CODE one")).toMatchObject({ endedAt: null });
      await expect(journal.claim("nobody")).rejects.toMatchObject({ fault: "no-such-session" });
    });

    test("of many who claim and write at once, each line has one author, and none follows a later claim's", async () => {
      await journal.openSession(session("one"));
      const author = async (): Promise<number[]> => {
        const claim = await journal.claim("one");
        const from = (await journal.read("one"))!.lastSeq + 1;
        const kept: number[] = [];
        for (let seq = from; seq < from + 8; seq++) {
          const done = await journal.append(claim, [{ seq, line: `${claim.epoch}` }]).then(
            () => true,
            () => false,
          );
          if (!done) break;
          kept.push(seq);
        }
        return kept;
      };
      const all = await Promise.all(Array.from({ length: 6 }, author));
      const epochs = (await lines("one"))!.map(Number);
      expect(epochs).toEqual([...epochs].sort((a, b) => a - b));
      expect(all.flat().sort((a, b) => a - b)).toEqual(epochs.map((_, i) => i + 1));
    });

    test("a refused append spoils none that waited beside it", async () => {
      await journal.openSession(session("one"));
      await journal.openSession(session("two"));
      const outcomes = await Promise.allSettled([
        journal.append(by("one"), records(1, 2)),
        journal.append(by("nobody"), records(1, 2)),
        journal.append(by("two"), records(1, 2)),
        journal.append(by("one"), records(2, 3)),
        journal.append(by("one"), records(3, 4)),
      ]);
      expect(outcomes.map((outcome) => outcome.status)).toEqual([
        "fulfilled",
        "rejected",
        "fulfilled",
        "rejected",
        "fulfilled",
      ]);
      expect(outcomes[1]).toMatchObject({ reason: { name: "JournalError", fault: "no-such-session" } });
      expect(await lines("one")).toEqual(records(1, 4).map((record) => record.line));
      expect(await lines("two")).toHaveLength(2);
    });

    test("a session id opens once", async () => {
      await journal.openSession(session("one"));
      const again = journal.openSession(session("one", { code: "222222" }));
      await expect(again).rejects.toMatchObject({ fault: "conflict" });
      expect((await journal.read("one"))?.row.code).toBe("CODE one");
    });

    test("a refused opening next to a good one leaves no lines in the wrong session", async () => {
      await journal.openSession(session("one"));
      const outcomes = await Promise.allSettled([
        journal.openSession(session("two")),
        journal.append(by("two"), records(1, 1)),
        journal.openSession(session("one")),
        journal.openSession(session("three")),
        journal.append(by("three"), records(1, 2)),
      ]);
      expect(outcomes.filter((outcome) => outcome.status === "rejected")).toHaveLength(1);
      expect(await lines("two")).toHaveLength(1);
      expect(await lines("three")).toHaveLength(2);
    });

    test("seats keep the hash of their newest key", async () => {
      await journal.openSession(session("one"));
      await journal.seat(by("one"), 4, "a");
      await journal.seat(by("one"), 0, "b");
      await journal.seat(by("one"), 4, "c");
      expect(await journal.seats("one")).toEqual([
        { seat: 0, keyHash: "b" },
        { seat: 4, keyHash: "c" },
      ]);
      await expect(journal.seat(by("nobody"), 0, "a")).rejects.toMatchObject({ fault: "no-such-session" });
    });

    test("who may come in is kept, the newest alone, until the session ends", async () => {
      await journal.openSession(session("one"));
      expect(await journal.admission("one")).toBeUndefined();
      await journal.keepAdmission(by("one"), '{"approve":false}');
      await journal.keepAdmission(by("one"), '{"names":["ç 🧠"]}');
      await reopen();
      expect(await journal.admission("one")).toBe('{"names":["ç 🧠"]}');
      await expect(journal.keepAdmission(by("nobody"), "{}")).rejects.toMatchObject({ fault: "no-such-session" });
      await journal.end(by("one"), 2000, { seats: 1, rounds: 1 });
      expect(await journal.admission("one")).toBeUndefined();
    });

    shelfPromises({ journal: () => journal, reopen });

    test("a session ends once; one that a crash cut short stays unended", async () => {
      await journal.openSession(session("later", { createdAt: 30 }));
      await journal.openSession(session("done", { createdAt: 20 }));
      await journal.openSession(session("earlier", { createdAt: 10 }));
      await journal.end(by("done"), 50, { seats: 2, rounds: 1 });
      await journal.end(by("done"), 60, { seats: 9, rounds: 9 });
      await reopen();
      expect((await journal.unended()).map((row) => row.id)).toEqual(["earlier", "later"]);
      expect((await journal.read("done"))?.row.endedAt).toBe(50);
      await expect(journal.end(by("nobody"), 1, { seats: 0, rounds: 0 })).rejects.toMatchObject({
        fault: "no-such-session",
      });
    });

    test("a removed session leaves nothing, and its id may be used again", async () => {
      await journal.openSession(session("one"));
      await journal.append(by("one"), records(1, 9));
      await journal.seat(by("one"), 1, "a");
      await journal.remove("one");
      await journal.remove("one");
      expect(await journal.read("one")).toBeUndefined();
      await expect(journal.append(by("one"), records(10, 11))).rejects.toMatchObject({ fault: "no-such-session" });
      await journal.openSession(session("one"));
      expect(await lines("one")).toEqual([]);
      expect(await journal.seats("one")).toEqual([]);
    });

    test("hosts are known by the hash of a key that was issued", async () => {
      expect(await journal.isHost("hash")).toBe(false);
      await journal.registerHost("hash");
      await journal.registerHost("hash");
      await reopen();
      expect(await journal.isHost("hash")).toBe(true);
      expect(await journal.isHost("")).toBe(false);
    });

    test("no two running sessions have one code, whoever asks first", async () => {
      const outcomes = await Promise.allSettled(
        ["one", "two", "three"].map((id) => journal.openSession(session(id, { code: "BBBBBB" }))),
      );
      const refused = outcomes.filter((outcome) => outcome.status === "rejected");
      expect(refused.map(({ reason }) => reason.fault)).toEqual(["conflict", "conflict"]);
      const [first] = await journal.unended();
      expect(await journal.running("BBBBBB")).toEqual(first);
      await journal.end(by(first!.id), 200, { seats: 0, rounds: 0 });
      expect(await journal.running("BBBBBB")).toBeUndefined();
      await journal.openSession(session("four", { code: "BBBBBB" }));
      expect((await journal.running("BBBBBB"))?.id).toBe("four");
    });

    test("a code is taken while its class runs, and for a while after", async () => {
      await journal.openSession(session("one", { code: "BBBBBB", createdAt: 100 }));
      expect(await journal.codeTaken("BBBBBB", 5000)).toBe(true);
      await journal.end(by("one"), 200, { seats: 0, rounds: 0 });
      expect(await journal.codeTaken("BBBBBB", 200)).toBe(true);
      expect(await journal.codeTaken("BBBBBB", 201)).toBe(false);
      expect(await journal.codeTaken("CCCCCC", 0)).toBe(false);
    });

    test("a secret is made once, for everybody who shares the journal, and kept", async () => {
      const [one, same, other] = await Promise.all(["seal", "seal", "another"].map((name) => journal.secret(name)));
      expect(one).toMatch(/^[\w-]{43}$/);
      expect(same).toBe(one);
      expect(other).not.toBe(one);
      await reopen();
      expect(await journal.secret("seal")).toBe(one);
    });

    test("what people type stays text", async () => {
      const nasty = `'); DROP TABLE session; -- \u0000 "`;
      await journal.openSession(session(nasty, { header: nasty, code: "KRM4T7" }));
      await journal.append(by(nasty), [{ seq: 1, line: nasty }]);
      expect(await journal.read(nasty)).toMatchObject({ row: { id: nasty, header: nasty }, lines: [nasty] });
    });

    test("closing finishes what was asked, and refuses what comes after", async () => {
      await journal.openSession(session("one"));
      const last = journal.append(by("one"), records(1, 500));
      const closing = journal.close();
      await expect(journal.append(by("one"), records(501, 502))).rejects.toMatchObject({ fault: "closed" });
      await last;
      await closing;
      await journal.close();
      journal = await open(folder);
      expect(await lines("one")).toHaveLength(500);
    });

    test("a process killed while it writes loses nothing that was acknowledged", async () => {
      await journal.close();
      const child = spawn(process.execPath, [appender, folder], { stdio: ["ignore", "pipe", "inherit"] });
      const acknowledged = await killAfter(child, 400);
      journal = await open(folder);
      const kept = (await lines("killed")) ?? [];
      expect(acknowledged).toBeGreaterThanOrEqual(400);
      expect(kept.length).toBeGreaterThanOrEqual(acknowledged);
      // In order and without a hole, and of the appends that nobody heard of: all of each or nothing.
      expect(kept).toEqual(kept.map((_, i) => `[${i + 1}]`));
      expect(kept.length % BATCH).toBe(0);
      await journal.append(by("killed"), [{ seq: kept.length + 1, line: "[still writable]" }]);
    });
  });
}

/** Reads the seqs that a child reports as acknowledged, kills it without warning after `count`, and returns the last. */
async function killAfter(child: ChildProcess, count: number): Promise<number> {
  let last = 0;
  for await (const line of createInterface({ input: child.stdout! })) {
    last = Math.max(last, Number(line));
    if (last >= count && !child.killed) child.kill("SIGKILL");
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  return last;
}
