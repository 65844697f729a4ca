import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { accessSync, appendFileSync, chownSync, constants, readdirSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { Redis } from "ioredis";
import { Client } from "pg";
import { freePort } from "../faults/server-process.ts";

/** Real engines with throw-away data on loopback, from Debian's packages. */

/** Whether there is such a program. */
export const executable = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** A program of this name in the path, or where Debian keeps PostgreSQL's. */
function find(name: string): string | undefined {
  const debian = "/usr/lib/postgresql";
  let versions: string[] = [];
  try {
    versions = readdirSync(debian).map((version) => join(debian, version, "bin"));
  } catch {
    // PostgreSQL may be elsewhere.
  }
  const folders = [...(process.env.PATH ?? "").split(":"), "/usr/bin", "/usr/sbin", ...versions];
  return folders.map((folder) => join(folder, name)).find(executable);
}

/** PostgreSQL refuses to run as root; its package brings a user for it. */
function user(): { uid?: number; gid?: number } {
  if (userInfo().uid !== 0) return {};
  const id = (what: string): number => Number(execFileSync("id", [what, "postgres"], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}

/** Debian's packages that these tests need and this machine does not have. */
export const MISSING: readonly string[] = [
  ...(find("initdb") && find("postgres") ? [] : ["postgresql"]),
  ...(find("redis-server") ? [] : ["redis-server"]),
  ...(find("nginx") && find("openssl") ? [] : ["nginx-light", "openssl"]),
];

/** The name of a group of tests that need packages, with those that are missing. */
export function needing(what: string, ...packages: readonly string[]): readonly [name: string, skip: boolean] {
  const missing = packages.filter((name) => MISSING.includes(name));
  return missing.length === 0 ? [what, false] : [`${what} (skipped: apt-get install ${missing.join(" ")})`, true];
}

export interface Engine {
  readonly url: string;
  /** SIGSTOP freezes it, SIGCONT lets it go on. */
  signal(signal: NodeJS.Signals): void;
  /** Ends it at once; its data stay. */
  kill(): Promise<void>;
  /** Starts it again where it was, with its data. */
  start(): Promise<void>;
  /** Ends it and removes its data. */
  remove(): Promise<void>;
}

/** A program that listens on a port and can be ended and started again. */
async function engine(
  url: string,
  port: number,
  data: string,
  run: () => ChildProcess,
  answers: () => Promise<unknown>,
): Promise<Engine> {
  let child: ChildProcess;
  const start = async (): Promise<void> => {
    child = run();
    for (let tries = 0; ; tries++) {
      if (child.exitCode !== null) throw new Error(`${child.spawnfile} did not start`);
      await new Promise((go) => setTimeout(go, 50));
      if (
        (await listens(port)) &&
        (await answers().then(
          () => true,
          () => false,
        ))
      )
        return;
      if (tries > 400) throw new Error(`${child.spawnfile} does not answer`);
    }
  };
  const kill = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, "exit");
    child.kill("SIGCONT");
    // PostgreSQL: cut everybody off and leave no process of it behind. Redis: as good as any other.
    child.kill("SIGQUIT");
    await gone;
  };
  await start();
  return {
    url,
    signal: (signal) => signalAll(child, signal),
    kill,
    start,
    async remove() {
      await kill();
      await rm(data, { recursive: true });
    },
  };
}

/** PostgreSQL has a process a connection: all of them are meant. */
function signalAll({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  const children = execFileSync("sh", ["-c", `pgrep -P ${pid} || true`], { encoding: "utf8" });
  for (const one of [pid!, ...children.split("\n").filter(Boolean).map(Number)]) process.kill(one, signal);
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => resolve(true));
    socket.once("error", () => resolve(false));
    socket.once("connect", () => socket.destroy());
  });
}

/** An nginx with a site's configuration, in a folder of its own. */
export async function startNginx(site: string, port: number, certify: (folder: string) => void): Promise<Engine> {
  const data = await dataFolder("nginx", {});
  certify(data);
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((what) => `${what}_temp_path ${data};`);
  const user = userInfo().uid === 0 ? "user root;" : "";
  const http = `access_log off; ${temporary.join(" ")} include ${data}/site.conf;`;
  writeFileSync(join(data, "site.conf"), site.replaceAll("DATA", data));
  writeFileSync(join(data, "nginx.conf"), `${user} pid ${data}/pid; daemon off; events {} http { ${http} }`);
  const run = (): ChildProcess =>
    spawn(find("nginx")!, ["-p", data, "-e", "stderr", "-c", join(data, "nginx.conf")], {
      stdio: ["ignore", "ignore", "inherit"],
    });
  return engine(`https://127.0.0.1:${port}`, port, data, run, async () => {});
}

async function dataFolder(name: string, owner: { uid?: number; gid?: number }): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `fire-together-${name}-`));
  if (owner.uid !== undefined) chownSync(folder, owner.uid, owner.gid ?? owner.uid);
  return folder;
}

/** A PostgreSQL without passwords, for this machine alone; `durable` as a school would have it; also at another address of it. */
export async function startPostgres({ durable = false, also = "" } = {}): Promise<Engine> {
  const owner = user();
  const data = await dataFolder("postgres", owner);
  const port = await freePort();
  execFileSync(find("initdb")!, ["-D", data, "-U", "fire", "-A", "trust", "--no-sync", "-E", "UTF8", "--locale=C"], {
    ...owner,
    cwd: data,
    stdio: "ignore",
  });
  const addresses = ["127.0.0.1", also].filter(Boolean);
  appendFileSync(join(data, "pg_hba.conf"), "host all all 10.0.0.0/8 trust\n");
  const options = [`port=${port}`, `listen_addresses=${addresses.join(",")}`, `unix_socket_directories=${data}`];
  if (!durable) options.push("fsync=off");
  const run = (): ChildProcess =>
    spawn(find("postgres")!, ["-D", data, ...options.flatMap((option) => ["-c", option])], {
      ...owner,
      cwd: data,
      stdio: "ignore",
    });
  const url = `postgres://fire@127.0.0.1:${port}/postgres`;
  return engine(url, port, data, run, () => query(url, "SELECT 1"));
}

/** Asks a database one thing. */
export async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  client.on("error", () => {});
  await client.connect();
  try {
    return (await client.query(text)).rows as Record<string, unknown>[];
  } finally {
    await client.end();
  }
}

let databases = 0;
/** A database of its own in a PostgreSQL. @returns its address */
export async function newDatabase(
  postgres: Pick<Engine, "url">,
  name = `fire_${process.pid}_${++databases}`,
): Promise<string> {
  const [found] = await query(postgres.url, `SELECT 1 FROM pg_database WHERE datname = '${name}'`);
  if (!found) await query(postgres.url, `CREATE DATABASE ${name}`);
  return postgres.url.replace(/\/postgres$/, `/${name}`);
}

/** A Redis that can be told things. */
export interface RedisEngine extends Engine {
  command(name: string, ...args: readonly string[]): Promise<void>;
}

/** A Redis that keeps nothing, for this machine alone; also at another address of it. */
export async function startRedis({ also = "" } = {}): Promise<RedisEngine> {
  const data = await dataFolder("redis", {});
  const port = await freePort();
  const addresses = ["--bind", "127.0.0.1", ...(also ? [also, "--protected-mode", "no"] : [])];
  const args = ["--port", String(port), ...addresses, "--save", "", "--appendonly", "no", "--dir", data];
  const run = (): ChildProcess => spawn(find("redis-server")!, args, { stdio: "ignore" });
  const url = `redis://127.0.0.1:${port}`;
  return {
    ...(await engine(url, port, data, run, async () => {})),
    async command(name, ...args) {
      const client = new Redis(url);
      await client.call(name, ...args).finally(() => client.disconnect());
    },
  };
}
