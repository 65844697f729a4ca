/** `npm run replay -- FILE`: verifies a recording, says what is in it, writes its tables, asks what if. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { MODEL_VERSION } from "../shared/model/parameters.ts";
import { type Recording, UnreadableRecording } from "../shared/recording/recording.ts";
import { tablesOf } from "../shared/recording/tables.ts";
import { imagine, isChange, type WhatIf } from "../shared/recording/what-if.ts";
import { fingerprintOf, readWhatIf, UnfitWhatIf } from "../shared/recording/what-if-file.ts";
import type { Origin } from "../shared/wire/shelf.ts";
import { verifyRecording } from "./recordings/verify.ts";
import { findKey } from "./replay/key.ts";
import { endOfClass, isBroken, linesOf, summaryOf } from "./replay/summary.ts";

const HELP = `npm run replay -- FILE [--csv FOLDER] [--what-if FILE] [--drug DRUG …] [--data FOLDER] [--json]

FILE       a recording (.ndjson or .ndjson.gz), as My sessions lets you download it
--csv      writes taps.csv, strengths.csv, students.csv, answers.csv, learning.csv and columns.csv into the folder;
           of the class as it would have been, where one is asked: what-if-taps.csv and so on
--what-if  simulates it again under a what-if that the replay page saved for this recording; --drug: with a drug from the
           beginning (with --what-if: from its moment on)
--data     the data folder of the server that may have signed it (else DATA_DIR or DATABASE_URL say); it must not be in use
--json     prints the summary as JSON

It ends with 1 when the recording is damaged or edited, or a state differs from the one that was recorded.`;

/** What stops the command with a sentence rather than a stack. */
class Complaint extends Error {}

const OPTIONS = {
  csv: { type: "string" },
  "what-if": { type: "string" },
  drug: { type: "string", multiple: true },
  data: { type: "string" },
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

/** @throws Complaint where the events contradict each other from the start */
function summarised(recording: Recording, origin: Origin) {
  try {
    return summaryOf(recording, origin);
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
  const found = await findKey(values.data, process.env);
  const [key, without] = "key" in found ? [found.key] : [undefined, found.without];
  const { recording: read, origin } = await verifyRecording(bytesOf(path), key);
  const whatIf = whatIfOf(read, values["what-if"], values.drug ?? []);
  const { summary, sensible: recording } = summarised(read, origin);
  if (whatIf && (summary.differsAtSecond !== undefined || summary.model !== MODEL_VERSION))
    throw new Complaint("this class cannot be simulated as it was: no what-if");
  const other = whatIf && imagine(recording, whatIf);
  const would = other && endOfClass(other);
  if (values.json) console.log(JSON.stringify({ ...summary, ...(would && { whatIf: would }) }, null, 2));
  else console.log(linesOf(summary, would, without).join("\n"));
  if (values.csv !== undefined) {
    mkdirSync(values.csv, { recursive: true });
    for (const { name, text } of tablesOf(other ?? recording)) {
      const to = join(values.csv, other ? `what-if-${name}` : name);
      writeFileSync(to, text);
      if (!values.json) console.log(`wrote ${to}`);
    }
  }
  if (isBroken(summary)) process.exitCode = 1;
}

try {
  await command(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Complaint || error instanceof UnreadableRecording || error instanceof RangeError)) throw error;
  console.error(`${error.message}\n\nnpm run replay -- --help says how.`);
  process.exitCode = 1;
}
