import type { UnreadableReason } from "../../shared/recording/recording.ts";
import type { Refusal } from "../../shared/wire/answers.ts";
import { ORIGINS, type Origin } from "../../shared/wire/shelf.ts";

/** Where a recording, and the notes on it, come from and are kept: the player knows no more of it than this. */
export interface Source {
  /** What the recording is called, for people and as the name of its file: no ending. */
  readonly title: string;
  /** The file, gzipped or plain. @throws NoRecording */
  load(): Promise<Uint8Array<ArrayBuffer>>;
  /** Where the file comes from, as far as a server knows: once it is loaded. */
  origin(): Origin;
  /** Where notes are kept: with the recording on the server, in this browser, or nowhere (there is no `saveNotes`). */
  readonly notesIn: "server" | "browser" | "nowhere";
  /** The notes kept for the recording with this fingerprint, as text; undefined where there are none. @throws NoRecording */
  notes(of: string): Promise<string | undefined>;
  /** Keeps notes; absent where nobody may write any. @throws NoRecording where they could not be kept */
  saveNotes?(of: string, text: string): Promise<void>;
}

/** What an answer says of the recording in it. */
const originIn = ({ headers }: Response): Origin =>
  ORIGINS.find((origin) => origin === headers.get("Recording-Origin")) ?? "unsigned";

/** Why a source gives nothing, or keeps nothing. */
export class NoRecording extends Error {
  readonly reason: Refusal | UnreadableReason;
  constructor(reason: Refusal | UnreadableReason) {
    super(reason);
    this.name = "NoRecording";
    this.reason = reason;
  }
}

/** The path under which a file is opened that no server has. */
export const LOCAL = "local";
/** The path of every link to a class that is shared: which one it is stands behind the #. */
export const SHARED = "shared";
/** The key of a link, and whatever stands behind it. */
export const keyOfLink = (hash: string): string => /^#([\w-]+)/.exec(hash)?.[1] ?? "";

const HOST_KEY = "fire-together.hostKey";

/** A class of this browser's teacher, by its id. */
export function ownSource(id: string): Source {
  const path = `/api/sessions/${encodeURIComponent(id)}`;
  const headers = { Authorization: `Bearer ${localStorage.getItem(HOST_KEY) ?? ""}` };
  let origin: Origin = "unsigned";
  return {
    title: id,
    notesIn: "server",
    async load() {
      const answer = await asked(`${path}/recording`, { headers });
      origin = originIn(answer);
      return new Uint8Array(await answer.arrayBuffer());
    },
    origin: () => origin,
    async notes() {
      const answer = await reached(`${path}/notes`, { headers });
      if (answer.status === 204) return undefined;
      return (await granted(answer)).text();
    },
    async saveNotes(_of, text) {
      await asked(`${path}/notes`, {
        method: "PUT",
        headers: { ...headers, "Content-Type": "application/json" },
        body: text,
      });
    },
  };
}

/**
 * A class that somebody shares by a link, to look at.
 * @param key  what the link has behind its #, which no server sees in an address
 */
export function sharedSource(key: string): Source {
  const headers = { Authorization: `Bearer ${key}` };
  let origin: Origin = "unsigned";
  return {
    title: SHARED,
    notesIn: "nowhere",
    async load() {
      const answer = await granted(await reached("/api/shared", { headers }), "no-such-share");
      origin = originIn(answer);
      return new Uint8Array(await answer.arrayBuffer());
    },
    origin: () => origin,
    async notes() {
      const answer = await reached("/api/shared/notes", { headers });
      return answer.status === 204 ? undefined : (await granted(answer, "no-such-share")).text();
    },
  };
}

/** A file of this device. Its notes stay in this browser, under the recording's fingerprint. */
export function fileSource(file: File): Source {
  const key = (of: string): string => `fire-together.notes.${of}`;
  return {
    title: file.name.replace(/\.(nd)?json(\.gz)?$|\.gz$/, ""),
    notesIn: "browser",
    async load() {
      try {
        return new Uint8Array(await file.arrayBuffer());
      } catch {
        // A folder, or a file that is gone.
        throw new NoRecording("not-a-recording");
      }
    },
    // No server has seen it.
    origin: () => "unsigned",
    notes: async (of) => localStorage.getItem(key(of)) ?? undefined,
    async saveNotes(of, text) {
      try {
        localStorage.setItem(key(of), text);
      } catch {
        throw new NoRecording("unreachable");
      }
    },
  };
}

const asked = async (path: string, init: RequestInit): Promise<Response> => granted(await reached(path, init));

async function reached(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, init);
  } catch {
    throw new NoRecording("unreachable");
  }
}

async function granted(answer: Response, otherwise: Refusal = "no-such-session"): Promise<Response> {
  if (answer.ok) return answer;
  throw new NoRecording(answer.status >= 500 ? "unreachable" : otherwise);
}
