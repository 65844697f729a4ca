import { computed, signal } from "@preact/signals";
import type { CheckId, CheckReport, Verdict } from "../../shared/wire/check.ts";
import type { LineFigures } from "./line.ts";
import { type Outcome, VERDICT_OF } from "./verdicts.ts";

/** What this device's check has found so far: the page shows it, the other device and the letter are told it. */

export interface Finding {
  readonly outcome: Outcome;
  readonly slots: Readonly<Record<string, string | number>>;
}

export const findings = signal<Partial<Record<CheckId, Finding>>>({});
/** Figures of the socket, once there are any. */
export const figures = signal<LineFigures | undefined>(undefined);
/** Whether something is still being measured; what waits for a person does not count. */
export const measuring = signal(true);

export function found(id: CheckId, outcome: Outcome, slots: Finding["slots"] = {}): void {
  findings.value = { ...findings.value, [id]: { outcome, slots } };
}

export const verdictOf = (finding: Finding | undefined): Verdict | undefined => finding && VERDICT_OF[finding.outcome];

const RANK: readonly Verdict[] = ["problem", "fair", "good"];
/** The worst of some verdicts; good where there are none. */
export const worst = (verdicts: readonly (Verdict | undefined)[]): Verdict =>
  RANK.find((verdict) => verdicts.includes(verdict)) ?? "good";

/** What the other device, and nobody else, is told of this one. */
export const report = computed<CheckReport>(() => {
  const verdicts: Partial<Record<CheckId, Verdict>> = {};
  for (const [id, finding] of Object.entries(findings.value)) {
    const verdict = verdictOf(finding);
    if (verdict) verdicts[id as CheckId] = verdict;
  }
  const { p50, p95, heldS, drops } = figures.value ?? {};
  return {
    done: !measuring.value,
    verdicts,
    ...(p50 !== undefined && p95 !== undefined && { p50, p95 }),
    ...(heldS !== undefined && drops !== undefined && { heldS, drops }),
  };
});
