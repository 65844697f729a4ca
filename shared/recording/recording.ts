import { standardParameters } from "../model/parameters.ts";
import type { StampedEvent } from "../session/events.ts";
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
}

/** Why a file is not a recording that this version can show. */
export class UnreadableRecording extends Error {
  readonly reason: "not-a-recording" | "newer-format";
  constructor(reason: "not-a-recording" | "newer-format", detail: string) {
    super(detail);
    this.name = "UnreadableRecording";
    this.reason = reason;
  }
}

/**
 * Reads a recording's text: a header line and records. It keeps all up to the first line it cannot read.
 * @throws UnreadableRecording when the first line is not a header of a format we know
 */
export function readRecording(text: string): Recording {
  const [first = "", ...lines] = text.split("\n");
  const header = readHeader(first);
  const events: StampedEvent[] = [];
  const hashes = new Map<number, string>();
  let ticks = 0;
  let damage: string | undefined;
  for (const line of lines) {
    if (line === "") continue;
    try {
      const record = decodeLine(line);
      if ("hash" in record) hashes.set(record.tick, record.hash);
      else events.push(record);
      ticks = Math.max(ticks, record.tick);
    } catch (error) {
      damage = error instanceof Error ? error.message : String(error);
      break;
    }
  }
  events.sort((a, b) => a.tick - b.tick || Number(a.event.kind === "tap") - Number(b.event.kind === "tap"));
  return { header, events, hashes, ticks: ticks + 1, damage };
}

function readHeader(line: string): SessionHeader {
  let header: Partial<SessionHeader>;
  try {
    header = JSON.parse(line);
  } catch {
    throw new UnreadableRecording("not-a-recording", "the first line is not JSON");
  }
  if (header?.magic !== MAGIC) throw new UnreadableRecording("not-a-recording", "the first line is not a header");
  if (typeof header.format !== "number" || header.format > FORMAT) {
    throw new UnreadableRecording("newer-format", `format ${header.format}; this version reads up to ${FORMAT}`);
  }
  if (!header.parameters || !Array.isArray(header.script)) {
    throw new UnreadableRecording("not-a-recording", "the header has no parameters or no script");
  }
  // Constants that its model did not have yet take their standard values.
  return { ...(header as SessionHeader), parameters: { ...standardParameters, ...header.parameters } };
}
