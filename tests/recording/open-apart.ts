/** A process of its own that opens a recording's file, so that what it costs is not hidden by what a test holds already. Linux. */
import { readFileSync, writeFileSync } from "node:fs";
import { openRecording } from "../../shared/recording/bytes.ts";

/** Most memory that this process has had, kB. */
const peak = (): number => Number(/VmHWM:\s+(\d+)/.exec(readFileSync("/proc/self/status", "utf8"))![1]);

const bytes = new Uint8Array(readFileSync(process.argv[2]!));
// What every opening needs is loaded; then the peak is counted anew (proc(5), clear_refs).
await openRecording(new Uint8Array(Buffer.from("{}\n"))).catch(() => undefined);
writeFileSync("/proc/self/clear_refs", "5");
const before = peak();
const said = await openRecording(bytes).then(
  ({ damage }) => (damage === undefined ? "whole" : "incomplete"),
  (error: { reason?: string }) => error.reason ?? String(error),
);
console.log(JSON.stringify({ said, mb: (peak() - before) / 1024 }));
