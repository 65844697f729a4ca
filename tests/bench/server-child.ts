import { metricsText } from "../../server/metrics.ts";
import { startTestServer } from "../helpers/running-class.ts";

/** A server in a process of its own, so that its CPU can be told from the load's. Run by `own-server.ts`. */

const server = await startTestServer();
process.on("message", async (question) => {
  if (question === "usage") {
    const { user, system } = process.cpuUsage();
    const text = await metricsText();
    // What rooms do in their ticks (model, journal hand-over, projection, patch, sends), as the server itself times it.
    const ofTicks = (what: "sum" | "count"): number =>
      Number(new RegExp(`^fire_together_tick_seconds_${what} (\\S+)$`, "m").exec(text)?.[1]);
    process.send!({ cpuMs: (user + system) / 1000, tickMs: 1000 * ofTicks("sum"), ticks: ofTicks("count") });
  } else {
    await server.close();
    process.exit(0);
  }
});
process.send!({ url: server.url });
