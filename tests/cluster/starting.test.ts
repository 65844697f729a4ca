import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPostgresJournal } from "../../server/journal/postgres/postgres.ts";
import { freePort, startInVain } from "../faults/server-process.ts";
import { type Engine, needing, newDatabase, query, startPostgres, startRedis } from "./engines.ts";

const [name, skip] = needing("a process whose engines are not right", "postgresql", "redis-server");

describe.skipIf(skip)(name, () => {
  let postgres: Engine;
  let redis: Engine;
  let env: Record<"DATABASE_URL" | "REDIS_URL" | "PUBLIC_ADDRESS", string>;
  beforeAll(async () => {
    [postgres, redis] = await Promise.all([startPostgres(), startRedis()]);
    env = { DATABASE_URL: await newDatabase(postgres), REDIS_URL: redis.url, PUBLIC_ADDRESS: "127.0.0.1:1" };
  });
  afterAll(() => Promise.all([postgres?.remove(), redis?.remove()]));

  /** Starts with other settings than the right ones. @returns the one sentence that whoever started it is told */
  async function complaint(other: Partial<typeof env>): Promise<string> {
    const { code, said } = await startInVain({ ...env, ...other });
    expect(code).toBe(1);
    expect(said).not.toContain("hush");
    expect(said).not.toMatch(/^\s+at /m);
    const lines = said.split("\n").filter((line) => line.trim() !== "" && !line.startsWith("{"));
    expect(lines).toHaveLength(2);
    return lines.join(" ");
  }

  test("says in a sentence what is wrong with a database, and stops", async () => {
    const newer = await newDatabase(postgres);
    await (await openPostgresJournal({ url: newer })).close();
    await query(newer, "UPDATE fire_together.schema_version SET version = 99");
    const at = (address: string) => complaint({ DATABASE_URL: `postgres://${address}` });
    const { host } = new URL(postgres.url);
    expect(
      await Promise.all([
        at("fire:hush@/fire"),
        at("fire:hush@127.0.0.1:1/fire"),
        at("fire:hush@nowhere.invalid/fire"),
        at(`fire:hush@${host}/nothing`),
        at(`stranger:hush@${host}/postgres`),
        complaint({ DATABASE_URL: newer.replace("//fire@", "//fire:hush@") }),
      ]),
    ).toEqual([
      expect.stringMatching(/The settings are not right: +DATABASE_URL must be an address such as postgres:/),
      expect.stringMatching(/cannot be opened. +The database 127\.0\.0\.1:1\/fire of DATABASE_URL .*ECONNREFUSED/),
      expect.stringMatching(/The database nowhere\.invalid\/fire of DATABASE_URL cannot be used: .*nowhere\.invalid/),
      expect.stringMatching(/of DATABASE_URL cannot be used: database "nothing" does not exist/),
      expect.stringMatching(/of DATABASE_URL cannot be used: role "stranger" does not exist/),
      expect.stringMatching(/written by a newer Fire Together \(schema 99; .* It was left as it is/),
    ]);
  });

  test("says in a sentence what is wrong with Redis, and stops", async () => {
    const locked = await startRedis();
    await locked.command("CONFIG", "SET", "requirepass", "hush-hush");
    const notRedis = await freePort();
    const at = (address: string) => complaint({ REDIS_URL: address });
    try {
      expect(
        await Promise.all([
          at("fire:hush@127.0.0.1"),
          at(`redis://fire:hush@127.0.0.1:${notRedis}`),
          at("redis://fire:hush@nowhere.invalid"),
          at(locked.url),
          at(locked.url.replace("//", "//:hush@")),
          at(postgres.url.replace("postgres:", "redis:").replace("fire@", "fire:hush@")),
        ]),
      ).toEqual([
        expect.stringMatching(/The settings are not right: +REDIS_URL must be an address such as redis:/),
        expect.stringMatching(
          /cannot be joined. +The Redis 127\.0\.0\.1:\d+ of REDIS_URL cannot be used: .*ECONNREFUSED/,
        ),
        expect.stringMatching(/The Redis nowhere\.invalid of REDIS_URL cannot be used: .*nowhere\.invalid/),
        expect.stringMatching(/of REDIS_URL cannot be used: .*NOAUTH/),
        expect.stringMatching(/of REDIS_URL cannot be used: .*WRONGPASS/),
        expect.stringMatching(/of REDIS_URL cannot be used: /),
      ]);
    } finally {
      await locked.remove();
    }
  });

  test("does not wait for ever for an engine that is frozen", async () => {
    // As a frozen database is: it takes connections and says nothing.
    const silent = createServer().listen(0, "127.0.0.1");
    await once(silent, "listening");
    const { port } = silent.address() as AddressInfo;
    redis.signal("SIGSTOP");
    try {
      const both = [complaint({}), complaint({ DATABASE_URL: `postgres://fire:hush@127.0.0.1:${port}/fire` })];
      expect(await Promise.all(both)).toEqual([
        expect.stringMatching(/The Redis .* of REDIS_URL cannot be used: Command timed out/),
        expect.stringMatching(/The database .* of DATABASE_URL cannot be used: .*time/),
      ]);
    } finally {
      redis.signal("SIGCONT");
      silent.close();
    }
  });
});
