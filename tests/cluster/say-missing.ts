import { MISSING } from "./engines.ts";

/** Before anything else: what this machine lacks. */
export function setup(): void {
  if (MISSING.length === 0) return;
  console.log(`Missing here: ${MISSING.join(", ")}. The tests that need them are skipped; to run them:`);
  console.log(`  apt-get install --no-install-recommends ${MISSING.join(" ")}`);
}
