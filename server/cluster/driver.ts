import { matchMaker, type Room } from "@colyseus/core";
import { RedisDriver } from "@colyseus/redis-driver";
import { RedisPresence } from "@colyseus/redis-presence";
import type { Redis } from "ioredis";
import { log } from "../log.ts";

const missed =
  <T>(what: string, instead: T) =>
  ({ message }: Error): T => {
    log.debug({ reason: message }, `Redis missed ${what}`);
    return instead;
  };

type Listing = Parameters<RedisDriver["update"]>[0];

/** A room's entry in the list, which Colyseus keeps to itself. */
const listingOf = (room: Room): Listing => (room as unknown as { readonly _listing: Listing })._listing;

/**
 * The list of all rooms in Redis. A process knows its own rooms without asking, so that with Redis away its classes go
 * on and their phones find back; what Redis misses meanwhile it is told once it is back (`heal`).
 */
export class HomeDriver extends RedisDriver {
  override findOne(...[conditions, sort]: Parameters<RedisDriver["findOne"]>): Promise<Listing> {
    const own = conditions.roomId === undefined ? undefined : matchMaker.getLocalRoomById(conditions.roomId);
    return own ? Promise.resolve(listingOf(own)) : super.findOne(conditions, sort);
  }

  override async update(room: Listing, changes: Parameters<RedisDriver["update"]>[1]): Promise<boolean> {
    const entry = room as unknown as Record<string, unknown>;
    Object.assign(entry, changes.$set);
    for (const [field, by] of Object.entries(changes.$inc ?? {})) entry[field] = Number(entry[field]) + Number(by);
    void this.#tell(room).catch(missed("a change of a room", undefined));
    return true;
  }

  override async remove(roomId: string): Promise<boolean> {
    const ours = await this.#isOurs(roomId).catch(missed("the end of a room", false));
    return ours && super.remove(roomId).catch(missed("the end of a room", false));
  }

  /** A process that froze wakes with rooms that are another's by now: their entries are not its to change. */
  async #isOurs(roomId: string): Promise<boolean> {
    const entry = await super.findOne({ roomId });
    return entry === undefined || entry.processId === matchMaker.processId;
  }

  async #tell(room: Listing): Promise<void> {
    if (room.roomId !== undefined && (await this.#isOurs(room.roomId))) await this.persist(room);
  }

  override cleanup(processId: string): Promise<void> {
    return super.cleanup(processId).catch(missed("the end of a process", undefined));
  }

  /** Makes the list say of this process's rooms what is so. */
  async heal(): Promise<void> {
    for (const { roomId } of await this.query({ processId: matchMaker.processId })) {
      const own = roomId === undefined ? undefined : matchMaker.getLocalRoomById(roomId);
      if (own) await this.#tell(listingOf(own));
      else await this.remove(roomId ?? "");
    }
    await matchMaker.restoreMissingRoomCaches();
    await matchMaker.stats.persist(true);
  }

  /** The connection is another's. */
  override async shutdown(): Promise<void> {}
}

/** Messages between processes. Those that nobody waits for may fail without a word. */
export class HomePresence extends RedisPresence {
  readonly #connection: Redis;

  constructor(connection: Redis) {
    super(connection);
    this.#connection = connection;
  }

  override publish(topic: string, data: unknown): Promise<void> {
    return super.publish(topic, data).catch(missed("a message", undefined));
  }

  override async unsubscribe(...args: Parameters<RedisPresence["unsubscribe"]>): Promise<this> {
    await super.unsubscribe(...args).catch(missed("the end of a subscription", this));
    return this;
  }

  override hset(...args: Parameters<RedisPresence["hset"]>): Promise<boolean> {
    return super.hset(...args).catch(missed("a count", false));
  }

  override hdel(...args: Parameters<RedisPresence["hdel"]>): Promise<boolean> {
    return super.hdel(...args).catch(missed("a count", false));
  }

  override shutdown(): void {
    this.sub.disconnect();
    this.#connection.disconnect();
  }
}
