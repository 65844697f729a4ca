import { type Gaze, ZOOMS } from "../scenes/view-model/zoom/gaze.ts";

/** What a link to a moment says, in its fragment: `#t=12:34.5&zoom=branch&seat=3&follow=5`. */
export interface LinkedMoment {
  /** Session ms. */
  readonly time?: number;
  readonly gaze?: Gaze;
  /** The followed seat. */
  readonly followed?: number;
}

const OURS = ["t", "zoom", "seat", "follow"];
const MOST_SEATS = 60;

/** Reads a fragment; what makes no sense is passed over. */
export function readMoment(hash: string): LinkedMoment {
  const said = new URLSearchParams(hash.replace(/^#/, ""));
  const time = readTime(said.get("t") ?? "");
  const zoom = ZOOMS.find((one) => one === said.get("zoom"));
  const followed = readSeat(said.get("follow"));
  return {
    ...(time === undefined ? {} : { time }),
    ...(zoom === undefined ? {} : { gaze: { zoom, seat: readSeat(said.get("seat")) ?? 0 } }),
    ...(followed === undefined ? {} : { followed }),
  };
}

/** The fragment with another moment in it; what else it holds (the key of a shared recording) stays. */
export function writeMoment(hash: string, { time, gaze, followed }: LinkedMoment): string {
  const others = hash
    .replace(/^#/, "")
    .split("&")
    .filter((part) => part !== "" && !OURS.includes(part.split("=")[0]!));
  const ours = [
    ...(time === undefined ? [] : [`t=${writeTime(time)}`]),
    ...(gaze === undefined || gaze.zoom === "cell" ? [] : [`zoom=${gaze.zoom}`, `seat=${gaze.seat}`]),
    ...(followed === undefined ? [] : [`follow=${followed}`]),
  ];
  return `#${[...others, ...ours].join("&")}`;
}

function readSeat(text: string | null): number | undefined {
  return text !== null && /^\d{1,2}$/.test(text) && Number(text) < MOST_SEATS ? Number(text) : undefined;
}

/** `12:34.5`, `1:02:03`, or seconds alone, in ms; undefined for anything else. */
function readTime(text: string): number | undefined {
  const parts = /^(?:(?:(\d{1,2}):)?(\d{1,4}):)?(\d{1,6}(?:\.\d{1,3})?)$/.exec(text);
  if (!parts) return undefined;
  const [, hours = "0", minutes = "0", seconds = "0"] = parts;
  return Math.round(1000 * (3600 * Number(hours) + 60 * Number(minutes) + Number(seconds)));
}

/** As `readTime` reads it, to the millisecond. */
function writeTime(ms: number): string {
  const whole = Math.max(0, Math.round(ms));
  const minutes = Math.floor(whole / 60_000);
  const seconds = (whole - minutes * 60_000) / 1000;
  return `${minutes}:${seconds < 10 ? "0" : ""}${seconds}`;
}
