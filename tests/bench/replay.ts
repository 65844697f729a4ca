/** `npm run bench:replay [-- --json]`: what a class of 45 minutes and forty students costs as a recording, beside the budgets. */
import { measureRecording, recordedLesson } from "./recording.ts";
import { measureReplayPage } from "./replay-page.ts";
import { least, most, report } from "./row.ts";

const lesson = await recordedLesson();
const cost = measureRecording(lesson);
const page = await measureReplayPage(lesson.file);

report([
  most(`recording, 45 min x 40, ${cost.taps} taps, gzip`, cost.gzipBytes / 1000, "kB", 300, "size"),
  { what: "  as text", measured: cost.textBytes / 1000, unit: "kB" },
  { what: "  records", measured: cost.records, unit: "lines" },
  { what: "  while it runs, a checkpoint", measured: cost.checkpointBytes / 1000, unit: "kB" },
  { what: "  its keyframes alone, as text", measured: cost.keyframeBytes / 1000, unit: "kB" },
  most("opens to a first frame, in a browser", page.firstFrameMs, "ms", 1000, "time"),
  most("seek anywhere, p95, in a browser", page.seekP95Ms, "ms", 100, "time"),
  most("  longest task of the page meanwhile", page.longestTaskMs, "ms", 50, "time"),
  most("  most that its own thread worked in one", page.mostWorkMs, "ms", 50, "time"),
  least("simulated again, hashes compared", cost.timesRealTime, "x real time", 1000),
  most("page's heap, grown by 20 s of play at 16 x", page.pageGrowthMb, "MB", 5, "time"),
  most("  worker's", page.workerGrowthMb, "MB", 5, "time"),
]);
