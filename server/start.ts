/** `npm start`: builds the pages if their sources changed, then serves. */
import { nodeComplaint } from "./node-version.ts";

const complaint = nodeComplaint(process.versions.node);
if (complaint !== undefined) {
  console.error(`\n${complaint}\n`);
  process.exit(1);
}

// Only now: older Nodes stumble over what these import before they could say why.
const { buildPages, pagesAreFresh } = await import("./build.ts");
const { run } = await import("./run.ts");

if (!(await pagesAreFresh())) {
  console.log("Building the pages (once, and after changes) …");
  await buildPages("warn");
}
await run();
