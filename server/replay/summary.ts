import { MODEL_VERSION } from "../../shared/model/parameters.ts";
import { Exploration } from "../../shared/recording/exploration.ts";
import { Playback } from "../../shared/recording/playback.ts";
import { type Recording, upTo } from "../../shared/recording/recording.ts";
import { TICK_MS } from "../../shared/session/events.ts";
import type { Session } from "../../shared/session/session.ts";
import type { Origin } from "../../shared/wire/shelf.ts";

/** What a class came to. */
export interface End {
  readonly students: number;
  readonly bots: number;
  readonly rounds: number;
  readonly strengthPercent: { readonly A: number; readonly B: number };
  /** Of the last state. */
  readonly hash: string;
}

/** What is to be said of a recording, and whether it may be believed. */
export interface Summary extends End {
  readonly startedAt: string;
  readonly model: string;
  readonly format: number;
  readonly origin: Origin;
  readonly seconds: number;
  readonly taps: number;
  /** State hashes that were compared. */
  readonly hashes: number;
  readonly keyframes: number;
  readonly differsAtSecond?: number;
  readonly damage?: string;
}

function endOf(session: Session): End {
  const seats = session.state.seats.filter((seat) => seat !== null);
  return {
    students: seats.filter(({ bot }) => !bot).length,
    bots: seats.filter(({ bot }) => bot).length,
    rounds: session.state.played,
    strengthPercent: { A: Math.round(session.meanStrength("A")), B: Math.round(session.meanStrength("B")) },
    hash: session.hash(),
  };
}

/** The end of a class that is simulated through. @throws RangeError for events that contradict each other */
export function endOfClass(recording: Recording): End {
  const playback = new Playback(recording);
  playback.seek(recording.ticks);
  return endOf(playback.session);
}

/** Simulates a recording through, up to where its events contradict each other, and compares every hash. */
export function summaryOf(recording: Recording, origin: Origin): { summary: Summary; sensible: Recording } {
  const exploration = new Exploration(recording);
  try {
    exploration.run(Number.POSITIVE_INFINITY);
  } catch (error) {
    if (!(error instanceof RangeError) || exploration.tick === 0) throw error;
    return summaryOf(upTo(recording, exploration.agreedUntil), origin);
  }
  const playback = new Playback(recording, exploration.checkpoints);
  playback.seek(recording.ticks);
  const { compared, mismatchAt } = exploration;
  const { header, events, ticks, damage, keyframes } = recording;
  const summary = {
    startedAt: header.startedAt,
    model: header.model,
    format: header.format,
    origin,
    seconds: (ticks * TICK_MS) / 1000,
    taps: events.filter(({ event }) => event.kind === "tap").length,
    ...endOf(playback.session),
    hashes: compared,
    keyframes: keyframes.length,
    ...(mismatchAt === undefined ? {} : { differsAtSecond: (mismatchAt * TICK_MS) / 1000 }),
    ...(damage === undefined ? {} : { damage }),
  };
  return { summary, sensible: recording };
}

/** Whether anything of it is not as it was written. */
export const isBroken = ({ damage, differsAtSecond, origin }: Summary): boolean =>
  damage !== undefined || differsAtSecond !== undefined || origin === "forged-or-edited";

const ORIGINS: Readonly<Record<Origin, string>> = {
  signed: "signed    by the server of this journal, and as it was written",
  unsigned: "origin    unverified",
  "forged-or-edited": "EDITED    it is not the file that its footer was made for",
};

/** The summary in lines. @param without  why there was no key to compare the signature with */
export function linesOf(summary: Summary, would: End | undefined, without: string | undefined): string[] {
  const { A, B } = summary.strengthPercent;
  const minutes = Math.floor(summary.seconds / 60);
  const { origin, model, hashes, differsAtSecond, damage } = summary;
  const shown = summary.keyframes > 0 ? `; ${summary.keyframes} keyframes show what was` : "";
  return [
    `held      ${summary.startedAt}, model ${model}${model === MODEL_VERSION ? "" : `; simulated by ${MODEL_VERSION}${shown}`}`,
    `length    ${minutes} min ${Math.round(summary.seconds - 60 * minutes)} s, ${summary.rounds} rounds, ${summary.taps} taps`,
    `class     ${summary.students} students, ${summary.bots} bots`,
    `strength  A ${A} %, B ${B} % of baseline`,
    `state     ${summary.hash}`,
    differsAtSecond === undefined
      ? `verified  ${hashes} of ${hashes} state hashes agree`
      : `DIFFERS   from what was recorded, ${differsAtSecond} s after the start${shown}`,
    `${ORIGINS[origin]}${origin === "unsigned" ? `: ${without ?? "no server of this journal signed it"}` : ""}`,
    ...(damage === undefined ? [] : [`DAMAGED   ${damage}; what stands before it is whole${shown}`]),
    ...(would ? [`what if   A ${would.strengthPercent.A} %, B ${would.strengthPercent.B} %, state ${would.hash}`] : []),
  ];
}
