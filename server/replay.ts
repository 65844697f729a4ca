/** `npm run replay -- FILE`: verifies a recording, says what is in it, writes its tables, asks what if. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { unpack } from "../shared/recording/bytes.ts";
import { Exploration } from "../shared/recording/exploration.ts";
import { Playback } from "../shared/recording/playback.ts";
import { type Recording, readRecording, UnreadableRecording } from "../shared/recording/recording.ts";
import { tablesOf } from "../shared/recording/tables.ts";
import { imagine, isChange, type WhatIf } from "../shared/recording/what-if.ts";
import { fingerprintOf, readWhatIf, UnfitWhatIf } from "../shared/recording/what-if-file.ts";
import { TICK_MS } from "../shared/session/events.ts";
import type { Session } from "../shared/session/session.ts";

const HELP = `npm run replay -- FILE [--csv FOLDER] [--what-if FILE] [--drug DRUG …] [--json]

FILE       a recording (.ndjson or .ndjson.gz), as My sessions lets you download it
--csv      writes taps.csv, strengths.csv, students.csv, answers.csv, learning.csv and columns.csv into the folder
--what-if  simulates it again under a what-if that the replay page saved for this recording; --drug: with a drug from the
           beginning
--json     prints the summary as JSON

It ends with 1 when the recording is damaged, or a state differs from the one that was recorded.`;

/** What stops the command with a sentence rather than a stack. */
class Complaint extends Error {}

const OPTIONS = {
  csv: { type: "string" },
  "what-if": { type: "string" },
  drug: { type: "string", multiple: true },
  json: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

function options(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new Complaint(error instanceof Error ? error.message : String(error));
  }
}

/** A file's bytes. @throws Complaint when it cannot be read */
function bytesOf(path: string): Uint8Array<ArrayBuffer> {
  try {
    return new Uint8Array(readFileSync(path));
  } catch (error) {
    throw new Complaint(`${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function recordingOf(path: string): Promise<Recording> {
  const { text, cut } = await unpack(bytesOf(path));
  const recording = readRecording(text);
  return cut ? { ...recording, damage: recording.damage ?? "the file was cut or damaged" } : recording;
}

/** @throws Complaint for a file that holds no what-if for this recording, or a drug that there is not */
function whatIfOf(recording: Recording, file: string | undefined, drugs: readonly string[]): WhatIf | undefined {
  if (file === undefined && drugs.length === 0) return undefined;
  const kept = file === undefined ? { from: 0, changes: [] } : fitting(recording, file);
  const added: unknown[] = drugs.map((drug) => ({ kind: "drug", drug, on: true }));
  if (!added.every(isChange)) throw new Complaint(`no such drug: ${drugs.join(", ")}`);
  return { ...kept, changes: [...kept.changes, ...added] };
}

function fitting(recording: Recording, file: string): WhatIf {
  const text = new TextDecoder().decode(bytesOf(file));
  try {
    return readWhatIf(text, { fingerprint: fingerprintOf(recording), ticks: recording.ticks });
  } catch (error) {
    if (error instanceof UnfitWhatIf) throw new Complaint(`${file}: ${error.reason}: ${error.message}`);
    throw error;
  }
}

/** What a class came to. */
function endOf(session: Session) {
  const { seats, state } = { seats: session.state.seats.filter((seat) => seat !== null), state: session.state };
  return {
    students: seats.filter(({ bot }) => !bot).length,
    bots: seats.filter(({ bot }) => bot).length,
    rounds: state.played,
    strengthPercent: { A: Math.round(session.meanStrength("A")), B: Math.round(session.meanStrength("B")) },
    hash: session.hash(),
  };
}

function verified(recording: Recording) {
  const exploration = new Exploration(recording);
  exploration.run(Number.POSITIVE_INFINITY);
  const playback = new Playback(recording, exploration.checkpoints);
  playback.seek(recording.ticks);
  const { compared, mismatchAt } = exploration;
  const { header, events, ticks, damage } = recording;
  return {
    startedAt: header.startedAt,
    model: header.model,
    seconds: (ticks * TICK_MS) / 1000,
    taps: events.filter(({ event }) => event.kind === "tap").length,
    ...endOf(playback.session),
    hashes: compared,
    ...(mismatchAt === undefined ? {} : { differsAtSecond: (mismatchAt * TICK_MS) / 1000 }),
    ...(damage === undefined ? {} : { damage }),
  };
}

/** @throws Complaint for events that contradict each other, a tap on a seat that nobody took for one */
function summaryOf(recording: Recording) {
  try {
    return verified(recording);
  } catch (error) {
    throw new Complaint(`its events contradict each other: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function command(args: readonly string[]): Promise<void> {
  const { values, positionals } = options(args);
  const [path, ...rest] = positionals;
  if (values.help || path === undefined || rest.length > 0) {
    console.log(HELP);
    if (!values.help) process.exitCode = 1;
    return;
  }
  const recording = await recordingOf(path);
  const whatIf = whatIfOf(recording, values["what-if"], values.drug ?? []);
  const summary = summaryOf(recording);
  const other = whatIf && imagine(recording, whatIf);
  const would = other && endOf(endSession(other));
  if (values.json) console.log(JSON.stringify({ ...summary, ...(would && { whatIf: would }) }, null, 2));
  else print(summary, would);
  if (values.csv !== undefined) {
    mkdirSync(values.csv, { recursive: true });
    for (const { name, text } of tablesOf(other ?? recording)) {
      writeFileSync(join(values.csv, name), text);
      if (!values.json) console.log(`wrote ${join(values.csv, name)}`);
    }
  }
  if (summary.damage !== undefined || summary.differsAtSecond !== undefined) process.exitCode = 1;
}

function endSession(recording: Recording): Session {
  const playback = new Playback(recording);
  playback.seek(recording.ticks);
  return playback.session;
}

function print(summary: ReturnType<typeof verified>, would: ReturnType<typeof endOf> | undefined): void {
  const { A, B } = summary.strengthPercent;
  const minutes = Math.floor(summary.seconds / 60);
  console.log(
    [
      `held      ${summary.startedAt}, model ${summary.model}`,
      `length    ${minutes} min ${Math.round(summary.seconds - 60 * minutes)} s, ${summary.rounds} rounds, ${summary.taps} taps`,
      `class     ${summary.students} students, ${summary.bots} bots`,
      `strength  A ${A} %, B ${B} % of baseline`,
      `state     ${summary.hash}`,
      summary.differsAtSecond === undefined
        ? `verified  ${summary.hashes} of ${summary.hashes} state hashes agree`
        : `DIFFERS   from what was recorded, ${summary.differsAtSecond} s after the start`,
      ...(summary.damage === undefined ? [] : [`DAMAGED   ${summary.damage}; what stands before it is whole`]),
      ...(would
        ? [`what if   A ${would.strengthPercent.A} %, B ${would.strengthPercent.B} %, state ${would.hash}`]
        : []),
    ].join("\n"),
  );
}

try {
  await command(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Complaint || error instanceof UnreadableRecording || error instanceof RangeError)) throw error;
  console.error(`${error.message}\n\nnpm run replay -- --help says how.`);
  process.exitCode = 1;
}
