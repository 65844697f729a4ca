import { type ChildProcess, type Serializable, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { resolve } from "node:path";
import type { Waits } from "../../server/main.ts";

/** The program as people run it, without the build of the pages. */
const program = (waits: Partial<Waits>): string =>
  `import(${JSON.stringify(resolve(import.meta.dirname, "../../server/run.ts"))})
     .then((m) => m.run(${JSON.stringify({ waits })}))`;

/** A server in a process of its own, which can be killed. */
export interface ServerProcess {
  readonly url: string;
  /** What it wrote to its log so far: a JSON object a line. */
  log(): string;
  /** SIGSTOP freezes it, SIGCONT lets it go on. */
  signal(signal: NodeJS.Signals): void;
  /** Tells a module that was loaded before the server what to do, and waits for its answer. */
  tell(order: Serializable): Promise<unknown>;
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

/** Where a process runs, when that is not simply this machine: a command in front of its own, and the address it has there. */
export interface Place {
  readonly command: readonly string[];
  readonly host: string;
  /** Node's own flags. */
  readonly flags?: readonly string[];
}
const HERE: Place = { command: [], host: "127.0.0.1" };

/** A server that is not expected to start. @returns its exit code, and what it told whoever started it */
export async function startInVain(env: Readonly<Record<string, string>>): Promise<{ code: number; said: string }> {
  const child = spawn(process.execPath, ["-e", program({})], {
    env: { PATH: process.env.PATH, HOST: "127.0.0.1", PORT: "0", LOG_LEVEL: "info", ...env },
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (data: Buffer) => {
      said += data.toString();
    });
  }
  const [code] = (await once(child, "close")) as [number];
  return { code, said };
}

/**
 * Starts the server and waits until it answers.
 * @param env more settings; with a LOG_LEVEL of its own the log is only kept, else it is also shown
 * @param waits shorter ones than in a school
 */
export async function startProcess(
  dataDir: string,
  port: number,
  env: Readonly<Record<string, string>> = {},
  waits: Partial<Waits> = {},
  { command, host, flags = [] }: Place = HERE,
): Promise<ServerProcess> {
  const [file = "", ...args] = [...command, process.execPath, ...flags, "-e", program(waits)];
  const child: ChildProcess = spawn(file, args, {
    env: {
      ...{ PATH: process.env.PATH, HOST: host, PORT: String(port) },
      ...{ DATA_DIR: dataDir, LOG_LEVEL: "warn", ...env },
    },
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  let log = "";
  child.stderr!.on("data", (data: Buffer) => {
    log += data.toString();
    if (env.LOG_LEVEL === undefined) process.stderr.write(data);
  });
  const url = `http://${host}:${port}`;
  const give = performance.now() + 60_000;
  for (;;) {
    const answer = await fetch(`${url}/healthz`).catch(() => undefined);
    if (answer?.ok) break;
    if (child.exitCode !== null || performance.now() > give) throw new Error(`the server did not start: ${log}`);
    await new Promise((go) => setTimeout(go, 20));
  }
  return {
    url,
    log: () => log,
    signal: (signal) => child.kill(signal),
    async tell(order) {
      const answer = once(child, "message");
      child.send(order);
      return (await answer)[0] as unknown;
    },
    async kill(signal) {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, "exit");
      child.kill(signal);
      await gone;
    },
  };
}
