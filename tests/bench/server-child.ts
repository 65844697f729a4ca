import { Room } from "@colyseus/core";
import { startTestServer } from "../helpers/running-class.ts";

/**
 * A server in a process of its own, so that its CPU can be told from the load's. It also times what rooms do in their
 * ticks (model, journal hand-over, projection, patch, sends). Run by `own-server.ts`.
 */
const ticks = { count: 0, ms: 0 };
const { setTimestep } = Room.prototype;
Room.prototype.setTimestep = function (this: Room, callback, delay) {
  return setTimestep.call(
    this,
    callback &&
      ((dt: number) => {
        const began = performance.now();
        callback(dt);
        ticks.ms += performance.now() - began;
        ticks.count++;
      }),
    delay,
  );
};

const server = await startTestServer();
process.on("message", async (question) => {
  if (question === "usage") {
    const { user, system } = process.cpuUsage();
    process.send!({ cpuMs: (user + system) / 1000, tickMs: ticks.ms, ticks: ticks.count });
  } else {
    await server.close();
    process.exit(0);
  }
});
process.send!({ url: server.url });
