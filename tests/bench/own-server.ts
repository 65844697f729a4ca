import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

export interface OwnServer {
  readonly url: string;
  /** CPU that the process has used, all threads, ms. */
  cpu(): Promise<number>;
  close(): Promise<void>;
}

/** Starts a real server, with its journal in a temporary folder, in a process of its own. */
export async function startOwnServer(): Promise<OwnServer> {
  const child = fork(join(import.meta.dirname, "server-child.ts"), { execPath: process.execPath });
  const [{ url }] = (await once(child, "message")) as [{ url: string }];
  return {
    url,
    async cpu() {
      child.send("cpu");
      const [{ user, system }] = (await once(child, "message")) as [{ user: number; system: number }];
      return (user + system) / 1000;
    },
    async close() {
      child.send("stop");
      await once(child, "exit");
    },
  };
}
