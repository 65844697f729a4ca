import { effect, type ReadonlySignal, signal } from "@preact/signals";
import {
  blankNotes,
  joined,
  type Note,
  type Notes,
  readNotes,
  UnfitNotes,
  type UnfitNotesReason,
  withNote,
  withoutNote,
  writeNotes,
} from "../../../shared/recording/notes.ts";
import type { Facts } from "../facts.ts";
import type { Source } from "../source.ts";

/** What became of a wish: the notes are then as they were, or stay on this page alone. */
export type NotesTrouble = UnfitNotesReason | "not-kept" | "not-loaded";

/** The notes on the recording that is shown. */
export interface Notebook {
  readonly notes: ReadonlySignal<Notes>;
  readonly trouble: ReadonlySignal<NotesTrouble | undefined>;
  /** Where this viewer's notes are kept: with the recording, in this browser alone, or on this page until it is closed. */
  readonly keptIn: Source["notesIn"];
  /** Adds a note, or puts it in the place of the one with its id. @returns whether there was room */
  put(note: Omit<Note, "id"> & { readonly id?: string }): boolean;
  remove(id: string): void;
  /** Adds the notes of a file. */
  add(text: string): void;
}

/** Reads what was kept once the recording is known, and keeps every change. */
export function notebook(source: Source, { bound }: Pick<Facts, "bound">): Notebook {
  const notes = signal<Notes>(blankNotes(""));
  const trouble = signal<NotesTrouble | undefined>(undefined);
  /** What could not be read is not written over. */
  let mayWrite = false;
  let saving = false;
  let unsaved = false;

  async function load(of: string): Promise<void> {
    notes.value = blankNotes(of);
    try {
      const text = await source.notes(of);
      // Whoever was quick has written something meanwhile.
      if (text !== undefined) notes.value = joined(readNotes(text, of), notes.peek());
      mayWrite = true;
      if (unsaved) void save();
    } catch (error) {
      trouble.value = error instanceof UnfitNotes ? error.reason : "not-loaded";
    }
  }
  const stop = effect(() => {
    const { fingerprint } = bound.value;
    if (fingerprint === "") return;
    queueMicrotask(() => stop());
    void load(fingerprint);
  });

  async function save(): Promise<void> {
    unsaved = true;
    if (!mayWrite || saving || !source.saveNotes) return;
    saving = true;
    try {
      while (unsaved) {
        unsaved = false;
        const kept = notes.peek();
        await source.saveNotes(kept.of, writeNotes(kept));
        trouble.value = undefined;
      }
    } catch {
      trouble.value = "not-kept";
    } finally {
      saving = false;
    }
  }

  /** @returns whether the notes are others now */
  function change(to: () => Notes): boolean {
    try {
      notes.value = to();
      if (mayWrite) trouble.value = undefined;
      void save();
      return true;
    } catch (error) {
      trouble.value = error instanceof UnfitNotes ? error.reason : "no-notes";
      return false;
    }
  }

  return {
    notes,
    trouble,
    keptIn: source.notesIn,
    put: (note) => change(() => withNote(notes.peek(), { id: newId(), ...note })),
    remove: (id) => void change(() => withoutNote(notes.peek(), id)),
    add: (text) => void change(() => joined(notes.peek(), readNotes(text, notes.peek().of))),
  };
}

/** Works without a secure context, as classrooms have it. */
const newId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(6)), (byte) => byte.toString(16).padStart(2, "0")).join("");
