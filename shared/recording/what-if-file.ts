import { encodeEvent } from "./lines.ts";
import type { Recording } from "./recording.ts";
import { isChange, MOST_CHANGES, type WhatIf } from "./what-if.ts";

/** A what-if to keep or pass on: plain JSON, bound to the recording that it was thought up for. */
interface WhatIfFile {
  /** Version of this form. */
  readonly whatIf: 1;
  /** Fingerprint of the recording. */
  readonly of: string;
  readonly from: number;
  readonly changes: WhatIf["changes"];
}

const VERSION = 1;
/** Longest file, characters; eight changes have some six hundred. */
const LONGEST = 10_000;

/** Why a file is not a what-if for a recording. */
export type UnfitReason = "no-what-if" | "newer-what-if" | "other-recording" | "after-the-end";

export class UnfitWhatIf extends Error {
  readonly reason: UnfitReason;
  constructor(reason: UnfitReason, detail: string) {
    super(detail);
    this.name = "UnfitWhatIf";
    this.reason = reason;
  }
}

/** What a what-if has to fit. */
export interface Bound {
  readonly fingerprint: string;
  readonly ticks: number;
}

export function writeWhatIf({ from, changes }: WhatIf, { fingerprint }: Bound): string {
  const file: WhatIfFile = { whatIf: VERSION, of: fingerprint, from, changes };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** Reads a what-if that came from outside. @throws UnfitWhatIf for anything that is none, or none for this recording */
export function readWhatIf(text: string, { fingerprint, ticks }: Bound): WhatIf {
  const { whatIf, of, from, changes } = parsed(text);
  if (typeof whatIf === "number" && whatIf > VERSION) {
    throw new UnfitWhatIf("newer-what-if", `version ${whatIf}; this one reads up to ${VERSION}`);
  }
  if (whatIf !== VERSION || typeof of !== "string" || !isTick(from)) throw none();
  if (!Array.isArray(changes) || changes.length === 0 || changes.length > MOST_CHANGES) throw none();
  if (!changes.every(isChange)) throw none();
  if (of !== fingerprint) throw new UnfitWhatIf("other-recording", `made for recording ${of.slice(0, 16)}`);
  if (from >= ticks) throw new UnfitWhatIf("after-the-end", `from tick ${from} of ${ticks}`);
  return { from, changes };
}

const isTick = (from: unknown): from is number => Number.isInteger(from) && (from as number) >= 0;
const none = (): UnfitWhatIf => new UnfitWhatIf("no-what-if", "holds no what-if");

function parsed(text: string): Partial<Record<keyof WhatIfFile, unknown>> {
  if (text.length > LONGEST) throw none();
  try {
    return (JSON.parse(text) as object | null) ?? {};
  } catch {
    throw none();
  }
}

/**
 * Tells recordings apart, as sixteen hexadecimal digits: of what happened, not of how its file is packed. It guards
 * against mistakes, not against forgery.
 */
export function fingerprintOf({ header, events }: Recording): string {
  const lanes = [0x811c9dc5, 0x2f0b4c47];
  const add = (text: string): void => {
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      lanes[0] = Math.imul(lanes[0]! ^ code, 0x01000193);
      lanes[1] = Math.imul(lanes[1]! + code, 0x85ebca6b) ^ (lanes[1]! >>> 13);
    }
  };
  add(JSON.stringify([header.classId, header.startedAt, header.seed, header.model]));
  for (const { tick, event } of events) add(encodeEvent(tick, event));
  return lanes.map((lane) => (lane >>> 0).toString(16).padStart(8, "0")).join("");
}
