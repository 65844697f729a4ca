import { MODEL_VERSION } from "../../shared/model/parameters.ts";
import { decodeLine, isKeyframe, type RecordLine } from "../../shared/recording/lines.ts";
import { RecordWriter } from "../../shared/recording/record-writer.ts";
import type { Checkpoint } from "../../shared/session/checkpoint.ts";
import type { SessionEvent } from "../../shared/session/events.ts";
import type { SessionHeader } from "../../shared/session/header.ts";
import { Kept } from "../../shared/session/kept.ts";
import { Session } from "../../shared/session/session.ts";
import type { JournalStore, SeatRow, StoredCheckpoint } from "../journal/store.ts";

/** A class as its journal has it, ready to go on. */
export interface Resumed {
  readonly session: Session;
  readonly kept: Kept;
  /** Number of the journal's last record. */
  readonly written: number;
  /** Makes the records that follow. */
  readonly writer: RecordWriter;
  readonly seats: readonly SeatRow[];
}

/** Why a class that broke off cannot go on; its recording stays whole up to there. */
export class CannotResume extends Error {
  readonly code = CANNOT_RESUME;
}
/** What Colyseus passes on of it. */
export const CANNOT_RESUME = 4410;

/**
 * A class that a crash or a restart cut short, at the tick after the last thing that its journal knows: every tap that
 * was acknowledged is in it. It starts from the newest checkpoint, or from the beginning where there is none that fits.
 * @throws CannotResume
 */
export async function resume(journal: JournalStore, header: SessionHeader): Promise<Resumed> {
  const { classId: id, model } = header;
  if (model !== MODEL_VERSION) throw new CannotResume(`held with model ${model}, this is ${MODEL_VERSION}`);
  const stored = await journal.read(id);
  if (!stored) throw new CannotResume("nothing is written of it");
  const { lines, lastSeq } = stored;
  const numbered = lines.map((line, i) => ({ line, seq: lastSeq - lines.length + 1 + i }));
  // Keyframes are for the eye alone.
  const records = numbered.flatMap(({ line, seq }): Numbered[] =>
    isKeyframe(line) ? [] : [{ ...decodeLine(line), seq }],
  );
  const checkpoint = await journal.newestCheckpoint(id);
  const near = checkpoint && checkpoint.seq <= lastSeq ? fromCheckpoint(header, records, checkpoint) : undefined;
  const run = near ?? fromStart(header, records);
  if (run.session.state.phase === "ended") throw new CannotResume("it had ended");
  return { ...run, written: lastSeq, writer: new RecordWriter(lines), seats: await journal.seats(id) };
}

type Run = Pick<Resumed, "session" | "kept">;
type Numbered = RecordLine & { readonly seq: number };

/** Undefined when the checkpoint does not fit what is written: it is a convenience, the records are the truth. */
function fromCheckpoint(header: SessionHeader, records: readonly Numbered[], stored: StoredCheckpoint) {
  const session = new Session(header);
  try {
    session.restore(decodeCheckpoint(stored.data));
    if (session.hash() !== stored.hash) return undefined;
    return run(session, records, stored.seq);
  } catch {
    return undefined;
  }
}

function fromStart(header: SessionHeader, records: readonly Numbered[]): Run {
  try {
    return run(new Session(header), records, 0);
  } catch (error) {
    throw new CannotResume(error instanceof Error ? error.message : String(error));
  }
}

/**
 * Runs a session from where it stands through the records, and compares its hashes with those on the way.
 * @param seq  number of the last record that the session has seen; taps wait for their tick, so they count by that alone
 * @throws CannotResume when a hash differs
 */
function run(session: Session, records: readonly Numbered[], seq: number): Run {
  const kept = new Kept(session);
  const from = session.state.tick;
  const due = records
    .flatMap((record) => ("event" in record ? [record] : []))
    .filter(({ tick, event, seq: own }) => (event.kind === "tap" ? tick >= from : own > seq))
    .sort((a, b) => a.tick - b.tick || Number(isTap(a.event)) - Number(isTap(b.event)));
  const hashes = new Map(records.flatMap((record) => ("hash" in record ? [[record.tick, record.hash]] : [])));
  const end = records.reduce((last, { tick }) => Math.max(last, tick + 1), from);
  let next = 0;
  while (session.state.tick < end) {
    const { tick } = session.state;
    kept.note();
    const proof = hashes.get(tick);
    if (proof !== undefined && tick > from && session.hash() !== proof) {
      throw new CannotResume(`it comes out differently at tick ${tick}`);
    }
    for (let record = due[next]; record && record.tick <= tick; record = due[++next]) session.apply(record.event);
    session.step();
  }
  kept.note();
  return { session, kept };
}

const isTap = (event: SessionEvent): boolean => event.kind === "tap";

export const encodeCheckpoint = ({ state, cell }: Checkpoint): string =>
  JSON.stringify({ state, cell: Buffer.from(cell).toString("base64") });

function decodeCheckpoint(data: string): Checkpoint {
  const { state, cell } = JSON.parse(data) as { state: Checkpoint["state"]; cell: string };
  return { state, cell: new Uint8Array(Buffer.from(cell, "base64")).buffer };
}
