import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { announcement, lanAddresses, serverUrls } from "../../server/addresses.ts";
import { describeConfig, readConfig } from "../../server/config.ts";
import { Throttle } from "../../server/http/throttle.ts";
import { nodeComplaint } from "../../server/node-version.ts";

describe("settings", () => {
  test("have defaults that suit a teacher's laptop", () => {
    expect(readConfig({ PORT: "", HOST: "  " })).toEqual({
      ok: true,
      config: {
        port: 2567,
        host: "0.0.0.0",
        publicUrl: undefined,
        dataDir: resolve(".data"),
        databaseUrl: undefined,
        redisUrl: undefined,
        publicAddress: undefined,
        securityContact: undefined,
        maxRooms: 200,
        maxSeats: 60,
        retentionDays: 30,
        logLevel: "info",
      },
    });
  });

  test("come from the environment", () => {
    const env = { PORT: "80", PUBLIC_URL: "https://School.example/", MAX_SEATS_PER_ROOM: "30", LOG_LEVEL: "debug" };
    expect(readConfig(env)).toMatchObject({
      ok: true,
      config: { port: 80, publicUrl: "https://school.example", maxSeats: 30, logLevel: "debug" },
    });
  });

  test.each([
    ["PORT", "70000", "PORT must be a whole number from 0 to 65535"],
    ["PORT", "80.5", "PORT must be a whole number from 0 to 65535"],
    ["PORT", "0x50", "PORT must be a whole number from 0 to 65535"],
    ["MAX_ROOMS", "none", "MAX_ROOMS must be a whole number from 1 to 10000"],
    ["MAX_SEATS_PER_ROOM", "61", "MAX_SEATS_PER_ROOM must be a whole number from 1 to 60"],
    ["PUBLIC_URL", "school.example", "PUBLIC_URL must be the origin people open"],
    ["PUBLIC_URL", "https://school.example/fire", "PUBLIC_URL must be the origin people open"],
    ["PUBLIC_URL", "ftp://school.example", "PUBLIC_URL must be the origin people open"],
    ["LOG_LEVEL", "loud", "LOG_LEVEL must be one of fatal, error"],
    ["DATABASE_URL", "school.example/fire", "DATABASE_URL must be an address such as postgres://"],
    ["DATABASE_URL", "mysql://school.example/fire", "DATABASE_URL must be an address such as postgres://"],
    ["REDIS_URL", "localhost:6379", "REDIS_URL must be an address such as redis://"],
    ["PUBLIC_ADDRESS", "https://school.example/p1", "PUBLIC_ADDRESS must be where phones reach this process"],
    ["SECURITY_CONTACT", "it@school.example", "SECURITY_CONTACT must be an address such as mailto:"],
    ["HOST", "a b", "HOST must be an address"],
  ])("%s=%s is refused by name", (name, value, problem) => {
    const result = readConfig({ [name]: value });
    expect(result).toEqual({ ok: false, problems: [expect.stringContaining(problem)] });
    // A database's address may hold a password.
    const secret = name === "DATABASE_URL" || name === "REDIS_URL";
    expect((result.ok ? "" : result.problems[0])?.includes(JSON.stringify(value))).toBe(!secret);
  });

  test("of several processes come together or not at all", () => {
    const REDIS_URL = "redis://127.0.0.1";
    expect(readConfig({ REDIS_URL })).toMatchObject({
      problems: [expect.stringContaining("needs DATABASE_URL"), expect.stringContaining("needs PUBLIC_ADDRESS")],
    });
    const all = { REDIS_URL, DATABASE_URL: "postgres://127.0.0.1/fire", PUBLIC_ADDRESS: "school.example:8080/p1" };
    expect(readConfig(all)).toMatchObject({ ok: true, config: { publicAddress: "school.example:8080/p1" } });
  });

  test("are all named when several are wrong", () => {
    expect(readConfig({ PORT: "x", MAX_ROOMS: "x" })).toMatchObject({ problems: { length: 2 } });
  });

  test("are shown a line each", () => {
    const read = readConfig({ PORT: "8080", DATABASE_URL: "postgres://fire:hush@db.example/fire" });
    const text = read.ok ? describeConfig(read.config) : "";
    expect(text).toMatch(/PORT +8080/);
    expect(text).toMatch(/PUBLIC_URL +\(not set\)/);
    expect(text).toMatch(/DATABASE_URL +\(set, hidden\)/);
    expect(text).not.toContain("hush");
  });
});

describe("addresses", () => {
  const info = (address: string, internal = false) =>
    ({ address, internal, family: "IPv4", netmask: "", mac: "", cidr: null }) as const;

  test("of the class's Wi-Fi come before those that no phone reaches", () => {
    const found = lanAddresses({
      lo: [info("127.0.0.1", true)],
      docker0: [info("172.17.0.1")],
      eth0: [info("10.1.2.3")],
      wlan0: [info("192.168.1.5"), info("169.254.3.3")],
    });
    expect(found).toEqual(["192.168.1.5", "10.1.2.3", "172.17.0.1"]);
  });

  test("begin with PUBLIC_URL, and are only the one that is listened on", () => {
    const config = { host: "127.0.0.1", publicUrl: "https://school.example" };
    expect(serverUrls(config, 2567)).toEqual(["https://school.example", "http://127.0.0.1:2567"]);
    expect(serverUrls({ host: "0.0.0.0", publicUrl: undefined }, 1)).toContain("http://localhost:1");
  });

  test("are announced with a QR", () => {
    expect(announcement(["http://192.168.1.5:2567"], false)).toMatch(/http:\/\/192\.168\.1\.5:2567[\s\S]+█/);
  });
});

test("too old a Node is told what to do", () => {
  expect(nodeComplaint("20.20.2")).toMatch("npm start");
  expect(nodeComplaint("24.14.1")).toMatch("24.15");
  expect(nodeComplaint("24.15.0")).toBeUndefined();
  expect(nodeComplaint("26.0.0")).toBeUndefined();
});

describe("the throttle", () => {
  test("gives sixty at once, then one every three seconds", () => {
    let now = 0;
    const throttle = new Throttle(() => now);
    const within = () => throttle.fail("198.51.100.1");
    expect(Array.from({ length: 61 }, within).filter(Boolean)).toHaveLength(60);
    now += 2999;
    expect(within()).toBe(false);
    now += 1;
    expect(within()).toBe(true);
    expect(within()).toBe(false);
    now += 3_600_000;
    expect(Array.from({ length: 99 }, within).filter(Boolean)).toHaveLength(60);
  });

  test("counts an IPv6 network as one guesser", () => {
    const throttle = new Throttle(() => 0);
    const from = (i: number) => throttle.fail(`2001:db8:1:2::${i.toString(16)}`);
    expect(Array.from({ length: 70 }, (_, i) => from(i)).filter(Boolean)).toHaveLength(60);
    expect(throttle.fail("2001:db8:1:3::1")).toBe(true);
  });
});
