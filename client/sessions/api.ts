import type { Shelved } from "../../shared/wire/shelf.ts";
import { type Answer, ask, bearer, has, hostKey, type Trouble } from "../home/api.ts";
import type { Unshown } from "../replay/messages.ts";

const path = (id: string, what = ""): string => `/api/sessions/${encodeURIComponent(id)}${what}`;
const own = (method: string): RequestInit => ({ ...bearer(hostKey()), method });
const isNothing = (body: unknown): body is undefined => body === undefined;

/** The host's shelf, newest first; empty where there is no key. */
export async function sessions(): Promise<Answer<readonly Shelved[]>> {
  if (!hostKey()) return { ok: true, value: [] };
  const answer = await ask("/api/sessions", (body): body is readonly Shelved[] => Array.isArray(body), own("GET"));
  // A key that this server never issued opens an empty shelf.
  return !answer.ok && answer.trouble === "not-allowed" ? { ok: true, value: [] } : answer;
}

type Description = Partial<Pick<Shelved, "title" | "kept">>;

/** Gives a session a title, or keeps it. @returns what the server made of it */
export function describe(id: string, description: Description): Promise<Answer<Description>> {
  const isDescription = (body: unknown): body is Description => has(body, "title") && has(body, "kept");
  return ask(path(id), isDescription, {
    ...own("PATCH"),
    headers: { ...bearer(hostKey()).headers, "Content-Type": "application/json" },
    body: JSON.stringify(description),
  });
}

export const remove = (id: string): Promise<Answer<undefined>> => ask(path(id), isNothing, own("DELETE"));

export const share = (id: string): Promise<Answer<{ readonly key: string }>> =>
  ask(path(id, "/share"), (body): body is { key: string } => has(body, "key"), own("POST"));

export const revoke = (id: string): Promise<Answer<undefined>> => ask(path(id, "/share"), isNothing, own("DELETE"));

/** The recording's file; undefined where it cannot be had. */
export async function recordingFile(id: string, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    const headers = { ...bearer(hostKey()).headers, Accept: "application/gzip" };
    const answer = await fetch(path(id, "/recording"), { headers, cache: "no-store", signal: signal ?? null });
    return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : undefined;
  } catch {
    return undefined;
  }
}

/** Why a file is not on the shelf. */
export type ImportTrouble = Trouble | Unshown;

/** Puts a recording's file on the shelf; one that is not compressed goes compressed. */
export async function importFile(file: File): Promise<Answer<{ readonly title: string }, ImportTrouble>> {
  const start = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  const packed = start[0] === 0x1f && start[1] === 0x8b;
  const body = packed ? file : await new Response(file.stream().pipeThrough(new CompressionStream("gzip"))).blob();
  return ask("/api/sessions/import", (answer): answer is { title: string } => has(answer, "title"), {
    ...own("POST"),
    headers: {
      ...bearer(hostKey()).headers,
      "Content-Type": "application/gzip",
      "X-File-Name": encodeURIComponent(file.name),
    },
    body,
  });
}
