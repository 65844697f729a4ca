import { type EventLoopUtilization, performance } from "node:perf_hooks";
import type { Redis } from "ioredis";

/** A process says so often how busy it is, and is believed for so long, s. */
export const SAY_EVERY_S = 2;
const BELIEVED_S = 10;
/** Processes less busy than this are as good as each other, and take classes in turn: so little is noise. */
const QUIET = 0.3;
/** What a class adds to a process's load once it plays. */
const CLASS_LOAD = 0.01;

/**
 * The least busy of some processes, of those that are heard of, which at once counts as having a class more: those who ask
 * in the same moment, here or elsewhere, get different ones.
 */
const PICK = `
  local least, best
  for _, key in ipairs(KEYS) do
    local said = redis.call("HMGET", key, "load", "rooms")
    if said[1] then
      local score = math.max(said[1], ${QUIET}) + ${CLASS_LOAD} * said[2]
      if not best or score < best then least, best = key, score end
    end
  end
  if least then redis.call("HINCRBY", least, "rooms", 1) end
  return least`;

const PREFIX = "fire-together:load:";
const key = (processId: string): string => PREFIX + processId;

/** How busy the processes are, from 0 to 1, how many classes each has, and which of them gets the next one. */
export class Load {
  readonly #redis: Redis;
  readonly #own: string;
  readonly #rooms: () => number;
  /** Since when it is measured; nothing was held before. */
  #before: EventLoopUtilization | undefined;

  constructor(redis: Redis, processId: string, rooms: () => number) {
    this.#redis = redis;
    this.#own = processId;
    this.#rooms = rooms;
  }

  /** Tells the others how busy this process was since the last time. A key that is not renewed goes by Redis's clock. */
  async say(): Promise<void> {
    const now = performance.eventLoopUtilization();
    const load = this.#before ? performance.eventLoopUtilization(now, this.#before).utilization : 0;
    this.#before = now;
    const own = key(this.#own);
    const said = { load: load.toFixed(4), rooms: this.#rooms() };
    const results = await this.#redis.multi().hset(own, said).expire(own, BELIEVED_S).exec();
    for (const [error] of results ?? []) if (error) throw error;
  }

  async leave(): Promise<void> {
    await this.#redis.del(key(this.#own));
  }

  /** Chooses the least busy of these processes for a class. @throws when Redis does not answer */
  async leastOf(processIds: readonly string[]): Promise<string | undefined> {
    const least = await this.#redis.eval(PICK, processIds.length, ...processIds.map(key));
    return typeof least === "string" ? least.slice(PREFIX.length) : undefined;
  }
}
