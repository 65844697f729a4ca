/** `npm run audit`: known weaknesses of what runs in production. Skipped, and said so, where the registry has no such answer. */
import { spawnSync } from "node:child_process";

const LONGEST_MS = 60_000;
/** From these on the command fails. */
const GRAVE = ["high", "critical"] as const;

interface Report {
  readonly metadata?: { readonly vulnerabilities: Readonly<Record<string, number>> };
  readonly vulnerabilities?: Readonly<Record<string, { readonly severity: string; readonly range: string }>>;
  readonly message?: string;
}

const { stdout } = spawnSync("npm", ["audit", "--omit=dev", "--json"], {
  encoding: "utf8",
  timeout: LONGEST_MS,
  shell: process.platform === "win32",
});
const report = reportIn(stdout);
if (!report?.metadata) {
  console.log(`SKIPPED: the registry did not answer what is known (${report?.message ?? "no answer"})`);
} else {
  const { vulnerabilities: counts } = report.metadata;
  for (const [name, { severity, range }] of Object.entries(report.vulnerabilities ?? {}))
    console.log(`${severity.padEnd(10)}${name} ${range}`);
  const grave = GRAVE.reduce((sum, level) => sum + (counts[level] ?? 0), 0);
  console.log(`${counts.total ?? 0} known weaknesses, ${grave} of them high or critical`);
  if (grave > 0) process.exitCode = 1;
}

function reportIn(text: string | null): Report | undefined {
  try {
    return JSON.parse(text ?? "") as Report;
  } catch {
    return undefined;
  }
}
