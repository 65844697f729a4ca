import type { FromWorker, ToWorker } from "./messages.ts";

type Of<K extends FromWorker["kind"]> = Extract<FromWorker, { kind: K }>;

/** The way to the worker that simulates: each part of the player takes from it what it asked for. */
export interface Link {
  post(message: ToWorker): void;
  on<K extends FromWorker["kind"]>(kind: K, act: (message: Of<K>) => void): void;
  /** The worker has given up. */
  onError(act: () => void): void;
  close(): void;
}

export function openLink(): Link {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
  return {
    post: (message) => worker.postMessage(message),
    on(kind, act) {
      worker.addEventListener("message", ({ data }: MessageEvent<FromWorker>) => {
        if (isOf(data, kind)) act(data);
      });
    },
    onError: (act) => worker.addEventListener("error", act),
    close: () => worker.terminate(),
  };
}

const isOf = <K extends FromWorker["kind"]>(message: FromWorker, kind: K): message is Of<K> => message.kind === kind;
