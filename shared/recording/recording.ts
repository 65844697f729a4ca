import { ROUND_IDS, type Round } from "../lesson/round.ts";
import { checkParameters, standardParameters } from "../model/parameters.ts";
import type { Slowed } from "../session/core.ts";
import { type StampedEvent, TICK_MS } from "../session/events.ts";
import { FORMAT, MAGIC, type SessionHeader } from "../session/header.ts";
import { decodeLine } from "./lines.ts";

/** A recording read whole: the truth (header and events by tick) and the proof (state hashes by tick). */
export interface Recording {
  readonly header: SessionHeader;
  /** By tick; within a tick, events that are not taps come first, in the order they were accepted. */
  readonly events: readonly StampedEvent[];
  /** Hash of the state before each of these ticks. */
  readonly hashes: ReadonlyMap<number, string>;
  /** The tick after the last thing known. */
  readonly ticks: number;
  /** Why the rest could not be read, when the file was cut or damaged; what stands before it is whole. */
  readonly damage: string | undefined;
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

/** Most records, and ticks, of a recording: sixty students who tap twice a second for an hour; a day. */
export const MOST_RECORDS = 500_000;
export const MOST_TICKS = (24 * 3600 * 1000) / TICK_MS;
/** Longest header, characters; ours have some ten thousand. */
const LONGEST_HEADER = 262_144;
const MOST_ROUNDS = 64;

/**
 * Reads a recording's text: a header line and records. It keeps all up to the first line that it cannot read, or that
 * cannot be where it stands (before the last checksum, or later than any class lasts).
 * @throws UnreadableRecording when the first line is not a header of a format we know, or with more records than any
 *   class leaves
 */
export function readRecording(text: string): Recording {
  const end = text.indexOf("\n");
  const header = readHeader(end < 0 ? text : text.slice(0, end));
  countRecords(text);
  const lines = end < 0 ? [] : text.slice(end + 1).split("\n");
  const events: StampedEvent[] = [];
  const hashes = new Map<number, string>();
  let [ticks, settled] = [0, 0];
  let damage: string | undefined;
  for (const [i, line] of lines.entries()) {
    if (line === "") continue;
    try {
      const record = decodeLine(line);
      // What came before a checksum is in it: the room never accepts anything for a past that it has written down.
      if (record.tick < settled) throw new SyntaxError(`tick ${record.tick} after the checksum of ${settled}`);
      if (record.tick > MOST_TICKS) throw new SyntaxError(`tick ${record.tick} is later than any class lasts`);
      if ("hash" in record) {
        hashes.set(record.tick, record.hash);
        settled = record.tick;
      } else events.push(record);
      ticks = Math.max(ticks, record.tick);
    } catch (error) {
      damage = `line ${i + 2}: ${error instanceof Error ? error.message : String(error)}`;
      break;
    }
  }
  events.sort((a, b) => a.tick - b.tick || Number(a.event.kind === "tap") - Number(b.event.kind === "tap"));
  return { header, events, hashes, ticks: ticks + 1, damage };
}

/** Counts before anything is decoded, so that ten million records are refused at once. */
function countRecords(text: string): void {
  let records = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) records++;
  if (records > MOST_RECORDS) throw new UnreadableRecording("too-large", `${records} records: no class leaves as many`);
}

function readHeader(line: string): SessionHeader {
  const refuse = (detail: string): never => {
    throw new UnreadableRecording("not-a-recording", detail);
  };
  let header: Partial<SessionHeader>;
  try {
    header = line.length > LONGEST_HEADER ? refuse("the first line is too long for a header") : JSON.parse(line);
  } catch (error) {
    if (error instanceof UnreadableRecording) throw error;
    return refuse("the first line is not JSON");
  }
  if (header?.magic !== MAGIC) return refuse("the first line is not a header");
  if (typeof header.format !== "number") return refuse("the header names no format");
  if (header.format > FORMAT) {
    throw new UnreadableRecording("newer-format", `format ${header.format}; this version reads up to ${FORMAT}`);
  }
  if (!header.parameters || !Array.isArray(header.script)) return refuse("the header has no parameters or no script");
  if (!Number.isInteger(header.seed)) return refuse("the header's seed is no whole number");
  for (const name of ["model", "classId", "startedAt"] as const) {
    if (typeof header[name] !== "string") refuse(`the header's ${name} is no text`);
  }
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
