import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import type { Place } from "../faults/server-process.ts";

/** Networks of this machine's own, with cables that can be pulled: namespaces and veth pairs (iproute2, as root). */

const ip = (...args: readonly string[]): string =>
  execFileSync("ip", args, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

/** Why there can be no namespaces here; empty where there can. */
export const NO_NAMESPACES = ((): string => {
  const name = `fire-${process.pid}`;
  try {
    ip("netns", "add", name);
    ip("netns", "del", name);
    return "";
  } catch (error) {
    return `no network namespaces: ${
      String((error as Error).message)
        .split("\n")
        .at(-1)
        ?.trim() || "not allowed"
    }`;
  }
})();

/** A cable from this machine to the namespace. */
export interface Cable {
  /** This machine's address at its end. */
  readonly here: string;
  /** The namespace's. */
  readonly there: string;
  pull(): void;
  plug(): void;
}

export interface Island extends Place {
  /** Cables by what they are for; the place's own address is at the first. */
  readonly cables: readonly Cable[];
  remove(): void;
}

/** A namespace that is reached through so many cables. */
export function makeIsland(count: number): Island {
  const name = `fire-${process.pid}`;
  ip("netns", "add", name);
  const taken = readFileSync("/proc/net/fib_trie", "utf8");
  const free = Array.from({ length: 200 }, (_, i) => `10.213.${i}`).filter((net) => !taken.includes(`${net}.`));
  const cables = Array.from({ length: count }, (_, i): Cable => {
    const [near, far] = [`fire${process.pid % 10_000}h${i}`, `fire${process.pid % 10_000}n${i}`];
    const [here, there] = [`${free[i]}.1`, `${free[i]}.2`];
    ip("link", "add", near, "type", "veth", "peer", "name", far, "netns", name);
    ip("addr", "add", `${here}/24`, "dev", near);
    ip("-n", name, "addr", "add", `${there}/24`, "dev", far);
    ip("-n", name, "link", "set", far, "up");
    ip("link", "set", near, "up");
    return { here, there, pull: () => ip("link", "set", near, "down"), plug: () => ip("link", "set", near, "up") };
  });
  ip("-n", name, "link", "set", "lo", "up");
  return {
    command: ["ip", "netns", "exec", name],
    host: cables[0]!.there,
    cables,
    // The cables go with it.
    remove: () => ip("netns", "del", name),
  };
}
