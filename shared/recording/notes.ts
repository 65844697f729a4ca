import { MOST_TICKS } from "./record-reader.ts";

/**
 * Notes on a recording: a file of their own beside it, so that the recording never changes. Plain JSON, bound to its
 * recording by the fingerprint (what-if-file.ts).
 */
export interface Notes {
  /** Version of this form. */
  readonly notes: 1;
  /** Fingerprint of the recording. */
  readonly of: string;
  /** By tick. */
  readonly items: readonly Note[];
}

/** What somebody wrote at a moment, or on a part of the class. */
export interface Note {
  /** Unique within the file: letters, digits and hyphens. */
  readonly id: string;
  readonly tick: number;
  /** The tick after the part it is about; a moment has none. */
  readonly until?: number;
  /** Text, never markup; empty: a bookmark. */
  readonly text: string;
}

const VERSION = 1;
/** Most notes of a recording, characters of one, and bytes of all: more than anybody writes on a lesson. */
export const MOST_NOTES = 200;
export const LONGEST_NOTE = 500;
export const MOST_NOTE_BYTES = 64 * 1024;

/** Why a text is not notes on a recording. */
export type UnfitNotesReason =
  | "no-notes"
  | "newer-notes"
  | "other-recording"
  /** More than a recording can have, or more than 64 kB. */
  | "too-many";

export class UnfitNotes extends Error {
  readonly reason: UnfitNotesReason;
  constructor(reason: UnfitNotesReason, detail: string) {
    super(detail);
    this.name = "UnfitNotes";
    this.reason = reason;
  }
}

/** No notes yet. @param of  fingerprint of the recording */
export const blankNotes = (of: string): Notes => ({ notes: VERSION, of, items: [] });

/** As it is kept and passed on. @throws UnfitNotes ("too-many") when it is more than a file may hold */
export function writeNotes(notes: Notes): string {
  if (notes.items.length > MOST_NOTES) throw new UnfitNotes("too-many", `${notes.items.length} notes`);
  const text = `${JSON.stringify(notes, null, 2)}\n`;
  if (bytesOf(text) > MOST_NOTE_BYTES) throw new UnfitNotes("too-many", `more than ${MOST_NOTE_BYTES} bytes`);
  return text;
}

/**
 * Reads notes that came from outside: strictly, since a file that is half understood would be saved half.
 * @param of  fingerprint of the recording they are for; without it they may be for any
 * @throws UnfitNotes
 */
export function readNotes(text: string, of?: string): Notes {
  if (text.length > MOST_NOTE_BYTES || bytesOf(text) > MOST_NOTE_BYTES) {
    throw new UnfitNotes("too-many", `more than ${MOST_NOTE_BYTES} bytes`);
  }
  const file = parsed(text);
  if (typeof file.notes === "number" && file.notes > VERSION) {
    throw new UnfitNotes("newer-notes", `version ${file.notes}; this one reads up to ${VERSION}`);
  }
  if (file.notes !== VERSION || typeof file.of !== "string" || !/^[0-9a-f]{16}$/.test(file.of)) throw none();
  if (!Array.isArray(file.items)) throw none();
  if (file.items.length > MOST_NOTES) throw new UnfitNotes("too-many", `${file.items.length} notes`);
  const items = file.items.map(readNote);
  if (new Set(items.map(({ id }) => id)).size < items.length) throw none();
  if (of !== undefined && file.of !== of) throw new UnfitNotes("other-recording", `made for recording ${file.of}`);
  return { notes: VERSION, of: file.of, items: inOrder(items) };
}

function readNote(item: unknown): Note {
  if (typeof item !== "object" || item === null) throw none();
  const { id, tick, until, text, ...rest } = item as Record<string, unknown>;
  if (Object.keys(rest).length > 0) throw none();
  if (typeof id !== "string" || !/^[\w-]{1,40}$/.test(id)) throw none();
  if (typeof text !== "string" || text.length > LONGEST_NOTE) throw none();
  if (!isTick(tick) || (until !== undefined && !(isTick(until) && until > tick))) throw none();
  return until === undefined ? { id, tick, text } : { id, tick, until, text };
}

const isTick = (n: unknown): n is number => Number.isInteger(n) && (n as number) >= 0 && (n as number) <= MOST_TICKS;
const none = (): UnfitNotes => new UnfitNotes("no-notes", "holds no notes");
const bytesOf = (text: string): number => new TextEncoder().encode(text).length;
const inOrder = (items: readonly Note[]): Note[] => items.toSorted((a, b) => a.tick - b.tick);

function parsed(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    throw none();
  }
}

/** With a note more, or another in the place of the one with its id. @throws UnfitNotes ("too-many") */
export function withNote(notes: Notes, note: Note): Notes {
  const known = notes.items.some(({ id }) => id === note.id);
  const items = known ? notes.items.map((one) => (one.id === note.id ? note : one)) : [...notes.items, note];
  const next = { ...notes, items: inOrder(items) };
  writeNotes(next);
  return next;
}

export const withoutNote = (notes: Notes, id: string): Notes => ({
  ...notes,
  items: notes.items.filter((note) => note.id !== id),
});

/** Both together; of two with the same id that of `more` stands. @throws UnfitNotes ("too-many") */
export function joined(notes: Notes, more: Notes): Notes {
  const ids = new Set(more.items.map(({ id }) => id));
  const next = { ...notes, items: inOrder([...notes.items.filter(({ id }) => !ids.has(id)), ...more.items]) };
  writeNotes(next);
  return next;
}
