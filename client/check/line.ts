import { ECHO_EVERY_MS, ECHO_PATH } from "../../shared/wire/check.ts";
import { greet } from "./ask.ts";

/** Figures of a socket that is held open for a while. */
export interface LineFigures {
  /** Since it opened first, s. */
  readonly heldS: number;
  readonly drops: number;
  /** Round trip, ms. */
  readonly p50: number;
  readonly p95: number;
  /** The server's wall clock beyond ours, s. */
  readonly offsetS: number;
  /** How much faster its clock runs than ours, ms a minute; 0 where the network is too slow, or the time too short, to tell. */
  readonly skew: number;
}

/** One ping's round trip, and how far the server's two clocks were beyond ours in its middle, ms. */
interface Sample {
  readonly at: number;
  readonly rtt: number;
  readonly wall: number;
  readonly steady: number;
}

export interface LineOptions {
  /** How long it is to be held, ms. */
  readonly holdMs: number;
  /** Whether the page is too busy to take a round trip at its word. */
  readonly busy: () => boolean;
  readonly onFigures: (figures: LineFigures) => void;
  /** It has never opened: whether the server answers otherwise. Called again when that changes. */
  readonly onBlocked: (serverAnswers: boolean) => void;
}

/** A socket that does not open within this does not open, ms: with the server's answer (ask.ts) within eight seconds. */
const DOUBT_MS = 3500;
/** An answer that takes longer will not come: the connection is dead, whatever the socket says, ms. */
const SILENCE_MS = 4000;
const AGAIN_MS = 1000;

/** Holds a socket open, pings over it and opens it again when it is lost. Resolves when the time is over. */
export function holdLine({ holdMs, busy, onFigures, onBlocked }: LineOptions): Promise<void> {
  const samples: Sample[] = [];
  let [opened, drops] = [false, 0];
  /** When the first round trip counted: its time begins. */
  let since = 0;

  const enough = (): number => (since ? since + holdMs : Number.POSITIVE_INFINITY);

  const one = (): Promise<void> =>
    new Promise((over) => {
      const socket = new WebSocket(location.origin.replace(/^http/, "ws") + ECHO_PATH);
      const began = performance.now();
      let [open, heard, asked] = [false, 0, 0];
      const timer = setInterval(() => {
        const now = performance.now();
        const dead = open ? asked > heard && now - asked > SILENCE_MS : now - began > DOUBT_MS;
        if (dead || now > enough()) return end(dead && open);
        if (!open) return;
        if (asked <= heard) asked = now;
        socket.send(now.toFixed(1));
      }, ECHO_EVERY_MS);
      function end(lost: boolean): void {
        clearInterval(timer);
        socket.onopen = socket.onmessage = socket.onclose = null;
        socket.close();
        if (lost) drops++;
        over();
      }
      socket.onopen = () => {
        open = opened = true;
      };
      socket.onmessage = ({ data }) => {
        heard = performance.now();
        const sample = read(String(data), heard);
        if (!sample || busy()) return;
        since ||= heard;
        samples.push(sample);
        onFigures(figuresOf(samples, heard - since, drops));
      };
      socket.onclose = () => end(open);
    });

  return (async () => {
    const began = performance.now();
    const left = (): number => (since || began) + holdMs - performance.now();
    while (left() > 0) {
      await one();
      if (!opened) onBlocked((await greet(location.origin)) === "ours");
      else if (samples.length > 0) onFigures(figuresOf(samples, performance.now() - since, drops));
      if (left() > AGAIN_MS) await new Promise((go) => setTimeout(go, AGAIN_MS));
      else break;
    }
  })();
}

function read(text: string, received: number): Sample | undefined {
  const [sent, wall, steady] = text.split(" ").map(Number);
  if (sent === undefined || wall === undefined || steady === undefined || Number.isNaN(sent + wall + steady)) return;
  const rtt = received - sent;
  return { at: received, rtt, wall: wall + rtt / 2 - Date.now(), steady: steady + rtt / 2 - received };
}

const best = (samples: readonly Sample[]): Sample => samples.reduce((a, b) => (b.rtt < a.rtt ? b : a));

function figuresOf(samples: readonly Sample[], heldMs: number, drops: number): LineFigures {
  const trips = samples.map(({ rtt }) => rtt).sort((a, b) => a - b);
  const quantile = (q: number): number => Math.max(1, Math.round(trips[Math.ceil(q * trips.length) - 1]!));
  const third = Math.ceil(samples.length / 3);
  return {
    heldS: Math.round(heldMs / 1000),
    drops,
    p50: quantile(0.5),
    p95: quantile(0.95),
    offsetS: Math.round(best(samples).wall / 100) / 10 || 0,
    skew: skewOf(best(samples.slice(0, third)), best(samples.slice(-third))),
  };
}

/** Each offset is wrong by at most half its round trip; what that could explain is no skew. */
function skewOf(early: Sample, late: Sample): number {
  const minutes = (late.at - early.at) / 60_000;
  const moved = late.steady - early.steady;
  const doubt = (early.rtt + late.rtt) / 2;
  return minutes > 0 && Math.abs(moved) > doubt ? Math.round(moved / minutes) || 0 : 0;
}
