import { type EventLoopUtilization, performance } from "node:perf_hooks";
import type { Redis } from "ioredis";

/** A process says so often how busy it is, and is believed for so long, s. */
export const SAY_EVERY_S = 2;
const BELIEVED_S = 10;
/** What a class that was just opened will add to a process's load; until the process says so itself. */
const CLASS_LOAD = 0.01;

const key = (processId: string): string => `fire-together:load:${processId}`;

/** How busy the processes are, from 0 to 1, and which of them gets the next class. */
export class Load {
  readonly #redis: Redis;
  readonly #own: string;
  #before: EventLoopUtilization = performance.eventLoopUtilization();
  /** Classes placed since the loads were last said, by process. */
  #placed = new Map<string, number>();

  constructor(redis: Redis, processId: string) {
    this.#redis = redis;
    this.#own = processId;
  }

  /** Tells the others how busy this process was since the last time. A key that is not renewed goes by Redis's clock. */
  async say(): Promise<void> {
    const now = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(now, this.#before);
    this.#before = now;
    this.#placed.clear();
    await this.#redis.set(key(this.#own), utilization.toFixed(4), "EX", BELIEVED_S);
  }

  async leave(): Promise<void> {
    await this.#redis.del(key(this.#own));
  }

  /** The least busy of these processes, of those that are heard of. @throws when Redis does not answer */
  async leastOf(processIds: readonly string[]): Promise<string | undefined> {
    if (processIds.length === 0) return undefined;
    const loads = await this.#redis.mget(processIds.map(key));
    const scores = processIds.flatMap((id, i): [string, number][] => {
      const said = loads[i];
      return said == null ? [] : [[id, Number(said) + CLASS_LOAD * (this.#placed.get(id) ?? 0)]];
    });
    const [least] = scores.sort(([, a], [, b]) => a - b)[0] ?? [];
    if (least !== undefined) this.#placed.set(least, (this.#placed.get(least) ?? 0) + 1);
    return least;
  }
}
