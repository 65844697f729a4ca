/** `npm run bench:client [-- --json]`: what the pages cost beside their budgets. */
import { clientRows } from "./client-rows.ts";
import { report } from "./row.ts";

report(await clientRows());
