/** `npm run lab -- PROTOCOL …`: one person's laboratory on the terminal. */
import { beside } from "../shared/lab/compare.ts";
import type { LabResult } from "../shared/lab/figure.ts";
import type { LabRequest } from "../shared/lab/request.ts";
import { runLab } from "../shared/lab/run.ts";
import { writeFiles } from "./lab/files.ts";
import { help } from "./lab/help.ts";
import { readOptions, UsageError } from "./lab/options.ts";
import { tableOf } from "./lab/table.ts";
import { wordsIn } from "./lab/words.ts";

/** Runs a request; on a terminal it shows how far it is. */
function result(request: LabRequest): LabResult {
  const run = runLab(request);
  const { isTTY } = process.stderr;
  let shown = -1;
  for (;;) {
    const { done, value } = run.next();
    if (done) {
      if (isTTY) process.stderr.write("\r     \r");
      return value;
    }
    const percent = Math.floor(100 * value);
    if (isTTY && percent !== shown) process.stderr.write(`\r${String(percent).padStart(3)} %`);
    shown = percent;
  }
}

function command(args: readonly string[]): void {
  const options = readOptions(args);
  if (options === "help") {
    console.log(help());
    return;
  }
  const { request, folder, language, compare } = options;
  const words = wordsIn(language);
  const own = result(request);
  const control = compare ? result({ ...request, drugs: [] }) : undefined;
  const shown = control ? beside(own, control) : own;
  console.log(words.experiment(request));
  console.log(tableOf(shown, words).join("\n"));
  const paths = writeFiles(folder, control ? [own, control] : [own], shown, words);
  console.log(["", words.wrote, ...paths.map((path) => `  ${path}`)].join("\n"));
}

/** Whether the fault is in what was asked for, or in where files should go: then a sentence says it all. */
const isComplaint = (error: unknown): error is Error =>
  error instanceof RangeError || error instanceof UsageError || (error instanceof Error && "syscall" in error);

try {
  command(process.argv.slice(2));
} catch (error) {
  if (!isComplaint(error)) throw error;
  console.error(`${error.message}\n\nnpm run lab -- --help lists everything.`);
  process.exitCode = 1;
}
