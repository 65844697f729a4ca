import type { LabResult } from "../../shared/lab/figure.ts";
import type { LabRequest } from "../../shared/lab/request.ts";
import { runLab } from "../../shared/lab/run.ts";
import type { FromLabWorker, ToLabWorker } from "./messages.ts";

/** Least time between two reports of progress, ms. */
const REPORT_MS = 50;

const post = (message: FromLabWorker): void => postMessage(message);

addEventListener("message", ({ data }: MessageEvent<ToLabWorker>) => {
  try {
    post({ kind: "done", results: data.requests.map((request, i) => run(request, i, data.requests.length)) });
  } catch (error) {
    post({ kind: "failed", reason: error instanceof Error ? error.message : String(error) });
  }
});

function run(request: LabRequest, i: number, of: number): LabResult {
  const experiment = runLab(request);
  let reported = performance.now();
  for (;;) {
    const { done, value } = experiment.next();
    if (done) return value;
    if (performance.now() - reported < REPORT_MS) continue;
    reported = performance.now();
    post({ kind: "progress", share: (i + value) / of });
  }
}
