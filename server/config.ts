import { resolve } from "node:path";
import { z } from "zod";
import { MAX_SEATS } from "../shared/session/events.ts";

/** Every setting of the server. Nothing else in the program reads the environment. */
export interface Config {
  /** TCP port; 0 lets the system choose a free one (tests). */
  readonly port: number;
  /** Interface to listen on; 0.0.0.0 is all of them, so that phones on the same Wi-Fi get in. */
  readonly host: string;
  /** Origin under which people reach the server (`https://school.example`), when it is not one of its own addresses. */
  readonly publicUrl: string | undefined;
  /** Folder of the journal, absolute; created at first start. */
  readonly dataDir: string;
  /** PostgreSQL to keep the journal in, instead of a file in the data folder. */
  readonly databaseUrl: string | undefined;
  /** Redis through which several processes know of each other's classes. */
  readonly redisUrl: string | undefined;
  /** Where phones reach this very process, when there are several: a host, perhaps a port and a path; no scheme. */
  readonly publicAddress: string | undefined;
  /** Whom to tell of a weakness: what security.txt says; without one there is no such file. */
  readonly securityContact: string | undefined;
  /** Classes open at once; beyond it a new class is refused with 503. */
  readonly maxRooms: number;
  /** Seats of a class, bots included. */
  readonly maxSeats: number;
  /** Days that a session stays on its host's shelf, unless it is kept; 0: for ever. */
  readonly retentionDays: number;
  readonly logLevel: LogLevel;
}

const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export type ConfigResult =
  | { readonly ok: true; readonly config: Config }
  /** One sentence a problem, naming the variable and what it needs. */
  | { readonly ok: false; readonly problems: readonly string[] };

interface Setting<T> {
  readonly fallback: T;
  /** Reads "NAME must be …". */
  readonly needs: string;
  readonly type: z.ZodType<T, string>;
  /** Never printed. */
  readonly secret?: boolean;
}

const whole = (fallback: number, least: number, most: number): Setting<number> => ({
  fallback,
  needs: `a whole number from ${least} to ${most}`,
  type: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.number().min(least).max(most)),
});

/** An origin alone: no path, query, fragment, user or password. */
function isOrigin(text: string): boolean {
  if (!URL.canParse(text) || /[?#@]/.test(text)) return false;
  const { protocol, pathname } = new URL(text);
  return (protocol === "http:" || protocol === "https:") && pathname === "/";
}

const isUrlOf = (protocol: RegExp, text: string): boolean =>
  URL.canParse(text) && protocol.test(new URL(text).protocol) && new URL(text).host !== "";
const isDatabase = (text: string): boolean => isUrlOf(/^postgres(ql)?:$/, text) && new URL(text).pathname.length > 1;

const origin = z
  .string()
  .refine(isOrigin)
  .transform((text) => new URL(text).origin);

const SETTINGS = {
  PORT: whole(2567, 0, 65_535),
  HOST: { fallback: "0.0.0.0", needs: "an address or a host name", type: z.string().regex(/^[\w.:-]+$/) },
  PUBLIC_URL: {
    fallback: undefined,
    needs: "the origin people open, such as https://school.example, with no path",
    type: origin,
  } as Setting<string | undefined>,
  DATA_DIR: { fallback: ".data", needs: "a folder", type: z.string().min(1) },
  DATABASE_URL: {
    fallback: undefined,
    needs: "an address such as postgres://user:password@host:5432/database",
    type: z.string().refine(isDatabase),
    secret: true,
  } as Setting<string | undefined>,
  REDIS_URL: {
    fallback: undefined,
    needs: "an address such as redis://user:password@host:6379",
    type: z.string().refine((text) => isUrlOf(/^rediss?:$/, text)),
    secret: true,
  } as Setting<string | undefined>,
  PUBLIC_ADDRESS: {
    fallback: undefined,
    needs: "where phones reach this process, such as school.example/p1, without http://",
    type: z.string().regex(/^[\w.-]+(:\d{1,5})?(\/[\w-]+)*$/),
  } as Setting<string | undefined>,
  SECURITY_CONTACT: {
    fallback: undefined,
    needs: "an address such as mailto:it@school.example or https://school.example/security",
    type: z.string().regex(/^(mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/),
  } as Setting<string | undefined>,
  MAX_ROOMS: whole(200, 1, 10_000),
  MAX_SEATS_PER_ROOM: whole(MAX_SEATS, 1, MAX_SEATS),
  RETENTION_DAYS: whole(30, 0, 36_500),
  LOG_LEVEL: {
    fallback: "info",
    needs: `one of ${LOG_LEVELS.join(", ")}`,
    type: z.enum(LOG_LEVELS),
  } as Setting<LogLevel>,
} as const satisfies Record<string, Setting<unknown>>;

type Name = keyof typeof SETTINGS;

/** Reads and checks every setting. An empty variable counts as absent, as shells and containers mean it. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): ConfigResult {
  const problems: string[] = [];
  const read = <T>(name: Name, setting: Setting<T>): T => {
    const text = env[name]?.trim();
    if (text === undefined || text === "") return setting.fallback;
    const parsed = setting.type.safeParse(text);
    if (parsed.success) return parsed.data;
    problems.push(`${name} must be ${setting.needs}${setting.secret ? "" : ` (it is ${JSON.stringify(text)})`}.`);
    return setting.fallback;
  };
  const config: Config = {
    port: read("PORT", SETTINGS.PORT),
    host: read("HOST", SETTINGS.HOST),
    publicUrl: read("PUBLIC_URL", SETTINGS.PUBLIC_URL),
    dataDir: resolve(read("DATA_DIR", SETTINGS.DATA_DIR)),
    databaseUrl: read("DATABASE_URL", SETTINGS.DATABASE_URL),
    redisUrl: read("REDIS_URL", SETTINGS.REDIS_URL),
    publicAddress: read("PUBLIC_ADDRESS", SETTINGS.PUBLIC_ADDRESS),
    securityContact: read("SECURITY_CONTACT", SETTINGS.SECURITY_CONTACT),
    maxRooms: read("MAX_ROOMS", SETTINGS.MAX_ROOMS),
    maxSeats: read("MAX_SEATS_PER_ROOM", SETTINGS.MAX_SEATS_PER_ROOM),
    retentionDays: read("RETENTION_DAYS", SETTINGS.RETENTION_DAYS),
    logLevel: read("LOG_LEVEL", SETTINGS.LOG_LEVEL),
  };
  if (config.redisUrl !== undefined && problems.length === 0) {
    // What several processes share must be where all of them reach it.
    if (config.databaseUrl === undefined)
      problems.push("REDIS_URL needs DATABASE_URL, too: the processes share a journal.");
    if (config.publicAddress === undefined)
      problems.push("REDIS_URL needs PUBLIC_ADDRESS, too: each process has its own.");
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, config };
}

/** The settings in force, a line each, for the terminal. Secrets show only whether they are set. */
export function describeConfig(config: Config): string {
  const values: Record<Name, unknown> = {
    PORT: config.port,
    HOST: config.host,
    PUBLIC_URL: config.publicUrl,
    DATA_DIR: config.dataDir,
    DATABASE_URL: config.databaseUrl,
    REDIS_URL: config.redisUrl,
    PUBLIC_ADDRESS: config.publicAddress,
    SECURITY_CONTACT: config.securityContact,
    MAX_ROOMS: config.maxRooms,
    MAX_SEATS_PER_ROOM: config.maxSeats,
    RETENTION_DAYS: config.retentionDays,
    LOG_LEVEL: config.logLevel,
  };
  const show = (name: Name, value: unknown): string => {
    if (value === undefined) return "(not set)";
    const setting: Setting<never> | Setting<unknown> = SETTINGS[name] as Setting<unknown>;
    return setting.secret ? "(set, hidden)" : String(value);
  };
  return (Object.entries(values) as [Name, unknown][])
    .map(([name, value]) => `  ${name.padEnd(20)}${show(name, value)}`)
    .join("\n");
}
