import { ROUND_IDS, type Round } from "../lesson/round.ts";
import { checkParameters, standardParameters } from "../model/parameters.ts";
import type { Slowed } from "../session/core.ts";
import type { StampedEvent } from "../session/events.ts";
import { FORMAT, MAGIC, type SessionHeader } from "../session/header.ts";
import type { Keyframe } from "./keyframes.ts";
import { migrationFrom, type RawHeader } from "./migrations.ts";
import { RecordReader } from "./record-reader.ts";
import { fits, unsealed } from "./seal.ts";

/** A recording read whole: the truth (header and events by tick) and the proof (state hashes by tick). */
export interface Recording {
  readonly header: SessionHeader;
  /** By tick; within a tick, events that are not taps come first, in the order they were accepted. */
  readonly events: readonly StampedEvent[];
  /** Hash of the state before each of these ticks. */
  readonly hashes: ReadonlyMap<number, string>;
  /** The tick after the last thing known of what was done. */
  readonly ticks: number;
  /** What was to be seen, by tick; beyond `ticks` too, where the rest of the events is damaged. */
  readonly keyframes: readonly Keyframe[];
  /** Why the rest could not be read, when the file was cut or damaged; what stands before it is whole. */
  readonly damage: string | undefined;
  /** Whether the file is not the one that its footer was made for. */
  readonly edited: boolean;
  /** Of an imagined class alone, never of a file: another slow motion. */
  readonly slowed?: Slowed;
}

/** Why a file is not a recording that this version can show. */
export type UnreadableReason = "not-a-recording" | "newer-format" | "too-large";

export class UnreadableRecording extends Error {
  readonly reason: UnreadableReason;
  constructor(reason: UnreadableReason, detail: string) {
    super(detail);
    this.name = "UnreadableRecording";
    this.reason = reason;
  }
}

/** Most records of a recording: sixty students who tap twice a second for an hour. */
export const MOST_RECORDS = 500_000;
/** Longest header, characters; ours have some ten thousand. */
export const LONGEST_HEADER = 262_144;
const MOST_ROUNDS = 64;
const VERSION = /^[\w.+-]{1,40}$/;
/** ISO 8601 in UTC. */
const INSTANT = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,3})?Z$/;

/**
 * Reads a recording's text: a header line, records and, from format 2 on, a footer. Of a damaged one it keeps all up to
 * the first line that cannot be where it stands, and keyframes beyond it.
 * @throws UnreadableRecording when the first line is not a header of a format we know, or with more records than any
 *   class leaves
 */
export function readRecording(text: string): Recording {
  const { body, footer } = unsealed(text);
  const end = body.indexOf("\n") + 1 || body.length + 1;
  const { header, line, format } = readHeader(body.slice(0, end - 1));
  countRecords(body);
  const reader = new RecordReader(line);
  for (let from = end; from < body.length; ) {
    const newline = body.indexOf("\n", from);
    const to = newline < 0 ? body.length : newline;
    if (to > from) reader.line(body.slice(from, to));
    from = to + 1;
  }
  const { events, hashes, ticks, keyframes, damage } = reader.read();
  // Whoever writes a footer writes it at the end: without one, the end is missing.
  const cut = format > 1 && !footer ? "its end is missing" : undefined;
  const edited = footer !== undefined && !fits(body, footer);
  return { header, events, hashes, ticks, keyframes, damage: damage ?? cut, edited };
}

/** What makes sense of a recording whose events contradict each other after a tick. */
export const upTo = (recording: Recording, tick: number): Recording => ({
  ...recording,
  events: recording.events.filter((event) => event.tick < tick),
  hashes: new Map([...recording.hashes].filter(([at]) => at <= tick)),
  ticks: Math.max(1, tick),
  damage: recording.damage ?? "the events that follow contradict each other",
});

/** Counts before anything is decoded, so that ten million records are refused at once. */
function countRecords(text: string): void {
  let records = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) records++;
  if (records > MOST_RECORDS) throw tooMany();
}

export const tooMany = (): UnreadableRecording =>
  new UnreadableRecording("too-large", `more than ${MOST_RECORDS} records: no class leaves as many`);

interface Opened extends Pick<ReturnType<typeof migrationFrom>, "line"> {
  readonly header: SessionHeader;
  /** Of the file, before any migration. */
  readonly format: number;
}

const refuse = (detail: string): never => {
  throw new UnreadableRecording("not-a-recording", detail);
};

/** The first line as plain data. */
function parseHeader(line: string): RawHeader {
  if (line.length > LONGEST_HEADER) return refuse("the first line is too long for a header");
  try {
    return JSON.parse(line) as RawHeader;
  } catch {
    return refuse("the first line is not JSON");
  }
}

/**
 * Reads the first line, of any format that there has been.
 * @throws UnreadableRecording
 */
export function readHeader(line: string): Opened {
  const raw = parseHeader(line);
  if (raw?.magic !== MAGIC) return refuse("the first line is not a header");
  const { format } = raw;
  if (typeof format !== "number") return refuse("the header names no format");
  if (format > FORMAT) {
    throw new UnreadableRecording("newer-format", `format ${format}; this version reads up to ${FORMAT}`);
  }
  if (!Number.isInteger(format) || format < 1) return refuse(`there is no format ${format}`);
  const migration = migrationFrom(format);
  return { header: checkedHeader(migration.header(raw)), line: migration.line, format };
}

function checkedHeader(header: Partial<SessionHeader>): SessionHeader {
  if (!header.parameters || !Array.isArray(header.script)) return refuse("the header has no parameters or no script");
  if (!Number.isInteger(header.seed)) return refuse("the header's seed is no whole number");
  if (typeof header.classId !== "string") return refuse("the header's classId is no text");
  // Both are told people.
  if (!VERSION.test(String(header.model))) return refuse("the header's model is no version");
  if (!INSTANT.test(String(header.startedAt))) return refuse("the header's startedAt is no date and time");
  if (header.script.length > MOST_ROUNDS || !header.script.every(isRound))
    refuse("the header's script has no such rounds");
  // Constants that its model did not have yet take their standard values.
  const parameters = { ...standardParameters, ...header.parameters };
  try {
    checkParameters(parameters);
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
  return { ...(header as SessionHeader), parameters };
}

/** What a round must be, so that a session can begin it. */
const isRound = (round: Partial<Round> | null): boolean =>
  ROUND_IDS.some((id) => id === round?.id) &&
  round !== null &&
  [round.beats, round.beatMs, round.slowMotion, round.classContacts, round.lapseMinutes].every(
    (x) => typeof x === "number" && x >= 0 && x <= 1e6,
  );
