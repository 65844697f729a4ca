import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { resolve } from "node:path";

/** The program as people run it, without the build of the pages. */
const PROGRAM = `import(${JSON.stringify(resolve(import.meta.dirname, "../../server/run.ts"))}).then((m) => m.run())`;

/** A server in a process of its own, which can be killed. */
export interface ServerProcess {
  readonly url: string;
  kill(signal: "SIGKILL" | "SIGTERM"): Promise<void>;
}

/** A port that is free now. */
export async function freePort(): Promise<number> {
  const holder = createServer().listen(0, "127.0.0.1");
  await once(holder, "listening");
  const { port } = holder.address() as { port: number };
  holder.close();
  await once(holder, "close");
  return port;
}

/** Starts the server and waits until it answers. */
export async function startProcess(dataDir: string, port: number): Promise<ServerProcess> {
  const child: ChildProcess = spawn(process.execPath, ["-e", PROGRAM], {
    env: {
      ...{ PATH: process.env.PATH, HOST: "127.0.0.1", PORT: String(port) },
      ...{ DATA_DIR: dataDir, LOG_LEVEL: "warn" },
    },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const url = `http://127.0.0.1:${port}`;
  const give = performance.now() + 60_000;
  for (;;) {
    const answer = await fetch(`${url}/healthz`).catch(() => undefined);
    if (answer?.ok) break;
    if (child.exitCode !== null || performance.now() > give) throw new Error("the server did not start");
    await new Promise((go) => setTimeout(go, 20));
  }
  return {
    url,
    async kill(signal) {
      const gone = once(child, "exit");
      child.kill(signal);
      await gone;
    },
  };
}
