/** `npm run bench [-- --json]`: what the product costs beside its budgets; the pages' part alone is `npm run bench:client`. */
import { measureSpeed } from "../science/speed.ts";
import { clientRows } from "./client-rows.ts";
import { measureRecording, recordedLesson } from "./recording.ts";
import { measureRoom } from "./room.ts";
import { least, most, type Row, report } from "./row.ts";

const speed = measureSpeed();
const recording = measureRecording(await recordedLesson());
const room = await measureRoom();

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
  most(`recording, 45 min x 40, ${recording.taps} taps, gzip`, recording.gzipBytes / 1000, "kB", 300, "size"),
  most("  opens in", recording.openMs, "ms", 1000, "time"),
  least("  simulated again, hashes compared", recording.timesRealTime, "x real time", 1000),
  most("  seek anywhere, p99", recording.seekP99Ms, "ms", 100, "time"),
  ...(await clientRows()),
];
report(rows);
