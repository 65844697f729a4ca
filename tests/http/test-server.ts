import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { defineRoom, matchMaker, Room } from "@colyseus/core";
import { readConfig } from "../../server/config.ts";
import { builtPages } from "../../server/http/built-pages.ts";
import type { Classes } from "../../server/http/classes-port.ts";
import type { JournalStore } from "../../server/journal/store.ts";
import { type RunningServer, startServer } from "../../server/main.ts";

/** A room that only lets people in: what these tests look at is around it. */
class EmptyRoom extends Room {
  override autoDispose = false;
  override onCreate(options: { code: string }): void {
    this.roomId = options.code;
  }
  override onJoin(_client: unknown, _options: unknown, auth?: unknown): void {
    void auth;
  }
}

/** Codes that are handed out, in this order. */
const CODES = ["KRM4T7", "BCDFGH", "222222", "333333", "444444", "555555", "666666", "777777"];

function emptyClasses(journal: JournalStore): Classes {
  const open = new Set<string>();
  return {
    async open({ hostHash }) {
      const code = CODES[open.size] ?? "";
      const classId = `class-${open.size}`;
      open.add(code);
      const header = JSON.stringify({ magic: "fire-together", classId });
      await journal.openSession({
        id: classId,
        code,
        hostHash,
        stageHash: "stage",
        createdAt: 1000 + open.size,
        header,
      });
      await matchMaker.createRoom("classroom", { code });
      return { code, classId, stageKey: "s".repeat(43) };
    },
    isOpen: (code) => open.has(code),
    makeWay: async () => {},
    exchange: async (_code, said) => ("resume" in said && said.resume === "KRM4" ? { seatKey: "k" } : undefined),
  };
}

export const PLAY_PAGE = "<!doctype html><title>play</title>";
export const SCRIPT = `console.log("${"fire together ".repeat(200)}");`;

export interface TestServer {
  readonly server: RunningServer;
  readonly url: string;
  readonly dataDir: string;
  close(): Promise<void>;
}

/** The real server on a free port, with its journal in a folder of its own, small pages, and rooms without a game. */
export async function startTestServer(env: Record<string, string> = {}): Promise<TestServer> {
  const folder = await mkdtemp(join(tmpdir(), "fire-together-http-"));
  const dist = join(folder, "dist");
  await mkdir(join(dist, "assets"), { recursive: true });
  for (const name of ["index", "stage", "replay"])
    await writeFile(join(dist, `${name}.html`), `<title>${name}</title>`);
  await writeFile(join(dist, "play.html"), PLAY_PAGE);
  await writeFile(join(dist, ".built-from"), "secret");
  await writeFile(join(dist, "assets", "main-Ab12.js"), SCRIPT);
  await writeFile(join(dist, "assets", "main-Ab12.js.gz"), gzipSync(SCRIPT));
  const dataDir = join(folder, "data");
  const read = readConfig({ PORT: "0", HOST: "127.0.0.1", LOG_LEVEL: "silent", DATA_DIR: dataDir, ...env });
  if (!read.ok) throw new Error(read.problems.join("\n"));
  const server = await startServer(read.config, {
    pages: () => builtPages(dist),
    classrooms: ({ journal }) => ({ rooms: { classroom: defineRoom(EmptyRoom) }, classes: emptyClasses(journal) }),
  });
  return {
    server,
    url: `http://127.0.0.1:${server.port}`,
    dataDir,
    close: async () => {
      await server.close();
      await rm(folder, { recursive: true });
    },
  };
}

export interface Opened {
  readonly code: string;
  readonly classId: string;
  readonly hostKey: string;
  readonly stageKey: string;
}

export const bearer = (key: string): { headers: Record<string, string> } => ({
  headers: { Authorization: `Bearer ${key}` },
});

export async function openClass(url: string, hostKey?: string): Promise<Opened> {
  const response = await fetch(`${url}/api/classes`, { method: "POST", ...(hostKey ? bearer(hostKey) : {}) });
  return (await response.json()) as Opened;
}

/** Status and body of an answer, to compare in one go. */
export async function answer(response: Promise<Response>): Promise<readonly [status: number, body: unknown]> {
  const arrived = await response;
  const text = await arrived.text();
  const json = arrived.headers.get("content-type")?.startsWith("application/json");
  return [arrived.status, json ? JSON.parse(text) : text];
}
