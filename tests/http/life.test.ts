import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { afterEach, beforeEach, expect, test } from "vitest";
import { answer, startTestServer } from "./test-server.ts";

/** The program as people run it, without the build of the pages. */
const PROGRAM = `import(${JSON.stringify(resolve(import.meta.dirname, "../../server/run.ts"))}).then((m) => m.run())`;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "fire-together-life-"));
});
afterEach(() => rm(folder, { recursive: true }));

const start = (env: Record<string, string>) =>
  spawn(process.execPath, ["-e", PROGRAM], {
    env: { PATH: process.env.PATH, HOST: "127.0.0.1", PORT: "0", DATA_DIR: folder, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });

/** Waits for the address that the terminal shows. */
async function addressOf(child: ReturnType<typeof start>): Promise<string> {
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /http:\/\/[\d.]+:\d+/.exec(line)?.[0];
    if (url !== undefined) return url;
  }
  throw new Error("the server said no address");
}

async function complaintOf(child: ReturnType<typeof start>): Promise<readonly [code: number | null, text: string]> {
  let text = "";
  child.stderr.on("data", (data: Buffer) => {
    text += data.toString();
  });
  await once(child, "close");
  return [child.exitCode, text];
}

test.each(["SIGTERM", "SIGINT"] as const)("%s closes politely, with a phone still connected", async (signal) => {
  const child = start({});
  const url = await addressOf(child);
  const socket = new WebSocket(url.replace("http", "ws"));
  await new Promise((open) => socket.addEventListener("open", open));
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
  child.kill(signal);
  await once(child, "exit");
  expect(child.exitCode).toBe(0);
});

test("a taken port, a wrong setting and a bad data folder each get a sentence and no stack trace", async () => {
  const holder = createServer().listen(0, "127.0.0.1");
  await once(holder, "listening");
  const { port } = holder.address() as { port: number };
  const [taken, wrong, bad] = await Promise.all([
    complaintOf(start({ PORT: String(port) })),
    complaintOf(start({ MAX_ROOMS: "many", LOG_LEVEL: "loud" })),
    complaintOf(start({ DATA_DIR: "/dev/null/here" })),
  ]);
  holder.close();
  expect(taken).toEqual([1, expect.stringContaining(`Port ${port} is taken`)]);
  expect(wrong).toEqual([1, expect.stringMatching(/MAX_ROOMS must be[\s\S]*LOG_LEVEL must be/)]);
  expect(bad).toEqual([1, expect.stringContaining("The journal cannot be opened")]);
  for (const [, text] of [taken, wrong, bad]) expect(text).not.toMatch(/\n +at /);
});

test("a journal that fails is a clear answer, and pages go on", async () => {
  const { server, url, close } = await startTestServer();
  await server.journal.close();
  expect(await answer(fetch(`${url}/readyz`))).toEqual([503, { error: "unreachable" }]);
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
  expect(await answer(fetch(`${url}/api/classes`, { method: "POST" }))).toEqual([503, { error: "not-safe" }]);
  expect((await fetch(`${url}/play/KRM4T7`)).status).toBe(200);
  await close();
});
