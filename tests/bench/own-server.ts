import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

/** What a server has used since its start. */
export interface Usage {
  /** CPU of the process, all threads and the kernel for it, ms. */
  readonly cpuMs: number;
  /** Time inside rooms' ticks, ms, and how many there were. */
  readonly tickMs: number;
  readonly ticks: number;
}

export interface OwnServer {
  readonly url: string;
  usage(): Promise<Usage>;
  close(): Promise<void>;
}

/** Starts a real server, with its journal in a temporary folder, in a process of its own. */
export async function startOwnServer(): Promise<OwnServer> {
  const child = fork(join(import.meta.dirname, "server-child.ts"), { execPath: process.execPath });
  const [{ url }] = (await once(child, "message")) as [{ url: string }];
  return {
    url,
    async usage() {
      child.send("usage");
      const [usage] = (await once(child, "message")) as [Usage];
      return usage;
    },
    async close() {
      child.send("stop");
      await once(child, "exit");
    },
  };
}
