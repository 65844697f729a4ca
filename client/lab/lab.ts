import { batch, type ReadonlySignal, signal } from "@preact/signals";
import type { LabResult } from "../../shared/lab/figure.ts";
import { type Choice, choiceOf, queryOf, requestsOf } from "./choice.ts";
import type { FromLabWorker, ToLabWorker } from "./messages.ts";

export type Status =
  | { readonly kind: "running"; readonly share: number }
  | { readonly kind: "done"; readonly seconds: number }
  | { readonly kind: "cancelled" }
  | { readonly kind: "failed"; readonly reason: string };

/** The lab as its page drives it. */
export interface Lab {
  readonly choice: ReadonlySignal<Choice>;
  readonly status: ReadonlySignal<Status>;
  /** The chosen experiment, and the second condition if there is one; those of the run before while one runs. */
  readonly results: ReadonlySignal<readonly LabResult[]>;
  /** The choice that `results` come from. */
  readonly shown: ReadonlySignal<Choice>;
  /** What the address asked for that there is not. */
  readonly faults: readonly string[];
  choose(change: Partial<Choice>): void;
  run(): void;
  cancel(): void;
}

/** Quiet after a change before it runs, ms: typing a number is one change. */
const SETTLE_MS = 300;

/** Opens the lab with what the address asks for, and runs it. */
export function openLab(search: string): Lab {
  const asked = choiceOf(search);
  const choice = signal(asked.choice);
  const shown = signal(asked.choice);
  const status = signal<Status>({ kind: "running", share: 0 });
  const results = signal<readonly LabResult[]>([]);
  let worker: Worker | undefined;
  let waiting: ReturnType<typeof setTimeout> | undefined;

  function stop(): void {
    clearTimeout(waiting);
    worker?.terminate();
    worker = undefined;
  }

  /** A worker runs one experiment: to cancel is to end it, and the next one begins afresh. */
  function run(): void {
    stop();
    const running = choice.value;
    const began = performance.now();
    status.value = { kind: "running", share: 0 };
    worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
    worker.addEventListener("message", ({ data }: MessageEvent<FromLabWorker>) => {
      if (data.kind === "progress") status.value = { kind: "running", share: data.share };
      else if (data.kind === "failed") status.value = data;
      else {
        batch(() => {
          results.value = data.results;
          shown.value = running;
          status.value = { kind: "done", seconds: (performance.now() - began) / 1000 };
        });
      }
      if (data.kind !== "progress") stop();
    });
    worker.addEventListener("error", ({ message }) => {
      status.value = { kind: "failed", reason: message };
      stop();
    });
    worker.postMessage({ requests: requestsOf(running) } satisfies ToLabWorker);
  }

  run();
  return {
    choice,
    status,
    results,
    shown,
    faults: asked.faults,
    choose(change) {
      choice.value = { ...choice.value, ...change };
      history.replaceState(null, "", queryOf(choice.value));
      stop();
      status.value = { kind: "running", share: 0 };
      waiting = setTimeout(run, SETTLE_MS);
    },
    run,
    cancel() {
      stop();
      status.value = { kind: "cancelled" };
    },
  };
}
