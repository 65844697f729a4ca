import { startTestServer } from "../helpers/running-class.ts";

/** A server in a process of its own, so that its CPU can be told from the load's. Run by `own-server.ts`. */
const server = await startTestServer();
process.on("message", async (question) => {
  if (question === "cpu") process.send!(process.cpuUsage());
  else {
    await server.close();
    process.exit(0);
  }
});
process.send!({ url: server.url });
