import { setTimeout as sleep } from "node:timers/promises";
import { matchMaker, requestFromIPC } from "@colyseus/core";
import { Redis } from "ioredis";
import { log } from "../log.ts";
import { HomeDriver, HomePresence } from "./driver.ts";
import { Load, SAY_EVERY_S } from "./load.ts";

/** Longest that Redis may take for one thing, ms; beyond it, it counts as away. */
const PATIENCE_MS = 2000;
/** A process's claim to its address; renewed as often as its load is said, s. */
const CLAIM_S = 6;
/** Longest that one process may take to open a class again, ms. */
const ALONE_MS = 15_000;

export interface ClusterOptions {
  /** `redis://…` or `rediss://…` */
  readonly redisUrl: string;
  /** Where phones reach this very process: a host, perhaps a port and a path. */
  readonly publicAddress: string;
}

/** Why processes cannot work together, for the terminal. */
export class ClusterError extends Error {}

/** Several processes that know of each other's rooms through Redis. */
export interface Cluster {
  readonly driver: HomeDriver;
  readonly presence: HomePresence;
  readonly publicAddress: string;
  /** The process that gets the next class. */
  select(): Promise<string>;
  /**
   * Opens a room in another process, the least busy, while this one stops.
   * @returns whether there was one that took it
   * @throws when Redis or that process does not answer
   */
  handOver(roomName: string, code: string, options: object): Promise<boolean>;
  /** Does what no two processes may do at once. @returns undefined when another is at it */
  alone<T>(what: string, action: () => Promise<T>): Promise<T | undefined>;
  /** @throws when Redis is away */
  ping(): Promise<unknown>;
  /** Takes part, once rooms can be opened. @throws ClusterError when another process has this address */
  takePart(): Promise<void>;
  close(): Promise<void>;
}

/** @throws ClusterError when Redis cannot be reached */
export async function openCluster({ redisUrl, publicAddress }: ClusterOptions): Promise<Cluster> {
  const connection = new Redis(redisUrl, {
    lazyConnect: true,
    connectTimeout: PATIENCE_MS,
    commandTimeout: PATIENCE_MS,
    maxRetriesPerRequest: 1,
    retryStrategy: (times) => Math.min(100 * times, 1000),
  });
  let refused = "";
  connection.on("error", ({ message }: Error) => {
    refused = message;
  });
  const open = connection.connect().then(() => connection.ping());
  try {
    await open;
  } catch (error) {
    connection.disconnect();
    const { host, pathname } = new URL(redisUrl);
    const reason = refused || (error as Error).message;
    throw new ClusterError(`The Redis ${host}${pathname} of REDIS_URL cannot be used: ${reason}`);
  }
  return clusterOn(connection, publicAddress);
}

const isStopping = (): boolean => matchMaker.state === matchMaker.MatchMakerState.SHUTTING_DOWN;

function clusterOn(redis: Redis, publicAddress: string): Cluster {
  const driver = new HomeDriver(redis);
  const presence = new HomePresence(redis.duplicate({ lazyConnect: false }));
  const claim = `fire-together:address:${publicAddress}`;
  let load: Load | undefined;
  let timer: NodeJS.Timeout | undefined;
  let away = false;

  /** Renews what the others know of this process, and tells Redis all of it when it was away. */
  async function renew(): Promise<void> {
    try {
      if (!isStopping()) await load?.say();
      await redis.set(claim, matchMaker.processId, "EX", CLAIM_S);
      if (away) await driver.heal();
      if (away) log.info("Redis is back");
      away = false;
    } catch (error) {
      if (!away) log.error({ reason: (error as Error).message }, "Redis is away: classes go on, new ones cannot open");
      away = true;
    }
  }

  async function others(): Promise<string[]> {
    const all = (await matchMaker.stats.fetchAll()).map(({ processId }) => processId);
    return all.filter((id) => id !== matchMaker.processId);
  }

  async function claimAddress(): Promise<void> {
    const give = performance.now() + 1000 * (CLAIM_S + 2);
    // One that was killed has left its claim, for a while.
    while ((await redis.set(claim, matchMaker.processId, "EX", CLAIM_S, "NX")) === null) {
      if (performance.now() > give) throw new ClusterError(`Another process has the PUBLIC_ADDRESS ${publicAddress}.`);
      await sleep(500);
    }
  }

  return {
    driver,
    presence,
    publicAddress,
    select: async () => (await load?.leastOf([matchMaker.processId, ...(await others())])) ?? matchMaker.processId,
    async handOver(roomName, code, options) {
      const heir = await load?.leastOf(await others());
      if (heir === undefined) return false;
      // The channel on which Colyseus asks a process for a room.
      const open = (): Promise<unknown> => requestFromIPC(presence, `p:${heir}`, undefined, [roomName, options]);
      return (await this.alone(code, open)) !== undefined;
    },
    async alone(what, action) {
      const key = `fire-together:alone:${what}`;
      if ((await redis.set(key, matchMaker.processId, "PX", ALONE_MS, "NX")) === null) return undefined;
      try {
        return await action();
      } finally {
        await redis.del(key).catch(() => {});
      }
    },
    ping: () => redis.ping(),
    async takePart() {
      load = new Load(redis, matchMaker.processId, () => matchMaker.stats.local.roomCount);
      await claimAddress();
      await renew();
      timer = setInterval(renew, 1000 * SAY_EVERY_S);
    },
    async close() {
      clearInterval(timer);
      if (timer) await Promise.all([load?.leave(), redis.del(claim)]).catch(() => {});
      presence.shutdown();
      redis.disconnect();
    },
  };
}
