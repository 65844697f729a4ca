import { FRAME_BUDGET, type FrameCost } from "../scenes/frame-cost.ts";
import { measureSpeed } from "../science/speed.ts";
import { measurePhoneBundle } from "./phone-bundle.ts";
import { measureRecording } from "./recording.ts";
import { measureRoom } from "./room.ts";
import { measureScene } from "./scene.ts";

/**
 * `npm run bench [-- --json]`: what the product costs beside its budgets. Sizes must be within theirs; times are noisy on
 * shared machines, so they fail only beyond three times theirs.
 */
interface Row {
  readonly what: string;
  readonly measured: number;
  readonly unit: string;
  readonly budget?: number;
  readonly wanted?: "at least" | "at most";
  readonly kind?: "time" | "size";
}

const SLACK = 3;

const speed = measureSpeed();
const recording = measureRecording();
const bundle = await measurePhoneBundle();
const room = await measureRoom();
const scene = await measureScene();

const most = (what: string, measured: number, unit: string, budget: number, kind: "time" | "size"): Row => ({
  what,
  measured,
  unit,
  budget,
  wanted: "at most",
  kind,
});
const least = (what: string, measured: number, unit: string, budget: number): Row => ({
  what,
  measured,
  unit,
  budget,
  wanted: "at least",
  kind: "time",
});
const frame = (kind: string, { whole, marks, blitter }: FrameCost): Row[] => [
  most(`stage's frame, 60 x 50 receptors, 1080p, ${kind}`, whole, "ms", FRAME_BUDGET.wholeMs, "time"),
  most("  over a Blitter scene of as many bobs", whole / blitter, "times", FRAME_BUDGET.wholeRatio, "time"),
  most("  receptors and particles alone over it", marks / blitter, "times", FRAME_BUDGET.marksRatio, "time"),
];
const rows: readonly Row[] = [
  least("model, 60 inputs, theta bursts", speed.bioSecondsPerCpuSecond, "bio-s/CPU-s", 1000),
  { what: "  against the plain step, same run", measured: speed.ratioToReference, unit: "times" },
  { what: "  every optional mechanism on", measured: speed.allMechanisms, unit: "bio-s/CPU-s" },
  { what: "  event-driven calcium (neocortex)", measured: speed.eventCalcium, unit: "bio-s/CPU-s" },
  { what: "  tapping 4 s of 24, the still cell skips", measured: speed.withIdleSkip, unit: "bio-s/CPU-s" },
  { what: "  the same without skipping", measured: speed.withoutIdleSkip, unit: "bio-s/CPU-s" },
  ...speed.costByInputs.map(({ inputs, ms }) => ({
    what: `  a biological second of ${inputs} inputs`,
    measured: ms,
    unit: "CPU-ms",
  })),
  most("  furthest of these from one straight line", 100 * speed.offTheLine, "percent", 25, "time"),
  { what: "  a year's lapse of 60 synapses", measured: speed.yearMs, unit: "CPU-ms" },
  most("room's tick, 40 students at 2 Hz, mean", room.tickMs, "ms", 0.4, "time"),
  { what: "  CPU of the whole process in that time", measured: room.processMs, unit: "ms" },
  { what: "  the same in the lobby", measured: room.lobbyProcessMs, unit: "ms" },
  most("tap to stage beyond the delay, p50", room.echoP50, "ms", 50, "time"),
  most(`  p99 of ${room.taps} taps`, room.echoP99, "ms", 100, "time"),
  most("to a phone", room.phoneBytesPerS / 1000, "kB/s", 0.6, "size"),
  most("to the stage", room.stageBytesPerS / 1000, "kB/s", 6, "size"),
  ...(scene ? [...frame("WebGL", scene.webgl), ...frame("Canvas", scene.canvas)] : []),
  most("phone's JavaScript, gzip", bundle.bytes / 1000, "kB", 75, "size"),
  most(`recording, 45 min x 40, ${recording.taps} taps, gzip`, recording.gzipBytes / 1000, "kB", 300, "size"),
  most("  opens in", recording.openMs, "ms", 1000, "time"),
  least("  simulated again, hashes compared", recording.timesRealTime, "x real time", 1000),
  most("  seek anywhere, p99", recording.seekP99Ms, "ms", 100, "time"),
];

const off = ({ measured, budget, wanted }: Row): number =>
  budget === undefined ? 0 : wanted === "at least" ? budget / measured : measured / budget;
const failed = rows.filter((row) => off(row) > (row.kind === "size" ? 1 : SLACK));

if (process.argv.includes("--json")) console.log(JSON.stringify({ rows, bundle: bundle.files }, null, 2));
else {
  const number = (x: number): string => (x >= 100 ? x.toFixed(0) : x.toPrecision(3));
  for (const row of rows) {
    const budget = row.budget === undefined ? "" : `${row.wanted} ${row.budget}`;
    const verdict = row.budget === undefined ? "" : off(row) <= 1 ? "within" : `OVER by ${number(off(row))}x`;
    console.log(
      `${row.what.padEnd(52)} ${number(row.measured).padStart(7)} ${row.unit.padEnd(12)} ${budget.padEnd(14)} ${verdict}`,
    );
  }
}
process.exitCode = failed.length > 0 ? 1 : 0;
