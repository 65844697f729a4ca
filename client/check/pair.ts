import { signal } from "@preact/signals";
import type { CheckPair, CheckReport, Device } from "../../shared/wire/check.ts";
import { report } from "./findings.ts";

/** The two devices of a check tell each other how it goes, through the server. */

/** What the teacher's page shows a phone the way with; undefined until there is one, null where the server gives none. */
export const pairCode = signal<string | null | undefined>(undefined);
/** What the other device said last. */
export const other = signal<CheckReport | undefined>(undefined);
/** Whether the other page, or the server, has been lost since. */
export const lost = signal(false);

const EVERY_MS = 2000;
/** Nothing is told for longer than this after the start, ms: a page that is left open costs nothing. */
const LONGEST_MS = 20 * 60_000;

async function begin(): Promise<string | null> {
  try {
    const answer = await fetch("/api/checks", { method: "POST" });
    const { code } = (await answer.json()) as { code?: unknown };
    return answer.status === 201 && typeof code === "string" ? code : null;
  } catch {
    return null;
  }
}

/** Tells the other device for as long as the page is open. @param code  of a teacher's page that is open; else a new one */
export async function pairUp(device: Device, code?: string): Promise<void> {
  pairCode.value = code ?? (await begin());
  if (pairCode.value === null) return;
  const until = performance.now() + LONGEST_MS;
  while (performance.now() < until) {
    const answer = await tell(device, pairCode.value);
    lost.value = answer === undefined;
    if (answer) other.value = answer[device === "teacher" ? "phone" : "teacher"];
    await new Promise((go) => setTimeout(go, EVERY_MS));
  }
}

async function tell(device: Device, code: string): Promise<CheckPair | undefined> {
  try {
    const answer = await fetch(`/api/checks/${code}/${device}`, {
      method: "PUT",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(report.peek()),
    });
    return answer.ok ? ((await answer.json()) as CheckPair) : undefined;
  } catch {
    return undefined;
  }
}
