import { buildPages, pagesAreFresh } from "../../server/build.ts";

/** Before browser tests and pictures: pages built from the sources as they are, or a page would play by older rules than its server. */
export async function setup(): Promise<void> {
  if (!(await pagesAreFresh())) await buildPages("warn");
}
