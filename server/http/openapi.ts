import { VERDICTS } from "../../shared/wire/check.ts";

/**
 * The HTTP API as OpenAPI 3.1 describes one, served at /api. It is also the list by which a wrong method is told from
 * nothing at all (missing.ts), and a test holds it against the app's routes.
 */

type Method = "get" | "post" | "put" | "patch" | "delete";
type Json = { readonly [key: string]: unknown };

interface Operation {
  readonly summary: string;
  readonly security?: readonly Json[];
  readonly requestBody?: Json;
  readonly responses: { readonly [status: string]: Json };
}

const host = { security: [{ hostKey: [] }] };
const shared = { security: [{ shareKey: [] }] };
const body = (schema: Json, required = true): { requestBody: Json } => ({
  requestBody: { required, content: { "application/json": { schema } } },
});
const json = (description: string, schema: Json): Json => ({
  description,
  content: { "application/json": { schema } },
});
const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });
const object = (properties: Json, ...optional: readonly string[]): Json => ({
  type: "object",
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
});
const refusals = (reasons: { readonly [status: string]: string }): { readonly [status: string]: Json } =>
  Object.fromEntries(Object.entries(reasons).map(([status, reason]) => [status, json(reason, ref("Refusal"))]));

const text = { type: "string" };
const whole = { type: "integer" };
const instant = { type: "integer", description: "epoch ms" };
const NOT_YOURS = { 401: "not-allowed: no host key that was issued here", 404: "no-such-session: nor another host's" };
const NO_LINK = { 404: "no-such-share: wrong, revoked or deleted", 429: "no-such-share: too many wrong ones" };
const done = { 204: { description: "done" } };
const recording = {
  description: "The recording (shared/recording/FORMAT.md): its text, or the gzipped file for who accepts that first",
  content: { "application/x-ndjson": { schema: text }, "application/gzip": { schema: { type: "string" } } },
};
const notes = json("Notes, as the replay page wrote them", {});
const none = { description: "there are none" };

const schemas = {
  Refusal: object({ error: { ...text, description: "a reason; the pages have its text" } }),
  CheckReport: object(
    {
      done: { type: "boolean" },
      verdicts: { type: "object", additionalProperties: { enum: VERDICTS } },
      ...{ p50: { type: "number" }, p95: { type: "number" }, heldS: { type: "number" }, drops: { type: "number" } },
    },
    ...["p50", "p95", "heldS", "drops"],
  ),
  Session: object({
    ...{
      id: text,
      code: text,
      title: text,
      createdAt: instant,
      seats: whole,
      rounds: whole,
      kept: { type: "boolean" },
    },
    endedAt: { type: ["integer", "null"], description: "epoch ms; null while it runs" },
    bytes: { type: ["integer", "null"], description: "of the recording's text" },
    shared: { type: "boolean", description: "whether a link to it is out" },
    imported: { description: "where it came as a file: when, and what its signature says", type: ["object", "null"] },
    expiresAt: { type: ["integer", "null"], description: "epoch ms at which it will be deleted; null: not" },
  }),
};

export const PATHS: Readonly<Record<string, Readonly<Partial<Record<Method, Operation>>>>> = {
  "/api": { get: { summary: "This description", responses: { 200: json("OpenAPI 3.1", { type: "object" }) } } },
  "/api/address": {
    get: {
      summary: "Where the server is",
      responses: { 200: json("", object({ urls: { type: "array", items: text } })) },
    },
  },
  "/api/hello": {
    get: {
      summary: "Says that it is this program that answers; every site may read it",
      responses: { 200: json("", object({ here: { const: "fire-together" } })) },
    },
  },
  "/api/checks": {
    post: {
      summary: "Begins a network check on two devices",
      responses: {
        201: json("The code under which both report", object({ code: text })),
        ...refusals({ 503: "full: too many at the moment" }),
      },
    },
  },
  "/api/checks/{code}/{device}": {
    put: {
      summary: "How the check goes on a device (teacher or phone); kept for five minutes",
      ...body(ref("CheckReport")),
      responses: {
        200: json("Both", object({ teacher: ref("CheckReport"), phone: ref("CheckReport") }, "teacher", "phone")),
        ...refusals({ 400: "malformed", 404: "no-such-class: no such check", 429: "too many wrong codes" }),
      },
    },
  },
  "/api/classes": {
    post: {
      summary: "Opens a class, for the host whose key comes along, or for a new one",
      security: [{}, { hostKey: [] }],
      ...body({ type: "object", additionalProperties: false }, false),
      responses: {
        201: json("", object({ code: text, classId: text, hostKey: text, stageKey: text })),
        ...refusals({ 401: "not-allowed", 503: "full: as many classes as the server holds" }),
      },
    },
  },
  "/api/classes/{code}": {
    get: {
      summary: "Whether a class with this code is open",
      responses: {
        200: json("", object({ open: { const: true } })),
        ...refusals({ 404: "no-such-class", 429: "no-such-class: too many wrong ones" }),
      },
    },
  },
  "/api/classes/{code}/keys": {
    post: {
      summary: "A key for what a person typed: a seat's resume code, or a class's recovery phrase",
      ...body({ oneOf: [object({ resume: text }), object({ phrase: text })] }),
      responses: {
        200: json("", { oneOf: [object({ seatKey: text }), object({ remoteKey: text })] }),
        ...refusals({ 403: "not-allowed", 404: "no-such-class", 429: "too many wrong ones" }),
      },
    },
  },
  "/api/sessions": {
    get: {
      ...{ summary: "The host's shelf, newest first", ...host },
      responses: { 200: json("", { type: "array", items: ref("Session") }), ...refusals({ 401: "not-allowed" }) },
    },
  },
  "/api/sessions/import": {
    post: {
      ...{
        summary: "Puts a recording's file (at most 2 MB; X-File-Name: its name, percent-encoded) on the shelf",
        ...host,
      },
      requestBody: { required: true, content: { "application/gzip": {}, "application/x-ndjson": {} } },
      responses: {
        201: json("", object({ id: text, title: text, origin: text })),
        ...refusals({ 401: "not-allowed", 409: "shelf-full", 413: "too-large", 422: "not-a-recording, newer-format" }),
      },
    },
  },
  "/api/sessions/{id}": {
    patch: {
      ...{ summary: "Gives a session a title, or keeps it beyond its time", ...host },
      ...body(object({ title: { ...text, maxLength: 400 }, kept: { type: "boolean" } }, "title", "kept")),
      responses: {
        200: json("As it is now", object({ title: text, kept: { type: "boolean" } })),
        ...refusals({ 400: "malformed", ...NOT_YOURS }),
      },
    },
    delete: {
      ...{ summary: "Deletes an ended session with its records, notes, link and file", ...host },
      responses: { ...done, ...refusals({ ...NOT_YOURS, 409: "not-now: it runs" }) },
    },
  },
  "/api/sessions/{id}/recording": {
    get: { summary: "A recording", ...host, responses: { 200: recording, ...refusals(NOT_YOURS) } },
  },
  "/api/sessions/{id}/share": {
    post: {
      ...{ summary: "Makes the link to an ended session, in place of the one before; its key is told once", ...host },
      responses: {
        201: json("The key, for /replay/shared#KEY", object({ key: text })),
        ...refusals({ ...NOT_YOURS, 409: "not-now: it runs" }),
      },
    },
    delete: { summary: "Takes the link back", ...host, responses: { ...done, ...refusals(NOT_YOURS) } },
  },
  "/api/sessions/{id}/notes": {
    get: { summary: "The notes on a session", ...host, responses: { 200: notes, 204: none, ...refusals(NOT_YOURS) } },
    put: {
      ...{ summary: "Keeps notes (JSON, at most 64 kB) in place of those before", ...host },
      ...body({}),
      responses: { ...done, ...refusals({ 400: "malformed", ...NOT_YOURS, 413: "malformed: too long" }) },
    },
  },
  "/api/shared": {
    get: { summary: "The recording behind a link", ...shared, responses: { 200: recording, ...refusals(NO_LINK) } },
  },
  "/api/shared/notes": {
    get: { summary: "The notes on it", ...shared, responses: { 200: notes, 204: none, ...refusals(NO_LINK) } },
  },
  "/healthz": { get: { summary: "Whether the process answers", responses: { 200: { description: "yes" } } } },
  "/readyz": {
    get: {
      summary: "Whether the journal answers, too",
      responses: { 200: { description: "yes" }, ...refusals({ 503: "unreachable" }) },
    },
  },
  "/metrics": { get: { summary: "Numbers for Prometheus", responses: { 200: { description: "text" } } } },
  "/matchmake/{method}/{room}": {
    post: {
      summary: "Colyseus's matchmaker: joinById or reconnect, with the class's code",
      responses: { 200: { description: "a seat reservation" }, 429: { description: "too many wrong codes" } },
    },
  },
};

const parametersOf = (path: string): readonly Json[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({ name, in: "path", required: true, schema: text }));

const bearer = (description: string): Json => ({ type: "http", scheme: "bearer", description });

export const openApi: Json = {
  openapi: "3.1.0",
  info: {
    title: "Fire Together",
    version: "1",
    description:
      "JSON over one origin; bodies of at most 16 KiB unless it is said otherwise. Errors are { error: REASON }.",
  },
  paths: Object.fromEntries(
    Object.entries(PATHS).map(([path, operations]) => [path, { parameters: parametersOf(path), ...operations }]),
  ),
  components: {
    schemas,
    securitySchemes: {
      hostKey: bearer("What POST /api/classes gave: a teacher's"),
      shareKey: bearer("What stands behind the # of a link"),
    },
  },
};
