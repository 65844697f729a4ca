import { fork } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { until } from "../helpers/running-class.ts";
import type { Order, Report } from "./phone-process.ts";

/** A phone with the page's own connection, that can be put to sleep. */
export interface Phone {
  readonly now: Report;
  tap(): void;
  /** The screen goes dark: nothing runs any more, its sockets stay. */
  sleep(): void;
  wake(): void;
  until(holds: (now: Report) => unknown, ms?: number): Promise<void>;
  close(): Promise<void>;
}

/** @param authority file of a certificate that it believes besides those that everybody does */
export async function startPhone(server: { readonly url: string }, code: string, authority = ""): Promise<Phone> {
  const env = { ...process.env, NODE_EXTRA_CA_CERTS: authority };
  const child = fork(resolve(import.meta.dirname, "phone-process.ts"), [server.url, code], { env });
  let now: Report | undefined;
  child.on("message", (report: Report) => {
    now = report;
  });
  const order = (what: Order): void => void child.send(what);
  await until(() => now);
  return {
    get now() {
      return now!;
    },
    tap: () => order({ do: "tap" }),
    sleep: () => void child.kill("SIGSTOP"),
    wake: () => {
      child.kill("SIGCONT");
      order({ do: "wake" });
    },
    until: (holds, ms) => until(() => holds(now!), ms),
    async close() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, "exit");
      child.kill("SIGKILL");
      await gone;
    },
  };
}
