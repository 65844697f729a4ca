import { checkSteps, MOST_STEPS, type Step } from "../lesson/lesson.ts";
import { MODES } from "../lesson/mode.ts";
import { DRUGS } from "../model/drugs.ts";
import { MODULES } from "../model/modules.ts";
import { PATHWAYS } from "../model/pathways.ts";
import { LONGEST_LAPSE, MODULATORS, type SessionEvent, type StampedEvent } from "../session/events.ts";
import { isPossible, type Stimulation } from "../session/stimulation.ts";
import { hex } from "./crc.ts";
import type { Fields } from "./keyframes.ts";

/**
 * The lines of a recording after its header: one JSON array each, `[tick, letter, …]`, in the order the room accepted
 * them. `zcat file | head` reads it; a file cut short is whole up to its last newline. Ticks are absolute, so that each
 * line stands alone (a 45-minute class of 40 comes to some 216 kB gzipped; differences would save a quarter of that).
 */

/** Contacts of one seat: more than the whole cell has by far. */
const MOST_CONTACTS = 10_000;

/** A checksum of the session's state before `tick` runs. */
export interface HashLine {
  readonly tick: number;
  readonly hash: string;
}
/** What was to be seen before `tick` ran, and the CRC-32 of the lines since the last such line, that one included. */
export interface KeyframeLine {
  readonly tick: number;
  readonly crc: number;
  /** Whether it stands alone; else it has only what differs from the one before. */
  readonly all: boolean;
  readonly fields: Fields;
}
export type RecordLine = StampedEvent | HashLine | KeyframeLine;

const LETTERS = {
  join: "j",
  leave: "l",
  return: "r",
  remove: "x",
  rename: "N",
  lock: "K",
  tap: "t",
  bias: "b",
  bots: "B",
  start: "s",
  pause: "p",
  resume: "u",
  next: "n",
  end: "e",
  drug: "d",
  module: "m",
  pathway: "w",
  lapse: "L",
  stimulate: "S",
  contacts: "c",
  modulate: "M",
  lesson: "P",
  step: "g",
  back: "k",
  restore: "z",
  answer: "a",
  mode: "o",
} as const satisfies Record<SessionEvent["kind"], string>;

export function encodeEvent(tick: number, event: SessionEvent): string {
  const rest = (): (number | string | Stimulation | readonly Step[])[] => {
    switch (event.kind) {
      case "join":
        return [event.seat, event.name, event.bot ? 1 : 0];
      case "leave":
      case "return":
        return [event.seat];
      case "remove":
        return [event.seat, event.removed ? 1 : 0];
      case "rename":
        return [event.seat, event.name];
      case "lock":
        return [event.on ? 1 : 0];
      case "tap":
        return [event.seat, event.offset];
      case "bias":
        return [event.seat, event.ms];
      case "bots":
        return [event.count, event.jitterMs];
      case "start":
        return [event.round];
      case "drug":
        return [event.drug, event.on ? 1 : 0];
      case "module":
        return [event.module, event.on ? 1 : 0];
      case "pathway":
        return [event.pathway];
      case "lapse":
        return [event.seconds];
      case "stimulate":
        return [event.stimulation];
      case "contacts":
        return [event.seat, event.contacts];
      case "modulate":
        return [event.modulator];
      case "lesson":
        return [event.steps];
      case "step":
        return [event.to];
      case "answer":
        return [event.seat, event.option];
      case "mode":
        return [event.mode];
      case "restore":
        return [event.to];
      default:
        return [];
    }
  };
  return JSON.stringify([tick, LETTERS[event.kind], ...rest()]);
}

export const encodeHash = (tick: number, hash: string): string => JSON.stringify([tick, "#", hash]);

export const encodeKeyframe = ({ tick, crc, all, fields }: KeyframeLine): string =>
  JSON.stringify([tick, all ? "F" : "f", hex(crc), fields]);

/** Whether a line is a keyframe's: whoever plays from events alone passes it over unread. */
export const isKeyframe = (line: string): boolean => /^\[\d+,"[Ff]"/.test(line);

/**
 * Reads one line.
 * @throws SyntaxError for a line that is not a record: malformed JSON, an unknown letter, a number out of range
 */
export function decodeLine(line: string): RecordLine {
  const data: unknown = JSON.parse(line);
  const bad = (): never => {
    throw new SyntaxError(`not a record: ${line.slice(0, 80)}`);
  };
  if (!Array.isArray(data)) return bad();
  const [tick, letter, ...rest] = data as unknown[];
  const whole = (i: number, low: number, high: number): number => {
    const x = rest[i];
    return Number.isInteger(x) && (x as number) >= low && (x as number) <= high ? (x as number) : bad();
  };
  if (!Number.isInteger(tick) || (tick as number) < 0) return bad();
  const seat = (): number => whole(0, 0, 59);
  const name = <T extends string>(all: readonly T[]): T => all.find((each) => each === rest[0]) ?? bad();
  const contacts = (): number =>
    typeof rest[1] === "number" && rest[1] >= 0 && rest[1] <= MOST_CONTACTS ? rest[1] : bad();
  const stimulation = (): Stimulation => (isPossible(rest[0] as Stimulation) ? (rest[0] as Stimulation) : bad());
  const steps = (): readonly Step[] => {
    try {
      checkSteps(rest[0] as readonly Step[]);
      return rest[0] as readonly Step[];
    } catch {
      return bad();
    }
  };
  const event = (): SessionEvent => {
    switch (letter) {
      case "j":
        return { kind: "join", seat: seat(), name: whole(1, 0, 255), bot: whole(2, 0, 1) === 1 };
      case "l":
        return { kind: "leave", seat: seat() };
      case "r":
        return { kind: "return", seat: seat() };
      case "x":
        return { kind: "remove", seat: seat(), removed: whole(1, 0, 1) === 1 };
      case "N":
        return { kind: "rename", seat: seat(), name: whole(1, 0, 255) };
      case "K":
        return { kind: "lock", on: whole(0, 0, 1) === 1 };
      case "t":
        return { kind: "tap", seat: seat(), offset: whole(1, 0, 39) };
      case "b":
        return { kind: "bias", seat: seat(), ms: whole(1, -250, 250) };
      case "B":
        return { kind: "bots", count: whole(0, 0, 60), jitterMs: whole(1, 0, 250) };
      case "s":
        return { kind: "start", round: whole(0, 0, 63) };
      case "p":
        return { kind: "pause" };
      case "u":
        return { kind: "resume" };
      case "n":
        return { kind: "next" };
      case "e":
        return { kind: "end" };
      case "d":
        return { kind: "drug", drug: name(DRUGS), on: whole(1, 0, 1) === 1 };
      case "m":
        return { kind: "module", module: name(MODULES), on: whole(1, 0, 1) === 1 };
      case "w":
        return { kind: "pathway", pathway: name(PATHWAYS) };
      case "L":
        return { kind: "lapse", seconds: whole(0, 1, LONGEST_LAPSE) };
      case "S":
        return { kind: "stimulate", stimulation: stimulation() };
      case "c":
        return { kind: "contacts", seat: seat(), contacts: contacts() };
      case "M":
        return { kind: "modulate", modulator: name(MODULATORS) };
      case "P":
        return { kind: "lesson", steps: steps() };
      case "g":
        return { kind: "step", to: whole(0, 0, MOST_STEPS) };
      case "k":
        return { kind: "back" };
      case "z":
        return { kind: "restore", to: whole(0, 0, tick as number) };
      case "o":
        return { kind: "mode", mode: name(MODES) };
      case "a":
        return { kind: "answer", seat: seat(), option: whole(1, 0, 15) };
      default:
        return bad();
    }
  };
  const checksum = (): string => (typeof rest[0] === "string" && /^[0-9a-f]{8}$/.test(rest[0]) ? rest[0] : bad());
  if (letter === "#") return { tick: tick as number, hash: checksum() };
  if (letter === "F" || letter === "f") {
    const fields = rest[1];
    if (typeof fields !== "object" || fields === null || Array.isArray(fields)) return bad();
    return {
      tick: tick as number,
      crc: Number.parseInt(checksum(), 16),
      all: letter === "F",
      fields: fields as Fields,
    };
  }
  return { tick: tick as number, event: event() };
}
