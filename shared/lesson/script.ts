import type { Round } from "./round.ts";
import { baseline } from "./rounds/baseline.ts";
import { together } from "./rounds/together.ts";
import { warmUp } from "./rounds/warm-up.ts";
import { whoGrew } from "./rounds/who-grew.ts";

/** The rounds of a class in their usual order; a session refers to them by index. */
export const standardScript: readonly Round[] = [warmUp, baseline, together, whoGrew];
