import { expect, test } from "vitest";
import type { ImportedRow } from "../../server/journal/shelf.ts";
import type { JournalStore } from "../../server/journal/store.ts";
import type { SessionSummary } from "../../shared/wire/shelf.ts";

export interface ShelfUnderTest {
  /** The journal of the test that runs. */
  readonly journal: () => JournalStore;
  readonly reopen: () => Promise<void>;
}

const session = (id: string, createdAt = 10, hostHash = "host") => ({
  ...{ id, code: `CODE ${id}`, hostHash, stageHash: "stage", createdAt, header: "{}" },
});

const listed = (id: string, more: Partial<SessionSummary> = {}): SessionSummary => ({
  ...{ id, code: `CODE ${id}`, title: "", createdAt: 10, endedAt: null, seats: 0, rounds: 0 },
  ...{ bytes: null, kept: false, shared: false, imported: null, ...more },
});

const imported = (id: string, at: number, more: Partial<ImportedRow> = {}): ImportedRow => ({
  ...{ id, hostHash: "host", title: "ç 🧠", createdAt: 1, endedAt: 2, seats: 3, rounds: 4, bytes: 5 },
  ...{ imported: { at, origin: "unsigned" }, ...more },
});

/** What whoever opened a session writes it by. */
const by = (sessionId: string) => ({ sessionId, epoch: 0 });

const SUMMARY = { seats: 1, rounds: 1 };

/** What every journal promises of a host's shelf. */
export function shelfPromises({ journal, reopen }: ShelfUnderTest): void {
  test("the shelf shows a host's sessions, newest first, and nobody else's", async () => {
    await journal().openSession(session("old", 10));
    await journal().openSession(session("theirs", 20, "other"));
    await journal().openSession(session("new", 30));
    await journal().seat(by("new"), 0, "a");
    await journal().append(by("old"), [
      { seq: 1, line: "[1]" },
      { seq: 2, line: "ç🧠" },
    ]);
    await journal().end(by("old"), 99, { seats: 27, rounds: 3 });
    expect(await journal().list("host")).toEqual([
      listed("new", { createdAt: 30, seats: 1 }),
      // {}, [1] and ç🧠, each with its end of line.
      listed("old", { endedAt: 99, seats: 27, rounds: 3, bytes: 3 + 4 + 7 }),
    ]);
    expect(await journal().list("nobody")).toEqual([]);
  });

  test("a session has the title and the fate that its host gave it last", async () => {
    await journal().openSession(session("one"));
    await journal().describe("one", { title: "<b>3ºA</b> \u0000 🧠" });
    await journal().describe("one", { kept: true });
    await journal().describe("one", {});
    await reopen();
    expect(await journal().list("host")).toEqual([listed("one", { title: "<b>3ºA</b> \u0000 🧠", kept: true })]);
    await journal().describe("one", { title: "", kept: false });
    expect(await journal().list("host")).toEqual([listed("one")]);
    await expect(journal().describe("nobody", { kept: true })).rejects.toMatchObject({ fault: "no-such-session" });
  });

  test("the newest link to a session opens it, until it is taken back", async () => {
    await journal().openSession(session("one"));
    await journal().openSession(session("two"));
    await journal().share("one", "first");
    await journal().share("one", "second");
    await journal().share("two", "other");
    await reopen();
    expect(await journal().shared("first")).toBeUndefined();
    expect(await journal().shared("second")).toBe("one");
    expect((await journal().list("host")).map(({ shared }) => shared)).toEqual([true, true]);
    await journal().share("one", null);
    expect(await journal().shared("second")).toBeUndefined();
    expect(await journal().shared("other")).toBe("two");
    await expect(journal().share("nobody", "x")).rejects.toMatchObject({ fault: "no-such-session" });
  });

  test("notes are kept, the newest alone", async () => {
    await journal().openSession(session("one"));
    expect(await journal().notes("one")).toBeUndefined();
    await journal().keepNotes("one", "{}");
    await journal().keepNotes("one", '{"text":"ç 🧠"}');
    await reopen();
    expect(await journal().notes("one")).toBe('{"text":"ç 🧠"}');
    await expect(journal().keepNotes("nobody", "{}")).rejects.toMatchObject({ fault: "no-such-session" });
  });

  test("a file from elsewhere stands on the shelf as it came, once", async () => {
    const file = Uint8Array.from([0x1f, 0x8b, 0, 1, 255, 0]);
    await journal().importSession(imported("one", 50, { imported: { at: 50, origin: "signed" } }), file);
    await expect(journal().importSession(imported("one", 60), file)).rejects.toMatchObject({ fault: "conflict" });
    await journal().openSession(session("held here"));
    await reopen();
    expect(await journal().imported("one")).toEqual({ file, origin: "signed" });
    expect(await journal().imported("held here")).toBeUndefined();
    expect((await journal().list("host")).find(({ id }) => id === "one")).toEqual({
      ...listed("one", { code: "", title: "ç 🧠", createdAt: 1, endedAt: 2, seats: 3, rounds: 4, bytes: 5 }),
      imported: { at: 50, origin: "signed" },
    });
    expect((await journal().unended()).map(({ id }) => id)).toEqual(["held here"]);
  });

  test("what has had its time goes; what runs, what is kept and what came lately stays", async () => {
    for (const [id, endedAt] of [
      ["late", 40],
      ["long ago", 20],
      ["kept", 10],
    ] as const) {
      await journal().openSession(session(id));
      await journal().end(by(id), endedAt, SUMMARY);
    }
    await journal().openSession(session("runs", 1));
    await journal().describe("kept", { kept: true });
    await journal().importSession(imported("came lately", 45), new Uint8Array(1));
    await journal().importSession(imported("came long ago", 15), new Uint8Array(1));
    expect([...(await journal().expired(40))].sort()).toEqual(["came long ago", "long ago"]);
    const all = (await journal().list("host")).map(({ id }) => id);
    await Promise.all(all.map((id) => journal().remove(id, 40)));
    const left = (await journal().list("host")).map(({ id }) => id);
    expect(left.sort()).toEqual(["came lately", "kept", "late", "runs"]);
    expect(await journal().expired(40)).toEqual([]);
  });

  test("nothing of a removed session is left: neither notes nor link nor file", async () => {
    await journal().openSession(session("one"));
    await journal().keepNotes("one", "{}");
    await journal().share("one", "link");
    await journal().importSession(imported("two", 9), new Uint8Array(9));
    await Promise.all([journal().remove("one"), journal().remove("two")]);
    expect(await journal().shared("link")).toBeUndefined();
    await journal().openSession(session("one"));
    await journal().openSession(session("two"));
    expect(await journal().notes("one")).toBeUndefined();
    expect(await journal().imported("two")).toBeUndefined();
    await expect(journal().notes("nobody")).rejects.toMatchObject({ fault: "no-such-session" });
  });
}
