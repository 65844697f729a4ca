import type { Refusal } from "../../shared/wire/answers.ts";
import { remoteStore, seatStore } from "../net/stores.ts";

/** What went wrong with a request: the server's own reason, or how its answer failed to come. */
export type Trouble =
  | Refusal
  /** Something else answered: the sign-in page of a Wi-Fi. */
  | "portal";

export type Answer<T, Why = Trouble> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly trouble: Why };

export interface Opened {
  readonly code: string;
  readonly classId: string;
  readonly hostKey: string;
  readonly stageKey: string;
}

const HOST_KEY = "fire-together.hostKey";
const classStore = (code: string): string => `fire-together.class.${code}`;

export const hostKey = (): string | null => localStorage.getItem(HOST_KEY);

/** Keeps what opens the class again, here alone. */
function keep({ code, classId, hostKey, stageKey }: Opened): void {
  localStorage.setItem(HOST_KEY, hostKey);
  localStorage.setItem(classStore(code), JSON.stringify({ classId, stageKey }));
}

/** What no answer of ours is. */
const NOT_JSON = Symbol();

/** Asks the server, and says what it said; `isOurs` tells its answer from that of a Wi-Fi's sign-in page. */
export async function ask<T>(
  path: string,
  isOurs: (body: unknown) => body is T,
  init: RequestInit = {},
): Promise<Answer<T>> {
  try {
    const response = await fetch(path, { ...init, cache: "no-store" });
    const body: unknown = response.status === 204 ? undefined : await response.json().catch(() => NOT_JSON);
    if (response.ok && isOurs(body)) return { ok: true, value: body };
    if (has(body, "error")) return { ok: false, trouble: body.error as Refusal };
    return { ok: false, trouble: response.ok || response.redirected ? "portal" : "unreachable" };
  } catch {
    return { ok: false, trouble: "unreachable" };
  }
}

export const has = <K extends string>(body: unknown, key: K): body is Record<K, unknown> =>
  typeof body === "object" && body !== null && key in body;

export const bearer = (key: string | null): RequestInit => (key ? { headers: { Authorization: `Bearer ${key}` } } : {});

/** Whether a class with this code is open; when not, why. */
export const lookUp = (code: string): Promise<Answer<unknown>> =>
  ask(`/api/classes/${code}`, (body): body is unknown => has(body, "open"));

/** Opens a class and keeps its keys. A key that this server never issued, or has forgotten, gives way to a new one. */
export async function openClass(key: string | null = hostKey()): Promise<Answer<Opened>> {
  const isOpened = (body: unknown): body is Opened =>
    has(body, "code") && has(body, "hostKey") && has(body, "stageKey");
  const answer = await ask("/api/classes", isOpened, { method: "POST", ...bearer(key) });
  if (!answer.ok && answer.trouble === "not-allowed" && key) return openClass(null);
  if (answer.ok) keep(answer.value);
  return answer;
}

/** Goes on in a class with what a person typed: a student's seat on this device, or a teacher's class on this computer. */
export async function goOn(code: string, said: { resume: string } | { phrase: string }): Promise<Answer<unknown>> {
  const isKey = (body: unknown): body is { seatKey?: string; remoteKey?: string } =>
    has(body, "seatKey") || has(body, "remoteKey");
  const answer = await ask(`/api/classes/${code}/keys`, isKey, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(said),
  });
  if (answer.ok) {
    const { seatKey, remoteKey } = answer.value;
    if (seatKey) localStorage.setItem(seatStore(code), seatKey);
    if (remoteKey) localStorage.setItem(remoteStore(code), remoteKey);
  }
  return answer;
}
