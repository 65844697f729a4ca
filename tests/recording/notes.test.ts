import fc from "fast-check";
import { expect, test } from "vitest";
import {
  blankNotes,
  joined,
  LONGEST_NOTE,
  MOST_NOTE_BYTES,
  MOST_NOTES,
  type Note,
  readNotes,
  UnfitNotes,
  withNote,
  withoutNote,
  writeNotes,
} from "../../shared/recording/notes.ts";
import { MOST_TICKS } from "../../shared/recording/record-reader.ts";

const OF = "0123456789abcdef";
const notesOf = (items: readonly Note[]) => ({ ...blankNotes(OF), items });
const reasonOf = (act: () => unknown): string | undefined => {
  try {
    act();
    return undefined;
  } catch (error) {
    if (!(error instanceof UnfitNotes)) throw error;
    return error.reason;
  }
};

const note = fc
  .record({
    id: fc.stringMatching(/^[\w-]{1,40}$/),
    tick: fc.integer({ min: 0, max: MOST_TICKS - 1 }),
    text: fc.string({ maxLength: LONGEST_NOTE }),
  })
  .chain((one) =>
    fc.oneof(
      fc.constant(one),
      fc.integer({ min: one.tick + 1, max: MOST_TICKS }).map((until) => ({ ...one, until })),
    ),
  );
const several = fc.uniqueArray(note, { maxLength: 20, selector: ({ id }) => id });

test("whatever notes are written are read again, in the order of the class", () => {
  fc.assert(
    fc.property(several, (items) => {
      const read = readNotes(writeNotes(notesOf(items)), OF).items;
      expect(read.toSorted((a, b) => a.id.localeCompare(b.id))).toEqual(
        items.toSorted((a, b) => a.id.localeCompare(b.id)),
      );
      expect(read.map(({ tick }) => tick)).toEqual(read.map(({ tick }) => tick).toSorted((a, b) => a - b));
    }),
    { seed: 61, numRuns: 100 },
  );
});

test("what is no notes is refused by a name, whatever it is", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      expect(["no-notes", "newer-notes"]).toContain(reasonOf(() => readNotes(text, OF)));
    }),
    { seed: 62, numRuns: 200 },
  );
  const good = { id: "a", tick: 1, text: "x" };
  for (const bad of [
    { ...good, tick: -1 },
    { ...good, tick: 1.5 },
    { ...good, tick: 1e12 },
    { ...good, until: 1 },
    { ...good, text: 5 },
    { ...good, text: "x".repeat(LONGEST_NOTE + 1) },
    { ...good, id: "<b>" },
    { ...good, html: "<b>" },
    null,
  ]) {
    const text = JSON.stringify({ notes: 1, of: OF, items: [bad] });
    expect(reasonOf(() => readNotes(text, OF))).toBe("no-notes");
  }
  expect(reasonOf(() => readNotes(JSON.stringify(notesOf([good, good])), OF))).toBe("no-notes");
  expect(reasonOf(() => readNotes(JSON.stringify({ ...notesOf([]), notes: 2 }), OF))).toBe("newer-notes");
  expect(reasonOf(() => readNotes(JSON.stringify(notesOf([])), "f".repeat(16)))).toBe("other-recording");
});

test("there is room for so many notes, and never for more than the server takes", () => {
  let notes = blankNotes(OF);
  for (let i = 0; i < MOST_NOTES; i++) notes = withNote(notes, { id: `n${i}`, tick: i, text: "seen" });
  expect(reasonOf(() => withNote(notes, { id: "one-more", tick: 1, text: "" }))).toBe("too-many");
  expect(withNote(notes, { id: "n3", tick: 900, text: "moved" }).items.at(-1)?.text).toBe("moved");
  expect(withoutNote(notes, "n3").items.length).toBe(MOST_NOTES - 1);
  // Characters that take three bytes each fill the file sooner.
  const long = (i: number): Note => ({ id: `n${i}`, tick: i, text: "€".repeat(LONGEST_NOTE) });
  expect(reasonOf(() => writeNotes(notesOf(Array.from({ length: 60 }, (_, i) => long(i)))))).toBe("too-many");
  expect(reasonOf(() => readNotes(" ".repeat(MOST_NOTE_BYTES + 1), OF))).toBe("too-many");
});

test("a file of notes is added to those that are there", () => {
  const mine = notesOf([{ id: "a", tick: 5, text: "mine" }]);
  const theirs = notesOf([
    { id: "a", tick: 5, text: "mended" },
    { id: "b", tick: 2, text: "theirs" },
  ]);
  expect(joined(mine, theirs).items).toEqual([theirs.items[1], theirs.items[0]]);
});
