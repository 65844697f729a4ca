/** Loaded into a server's process before the server is: breaks one of its classes from within, when a test says so. */

import crypto from "node:crypto";
import { syncBuiltinESMExports } from "node:module";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { ClassroomRoom } from "../../server/classroom/classroom.ts";
import type { Place } from "./server-process.ts";

/** A process whose classes can be broken from within. */
export const SABOTAGED: Place = {
  command: [],
  host: "127.0.0.1",
  flags: ["--expose-gc", "--import", pathToFileURL(resolve(import.meta.dirname, "sabotage.ts")).href],
};

/** What is done: to one class, or to the process. */
export type Sabotage =
  /** A fault in what the next tap starts, in one tick that moves the cell or in each, until it is mended; a number lost. */
  | { readonly code: string; readonly what: "message" | "timer" | "promise" | "tick" | "ticks" | "mend" | "nan" }
  /** The next tick lasts so long, ms. Answers with the most ticks that were run in one go in the two seconds after. */
  | { readonly code: string; readonly what: "stall"; readonly ms: number }
  /** Walls are sent so many kB each with every tick of two seconds. */
  | { readonly code: string; readonly what: "flood"; readonly kB: number }
  /** The wall clock jumps, ms. */
  | { readonly what: "jump"; readonly ms: number }
  /** Class codes are drawn from so many letters. */
  | { readonly what: "letters"; readonly count: number }
  /** Answers with the bytes of the heap that are in use. */
  | { readonly what: "heap" }
  /** Answers with the names of what any object has that nobody gave it: none, unless a prototype was polluted. */
  | { readonly what: "inherited" };

type InClass = Extract<Sabotage, { code: string }>;

/** Runs something in place of a method, once. */
function once<K extends string>(target: Record<K, (...args: never[]) => unknown>, method: K, act: () => void): void {
  const real = target[method];
  target[method] = (...args) => {
    Reflect.deleteProperty(target, method);
    act();
    return real.apply(target, args);
  };
}

function breakClass({ live, clients }: ClassroomRoom, order: InClass): unknown {
  const { session } = live;
  const fault = (): never => {
    throw new TypeError(`sabotage: ${order.what}`);
  };
  switch (order.what) {
    case "message":
      return once(live, "tap", fault);
    case "timer":
      return once(live, "tap", () => void setTimeout(fault));
    case "promise":
      return once(live, "tap", () => void Promise.resolve().then(fault));
    case "tick":
    case "ticks": {
      const { step } = session;
      session.step = () => {
        if (!session.running) return step.call(session);
        if (order.what === "tick") Reflect.deleteProperty(session, "step");
        // Half a step: the cell's state is not to be trusted afterwards.
        session.cell.calcium[0]! += 1;
        return fault();
      };
      return;
    }
    case "mend":
      Reflect.deleteProperty(session, "step");
      return;
    case "nan":
      session.cell.calcium[0] = Number.NaN;
      return;
    case "stall":
      return stall(live, order.ms);
    case "flood": {
      const load = "x".repeat(1000 * order.kB);
      const timer = setInterval(() => {
        for (const client of clients) if (client.userData?.role === "stage") client.send("gaze", load);
      }, 40);
      setTimeout(() => clearInterval(timer), 2000);
    }
  }
}

/** @returns the most ticks of one go in the two seconds after it */
function stall(live: ClassroomRoom["live"], ms: number): Promise<number> {
  const { run } = live;
  let most = 0;
  let stalled = false;
  live.run = (each) => {
    const until = stalled ? 0 : performance.now() + ms;
    stalled = true;
    while (performance.now() < until);
    const { tick } = live.session.state;
    run.call(live, each);
    most = Math.max(most, live.session.state.tick - tick);
  };
  return new Promise((answer) =>
    setTimeout(() => {
      Reflect.deleteProperty(live, "run");
      answer(most);
    }, ms + 2000),
  );
}

/** By how much the wall clock is wrong, ms. From the start, so that nobody holds an older one. */
let jumped = 0;
const wallClock = (): void => {
  globalThis.Date = new Proxy(globalThis.Date, {
    construct: (real, args) => Reflect.construct(real, args.length === 0 ? [real.now() + jumped] : args) as object,
    get: (real, name) => (name === "now" ? () => real.now() + jumped : (Reflect.get(real, name) as unknown)),
  });
};

/** Letters of the alphabet that chance may choose from. */
let letters = Number.POSITIVE_INFINITY;
const chance = (): void => {
  const { randomInt } = crypto;
  crypto.randomInt = ((max: number) => randomInt(Math.min(max, letters))) as typeof randomInt;
  syncBuiltinESMExports();
};

async function act(order: Sabotage): Promise<unknown> {
  if (order.what === "jump") {
    jumped += order.ms;
    return undefined;
  }
  if (order.what === "heap") {
    globalThis.gc?.();
    return process.memoryUsage().heapUsed;
  }
  if (order.what === "inherited") {
    const names: string[] = [];
    for (const name in {}) names.push(name);
    return names;
  }
  if (order.what === "letters") {
    letters = order.count;
    return undefined;
  }
  const classroom = await import("../../server/classroom/classroom.ts");
  const room = [...classroom.ClassroomRoom.open].find(({ roomId }) => roomId === order.code);
  if (!room) throw new Error(`no class ${order.code} to break`);
  return breakClass(room, order);
}

// Only in the server's process: tests import this file for its types.
if (process.argv.length === 1) {
  wallClock();
  chance();
  process.on("message", (order: Sabotage) => void act(order).then((answer) => process.send?.(answer ?? null)));
}
